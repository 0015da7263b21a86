import type { Fix } from '../../base/finding.ts';
import type { Located, TextEdit } from '../../base/text.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { EventDefinition, TrackingPlan } from '../../plan/plan.ts';
import { formatById } from '../../plan/formats/index.ts';
import { placesOfName } from '../../plan/places-of-name.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { quote } from '../phrase.ts';
import { textAt } from './text-at.ts';

/** Gives an event of the plan another name: in its entry, wherever the plan refers to it, and in every literal of the code that holds it. */
export function renameEvent(
  event: EventDefinition,
  name: string,
  plan: TrackingPlan,
  snapshot: Snapshot,
): readonly TextEdit[] {
  return unique([...planEdits(event, name, plan, snapshot), ...codeEdits(event, name, plan, snapshot)]);
}

function planEdits(event: EventDefinition, name: string, plan: TrackingPlan, snapshot: Snapshot): readonly TextEdit[] {
  return plan.files.flatMap(file => {
    const writer = formatById(file.format)?.write;
    if (!writer) return [];
    const own = file.events.filter(({ kind, name }) => kind === event.kind && name === event.name);
    const places = own.flatMap(definition =>
      placesOfName(definition).flatMap(({ uri, range }) => (uri === file.uri ? [range] : [])),
    );
    if (event.kind === 'track') {
      const references: readonly (Located<string> | undefined)[] = [
        ...file.events.map(({ replacedBy }) => replacedBy),
        ...file.metrics.flatMap(({ events }) => events),
        ...file.funnels.flatMap(({ steps }) => steps),
      ];
      places.push(...references.flatMap(found => (found?.value === event.name ? [found.range] : [])));
    }
    return places.flatMap(range => {
      const old = textAt({ uri: file.uri, range }, snapshot);
      return old === undefined ? [] : [{ uri: file.uri, range, newText: writer.spell(old, name) }];
    });
  });
}

function codeEdits(event: EventDefinition, name: string, plan: TrackingPlan, snapshot: Snapshot): readonly TextEdit[] {
  return snapshot
    .callsTo(plan, event)
    .flatMap(call => call.event.names)
    .flatMap(({ value, literal }) => {
      const writer = literal && languageOf(literal.uri)?.write;
      if (value !== event.name || !writer) return [];
      return [{ uri: literal.uri, range: literal.range, newText: writer.literal(name, literal.quote) }];
    });
}

/** Renames an event to its corrected name; nothing where there is none, or where another event has that name already. */
export function renamingFix(
  event: EventDefinition,
  corrected: string | undefined,
  plan: TrackingPlan,
  snapshot: Snapshot,
): readonly Fix[] {
  if (corrected === undefined || plan.events[event.kind].has(corrected)) return [];
  if (placesOfName(event).length === 0) return [];
  const edits = renameEvent(event, corrected, plan, snapshot);
  const where = edits.some(edit => !plan.files.some(file => file.uri === edit.uri))
    ? ' in the plan and in the code'
    : '';
  return edits.length > 0
    ? [{ kind: 'rename-event', title: `Rename to ${quote(corrected)}${where}`, edits, preferred: true }]
    : [];
}

/** Calls that share a constant share its edit. */
function unique(edits: readonly TextEdit[]): readonly TextEdit[] {
  const seen = new Map<string, TextEdit>();
  for (const edit of edits) {
    const { start } = edit.range;
    seen.set(`${edit.uri}:${start.line}:${start.character}`, edit);
  }
  return [...seen.values()];
}
