import { nearest } from '../../base/closest.ts';
import { plainName } from '../../base/words.ts';
import type { SentProperty, TrackCall } from '../../code/track-call.ts';
import type { PropertyDefinition } from '../../plan/plan.ts';
import type { RuleContext } from '../rule.ts';
import type { Level } from './levels.ts';
import { isVendorProperty } from './vendor-properties.ts';

/** What the name of a sent property is to the plan. */
export type PropertyVerdict =
  | { readonly is: 'planned'; readonly definition: PropertyDefinition }
  /** The SDK's own, or one more where the plan allows any. */
  | { readonly is: 'free' }
  /** A property of the plan in another spelling; reported by `misnamed-property`. */
  | { readonly is: 'misspelt'; readonly meant: PropertyDefinition }
  | { readonly is: 'unknown'; readonly nearest: readonly string[] };

/** Judges a property's name. What `misnamed-property` would report falls to `unknown-property` where that rule is off. */
export function judgeProperty(
  sent: SentProperty,
  level: Level,
  call: TrackCall,
  context: RuleContext,
): PropertyVerdict {
  const definition = level.definitions.get(sent.name);
  if (definition) return { is: 'planned', definition };
  if (level.path === '' && isVendorProperty(sent.name, call)) return { is: 'free' };
  const others = [...level.definitions.values()].filter(({ name }) => !isSent(name, level));
  const plain = plainName(sent.name);
  const same = others.filter(({ name }) => plainName(name) === plain);
  if (same.length === 1 && same[0] && context.isOn('misnamed-property')) return { is: 'misspelt', meant: same[0] };
  if (level.open) return { is: 'free' };
  return {
    is: 'unknown',
    nearest: nearest(
      sent.name,
      others.map(({ name }) => name),
      2,
    ),
  };
}

/** Whether the payload has a property, from the call or from a wrapper. */
export function isSent(name: string, { payload }: Level): boolean {
  return payload.added.includes(name) || payload.properties.some(property => property.name === name);
}
