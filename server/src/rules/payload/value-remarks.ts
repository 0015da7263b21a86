import type { Fix, Problem } from '../../base/finding.ts';
import type { SentProperty, TrackCall } from '../../code/track-call.ts';
import { quote } from '../phrase.ts';
import type { RuleContext } from '../rule.ts';
import { levelsOf } from './levels.ts';
import { remarks } from './remarks.ts';
import { faultsOf, type SentFault } from './value-faults.ts';

/** Problems of the values that a call sends: the part that `wrong-type` and `invalid-value` share. */
export function* valueProblems(
  call: TrackCall,
  context: RuleContext,
  is: SentFault['is'],
  fixes: (fault: SentFault, sent: SentProperty) => readonly Fix[],
): Iterable<Problem> {
  yield* remarks(call, context, function* (target) {
    for (const level of levelsOf(call, target, context.plan)) {
      for (const sent of level.payload.properties) {
        const definition = level.definitions.get(sent.name);
        if (!definition) continue;
        for (const fault of faultsOf(sent.value, definition)) {
          if (fault.is !== is) continue;
          yield {
            range: fault.range,
            says: events => `${quote(level.path + sent.name + fault.path)} of ${events} ${fault.says}.`,
            related: [{ ...definition.location, message: `${quote(sent.name)} in the tracking plan.` }],
            fixes: () => fixes(fault, sent),
          };
        }
      }
    }
  });
}
