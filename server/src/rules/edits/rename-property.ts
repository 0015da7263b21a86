import type { Fix } from '../../base/finding.ts';
import type { TextEdit } from '../../base/text.ts';
import type { EventDefinition, PropertyDefinition, TrackingPlan } from '../../plan/plan.ts';
import { formatById } from '../../plan/formats/index.ts';
import { placesOfName } from '../../plan/places-of-name.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { quote } from '../phrase.ts';
import { keyEdit } from './edit-property.ts';
import { textAt } from './text-at.ts';

/** Renames a property of an event in its entry and in the calls that send this event and no other. */
export function renamingPropertyFix(
  property: PropertyDefinition,
  event: EventDefinition,
  corrected: string,
  plan: TrackingPlan,
  snapshot: Snapshot,
): readonly Fix[] {
  const places = placesOfName(property);
  const inPlan = places.flatMap(location => {
    const file = plan.files.find(({ uri }) => uri === location.uri);
    const old = textAt(location, snapshot);
    const writer = file && formatById(file.format)?.write;
    return writer && old !== undefined ? [{ ...location, newText: writer.spell(old, corrected) }] : [];
  });
  const isTaken = event.properties?.some(({ name }) => name === corrected) === true;
  if (isTaken || inPlan.length === 0 || inPlan.length < places.length) return [];
  const inCode = codeEdits(property, event, corrected, plan, snapshot);
  const where = inCode.length > 0 ? ' in the plan and in the code' : '';
  return [
    {
      kind: 'rename-property',
      title: `Rename to ${quote(corrected)}${where}`,
      edits: [...inPlan, ...inCode],
      preferred: true,
    },
  ];
}

function codeEdits(
  property: PropertyDefinition,
  event: EventDefinition,
  corrected: string,
  plan: TrackingPlan,
  snapshot: Snapshot,
): readonly TextEdit[] {
  const calls = snapshot.callsTo(plan, event).filter(call => call.event.names.length === 1);
  const edits = calls
    .flatMap(call => call.payload.properties)
    .flatMap(sent => (sent.name === property.name ? (keyEdit(sent, corrected, snapshot) ?? []) : []));
  return [
    ...new Map(
      edits.map(edit => [`${edit.uri} ${edit.range.start.line} ${edit.range.start.character}`, edit]),
    ).values(),
  ];
}
