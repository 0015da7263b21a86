import type { Location } from '../../server/src/base/text.ts';
import type { PlanTree } from '../../server/src/lsp/protocol.ts';

/** The tree of the plans as text: a line for each event, and for what the code sends beyond them. */
export function printTree(
  { isComplete, plans }: PlanTree,
  nameOf: (uri: string) => string,
  placeOf: (place: Location) => string,
): string {
  const places = (locations: readonly Location[]) => locations.map(placeOf).join(', ');
  return plans
    .flatMap(plan => [
      `${plan.name} in ${nameOf(plan.uri)}${isComplete ? '' : ', not all read'}`,
      ...plan.events.map(event => {
        const { kind, name, object, owner, sources, status, isExpected, calls, problems, worst, unsent } = event;
        const facts = [
          ...[
            kind,
            `object ${object}`,
            ...(owner === undefined ? [] : [`owner ${owner}`]),
            `from ${sources.join('+')}`,
          ],
          ...[status, isExpected ? 'expected' : 'not expected', `${calls} calls`, `${problems} problems`],
          ...[...(worst ? [`worst ${worst}`] : []), ...(unsent.length > 0 ? [`unsent ${unsent.join('+')}`] : [])],
        ];
        return `  ${name}: ${facts.join(', ')}; ${placeOf(event.location)}`;
      }),
      ...plan.unplanned.map(({ kind, name, calls }) => `  not planned: ${kind} ${name} ${places(calls)}`),
      ...(plan.dynamic.length > 0 ? [`  made at run time: ${places(plan.dynamic)}`] : []),
    ])
    .join('\n');
}
