import type { Fix, Problem } from '../../base/finding.ts';
import type { SentProperty, TrackCall } from '../../code/track-call.ts';
import { quote } from '../phrase.ts';
import type { RuleContext } from '../rule.ts';
import type { PropertyDefinition } from '../../plan/plan.ts';
import { levelsOf, type Level } from './levels.ts';
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
      for (const { sent, definition, fault } of faultsAt(level)) {
        if (fault.is !== is) continue;
        const { range, path, says } = fault;
        yield {
          range,
          says: events => `${quote(level.path + sent.name + path)} of ${events} ${says}.`,
          related: [{ ...definition.location, message: `${quote(sent.name)} in the tracking plan.` }],
          fixes: () => fixes(fault, sent),
        };
      }
    }
  });
}

interface FaultAt {
  readonly sent: SentProperty;
  readonly definition: PropertyDefinition;
  readonly fault: SentFault;
}

/** The faults of all values of an object; found once for the two rules that tell of them. */
function faultsAt(level: Level): readonly FaultAt[] {
  let faults = byLevel.get(level);
  if (!faults) byLevel.set(level, (faults = findFaults(level)));
  return faults;
}

const byLevel = new WeakMap<Level, readonly FaultAt[]>();

function findFaults({ payload, definitions }: Level): readonly FaultAt[] {
  return payload.properties.flatMap(sent => {
    const definition = definitions.get(sent.name);
    return definition ? faultsOf(sent.value, definition).map(fault => ({ sent, definition, fault })) : [];
  });
}
