import type { Call, CodeFile } from '../../server/src/code/facts.ts';
import { offsetIn } from '../../server/src/code/unit-places.ts';

/** All calls of a file with their places in the file instead of those in their units; those of arguments are left as they are. */
export function placedCalls({ units }: CodeFile): readonly Call[] {
  return units.flatMap(unit =>
    unit.calls.map(call => {
      const from = (at: number): number => offsetIn(unit, at);
      // What ends where something was left out ends before it.
      const to = (begin: number, end: number): number => (end > begin ? from(end - 1) + 1 : from(begin));
      const { at, end, nameAt, nameEnd, argsAt, argsEnd } = call;
      return {
        ...call,
        at: from(at),
        end: to(at, end),
        nameAt: from(nameAt),
        nameEnd: to(nameAt, nameEnd),
        argsAt: to(at, argsAt),
        argsEnd: to(argsAt, argsEnd),
      };
    }),
  );
}
