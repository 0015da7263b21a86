import type { Fix } from '../../base/finding.ts';
import { splitWords } from '../../base/words.ts';
import { formatById } from '../../plan/formats/index.ts';
import type { EventDefinition, PropertyDefinition, TrackingPlan } from '../../plan/plan.ts';
import { perPlan } from '../per-plan.ts';

/**
 * Adds a description to an event that has none: a sentence made of its name, to be written over. Nothing where the format
 * has no place for one.
 */
export function describeEventFix(event: EventDefinition, { files }: TrackingPlan): readonly Fix[] {
  const file = files.find(({ uri }) => uri === event.location.uri);
  const draft = `Sent when ${lowerWords(event.name)}.`;
  const edits = file && formatById(file.format)?.write?.setEventKey(file, event, 'description', draft);
  return edits ? [{ kind: 'describe', title: 'Add a description', edits }] : [];
}

/** As `describeEventFix`; what another event says of a property of the same name is taken as it is. */
export function describePropertyFix(property: PropertyDefinition, plan: TrackingPlan): readonly Fix[] {
  const file = plan.files.find(({ uri }) => uri === property.location.uri);
  const known = descriptions(plan).get(property.name);
  const text = known?.description ?? `The ${lowerWords(property.name)}.`;
  const edits = file && formatById(file.format)?.write?.setPropertyKey?.(file, property, 'description', text);
  if (!edits) return [];
  const title = known ? `Describe it as in \`${known.event}\`` : 'Add a description';
  return [{ kind: 'describe', title, edits, ...(known && { preferred: true }) }];
}

function lowerWords(name: string): string {
  return splitWords(name)
    .map(({ text }) => (/^\p{Lu}{2,}/u.test(text) ? text : text.toLowerCase()))
    .join(' ');
}

/** What the plan says of properties, by name: the first description that there is, and the event that has it. */
const descriptions = perPlan(plan => {
  const found = new Map<string, { readonly description: string; readonly event: string }>();
  for (const events of Object.values(plan.events)) {
    for (const event of events.values()) {
      for (const { name, description } of event.properties ?? []) {
        if (description !== undefined && description.trim() !== '' && !found.has(name))
          found.set(name, { description, event: event.name });
      }
    }
  }
  return found;
});
