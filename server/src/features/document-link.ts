import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { Located, Location, Range } from '../base/text.ts';
import type { EventDefinition, EventKind, PlanFile, PropertyDefinition, TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/**
 * Links of a plan from each mention to what it names: references to shared properties, replacements, sources, and the
 * events of metrics and funnels; of a config to the configs that it extends. Null where there can be none.
 */
export function documentLink(snapshot: Snapshot, { textDocument: { uri } }: DocumentLinkParams): DocumentLink[] | null {
  const file = snapshot.planFiles.get(uri);
  const plan = snapshot.planFor(uri);
  if (file && plan) {
    return [...mentions(file, plan)].flatMap(({ range, target }) => (target ? [link(range, target)] : []));
  }
  const config = snapshot.configFile(uri);
  return config ? config.extendedFiles.map(({ value, range }) => ({ range, target: value })) : null;
}

interface Mention {
  readonly range: Range;
  readonly target: Location | undefined;
}

function* mentions(file: PlanFile, plan: TrackingPlan): Iterable<Mention> {
  const toEvent = ({ value, range }: Located<string>, kinds: readonly EventKind[] = anyKind): Mention => ({
    range,
    target: kinds.map(kind => plan.events[kind].get(value)).find(event => event !== undefined)?.location,
  });
  for (const event of file.events) {
    yield* (event.sources ?? []).map(({ value, range }) => ({
      range,
      target: plan.sources.find(({ name }) => name === value)?.location,
    }));
    if (event.replacedBy) yield toEvent(event.replacedBy, [event.kind]);
    yield* replacedProperties(event);
    yield* references(event.properties ?? [], plan);
  }
  for (const properties of [file.properties, file.common, file.identify?.properties, file.group?.properties])
    yield* references(properties ?? [], plan);
  for (const { events } of file.metrics) yield* events.map(event => toEvent(event));
  for (const { steps } of file.funnels) yield* steps.map(step => toEvent(step));
  for (const mention of file.mentions ?? []) yield toEvent(mention);
}

const anyKind: readonly EventKind[] = ['track', 'page', 'screen'];

function* replacedProperties({ properties = [] }: EventDefinition): Iterable<Mention> {
  for (const { replacedBy } of properties) {
    if (!replacedBy) continue;
    const { value, range } = replacedBy;
    yield { range, target: properties.find(({ name }) => name === value)?.location };
  }
}

function* references(properties: readonly PropertyDefinition[], plan: TrackingPlan): Iterable<Mention> {
  for (const { ref, properties: members, items } of properties) {
    for (const { value, range } of [ref, items?.ref].filter(each => each !== undefined))
      yield { range, target: plan.shared.get(value)?.location };
    yield* references(members ?? items?.properties ?? [], plan);
  }
}

/** Editors take a place in a file from the fragment of its address. */
function link(range: Range, { uri, range: { start } }: Location): DocumentLink {
  return { range, target: `${uri}#L${start.line + 1},${start.character + 1}` };
}
