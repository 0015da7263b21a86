import { nearest } from '../../base/closest.ts';
import type { Problem } from '../../base/finding.ts';
import type { EventName, TrackCall } from '../../code/track-call.ts';
import type { EventDefinition, TrackingPlan } from '../../plan/plan.ts';
import { renamingFix } from '../edits/rename-event.ts';
import { replaceLiteral } from '../edits/replace-literal.ts';
import { list, quote } from '../phrase.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { judgeName } from './judge-name.ts';
import { nameIndex } from './name-index.ts';
import { planEntry, whereWritten } from './related.ts';
import { wordFaults, type WordClass, type WordFault } from './vocabulary.ts';

/** What `unknown-object` and `unknown-action` do: the same for two classes of words. */
export function wordRule(is: WordClass): Pick<Rule, 'call' | 'event'> {
  return {
    *call(call, context) {
      for (const name of call.event.names) yield* callProblems(name, call, is, context);
    },
    *event(event, { plan, snapshot }) {
      if (event.kind !== 'track' || event.status === 'deprecated' || event.status === 'removed') return;
      for (const fault of wordFaults(event.name, plan).filter(fault => fault.is === is)) {
        yield {
          range: event.location.range,
          message: says(fault, plan),
          related: wordPlace(fault),
          fixes: () => renamingFix(event, fault.corrected, plan, snapshot),
        };
      }
    },
  };
}

function* callProblems(name: EventName, call: TrackCall, is: WordClass, context: RuleContext): Iterable<Problem> {
  const { plan } = context;
  const verdict = judgeName(name.value, call, context);
  if (verdict.is === 'synonym' && verdict.fault.is === is) {
    yield inCode(verdict.fault, verdict.meant);
  } else if (call.kind === 'track' && (verdict.is === 'unknown' || verdict.is === 'unchecked') && !isTypo()) {
    for (const fault of wordFaults(name.value, plan)) if (fault.is === is) yield inCode(fault);
  }

  /** A name that is nearly one of the plan is told so by `unknown-event`. */
  function isTypo(): boolean {
    return (
      verdict.is === 'unknown' &&
      context.isOn('unknown-event') &&
      nameIndex(plan, 'track').nearest(name.value).length > 0
    );
  }

  function inCode(fault: WordFault, meant?: EventDefinition): Problem {
    const corrected = meant?.name ?? fault.corrected;
    return {
      range: name.range,
      message: says(fault, plan),
      related: [...whereWritten(name, call), ...wordPlace(fault), ...(meant ? [planEntry(meant)] : [])],
      fixes: () =>
        corrected === undefined
          ? []
          : replaceLiteral(name.literal, corrected, call, { isMeant: meant !== undefined, preferred: true }),
    };
  }
}

function says({ is, text, synonymOf }: WordFault, { vocabulary }: TrackingPlan): string {
  if (synonymOf) return `${quote(text)} is a synonym: this plan's ${is} is ${quote(synonymOf.name)}.`;
  const words = (is === 'object' ? vocabulary?.objects : vocabulary?.actions)?.map(word => word.name) ?? [];
  const near = nearest(text, words, 2);
  const advice =
    near.length > 0
      ? `Did you mean ${list(near.map(quote), 'or')}?`
      : `It has ${list(words.map(quote))}; use one of them, or add this one.`;
  return `${quote(text)} is no ${is} of the plan's vocabulary. ${advice}`;
}

function wordPlace({
  synonymOf,
}: WordFault): { readonly message: string; readonly uri: string; readonly range: EventName['range'] }[] {
  return synonymOf ? [{ ...synonymOf.location, message: `${quote(synonymOf.name)} in the vocabulary.` }] : [];
}
