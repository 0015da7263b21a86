import { withoutTense } from '../../base/tense.ts';
import { splitWords } from '../../base/words.ts';
import type { TrackCall } from '../../code/track-call.ts';
import type { EventDefinition, EventKind, TrackingPlan } from '../../plan/plan.ts';
import type { RuleContext } from '../rule.ts';
import { isVendorEvent } from '../../workspace/vendor-event.ts';
import { nameIndex } from './name-index.ts';
import { wordFaults, type WordFault } from './vocabulary.ts';

/** What a name that a call sends is to the plan. Each rule on names reports one of these, so that no fault is told twice. */
export type NameVerdict =
  | { readonly is: 'planned'; readonly event: EventDefinition }
  /** The vendor's own (`$pageview`), or of a kind that the plan does not list. */
  | { readonly is: 'unchecked' }
  /** An event of the plan in another spelling; reported by `misnamed-event`. */
  | {
      readonly is: 'misspelt';
      readonly meant: EventDefinition;
      readonly differs: 'spaces' | 'case' | 'order' | 'tense';
    }
  /** An event of the plan with a synonym for one of its words; reported by `unknown-object` or `unknown-action`. */
  | { readonly is: 'synonym'; readonly meant: EventDefinition; readonly fault: WordFault }
  /** An event that the plan has for another kind of call; reported by `wrong-call`. */
  | { readonly is: 'other-kind'; readonly meant: EventDefinition }
  | { readonly is: 'unknown' };

/** Judges one of the names of a call of an event kind. What a rule that is off would report falls to the next. */
export function judgeName(name: string, call: TrackCall, context: RuleContext): NameVerdict {
  const { kind } = call;
  if (kind !== 'track' && kind !== 'page' && kind !== 'screen') return { is: 'unchecked' };
  const { plan } = context;
  const event = plan.events[kind].get(name);
  if (event) return { is: 'planned', event };
  if (isVendorEvent(name, call.sdk)) return { is: 'unchecked' };
  return (
    (context.isOn('misnamed-event') ? misspelt(name, kind, plan) : undefined) ??
    (context.isOn('wrong-call') ? otherKind(name, kind, plan) : undefined) ??
    synonym(name, kind, context) ??
    (isListed(kind, plan) ? { is: 'unknown' } : { is: 'unchecked' })
  );
}

/** Whether the plan says which events of a kind there are. One without pages does not mean that there are none. */
function isListed(kind: EventKind, { events }: TrackingPlan): boolean {
  return events[kind].size > 0 || (kind === 'track' && events.page.size + events.screen.size > 0);
}

function misspelt(name: string, kind: EventKind, plan: TrackingPlan): NameVerdict | undefined {
  const index = nameIndex(plan, kind);
  const plain = only(index.samePlain(name));
  if (plain) {
    const isSpacing = plain.name.replace(/\s+/g, '') === name.replace(/\s+/g, '');
    return { is: 'misspelt', meant: plain, differs: isSpacing && /\s/.test(name) ? 'spaces' : 'case' };
  }
  const reordered = splitWords(name).length > 1 ? only(index.sameWords(name)) : undefined;
  if (!reordered) return undefined;
  return { is: 'misspelt', meant: reordered, differs: differsInOrder(name, reordered.name) ? 'order' : 'tense' };
}

/** Of several events in one spelling none is surely meant, unless one of them is still in use. */
function only(events: readonly EventDefinition[]): EventDefinition | undefined {
  const current = events.filter(event => event.status !== 'deprecated' && event.status !== 'removed');
  const candidates = current.length > 0 ? current : events;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function differsInOrder(name: string, meant: string): boolean {
  const words = (text: string): string =>
    splitWords(text)
      .map(word => withoutTense(word.text))
      .join(' ');
  return words(name) !== words(meant);
}

function synonym(name: string, kind: EventKind, context: RuleContext): NameVerdict | undefined {
  for (const fault of wordFaults(name, context.plan)) {
    if (fault.corrected === undefined || !context.isOn(fault.is === 'object' ? 'unknown-object' : 'unknown-action'))
      continue;
    const { plan } = context;
    const meant = plan.events[kind].get(fault.corrected) ?? only(nameIndex(plan, kind).samePlain(fault.corrected));
    if (meant) return { is: 'synonym', meant, fault };
  }
  return undefined;
}

/** `Pricing`, `Pricing Viewed`, `Viewed Pricing Page` and `pricing_page_view` all mean the page `Pricing`. */
function otherKind(name: string, kind: EventKind, plan: TrackingPlan): NameVerdict | undefined {
  for (const other of ['track', 'page', 'screen'] as const) {
    if (other === kind) continue;
    const exact = plan.events[other].get(name) ?? only(nameIndex(plan, other).samePlain(name));
    if (exact) return { is: 'other-kind', meant: exact };
    if (kind !== 'track') continue;
    const viewed = viewedThing(name);
    const meant = viewed === undefined ? undefined : only(nameIndex(plan, other).samePlain(viewed));
    if (meant) return { is: 'other-kind', meant };
  }
  return undefined;
}

/** What a name of a view event says was viewed: `Pricing` of `Pricing Page Viewed`. Undefined for other events. */
function viewedThing(name: string): string | undefined {
  const words = splitWords(name).map(word => word.text);
  const isView = (word: string | undefined): boolean =>
    word !== undefined && /^(?:view(?:ed|s)?|visited|opened|seen|shown|loaded)$/i.test(word);
  const rest = isView(words.at(-1)) ? words.slice(0, -1) : isView(words[0]) ? words.slice(1) : undefined;
  const thing = rest?.filter((word, i) => !(i === rest.length - 1 && /^(?:page|screen)$/i.test(word)));
  return thing && thing.length > 0 ? thing.join(' ') : undefined;
}
