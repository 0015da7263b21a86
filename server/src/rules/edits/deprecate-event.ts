import type { Fix } from '../../base/finding.ts';
import { formatById } from '../../plan/formats/index.ts';
import type { EventDefinition, TrackingPlan } from '../../plan/plan.ts';
import { quote } from '../phrase.ts';
import { rewriteFile, type Step } from './rewrite-file.ts';

/** Says of an event that it is over, and what is sent in its place; only in formats that can say both. */
export function deprecationFix(event: EventDefinition, successor: string, { files }: TrackingPlan): readonly Fix[] {
  const file = files.find(({ uri }) => uri === event.location.uri);
  const edit =
    file && rewriteFile(file, [setKey(event, 'status', 'deprecated'), setKey(event, 'replaced_by', successor)]);
  return edit
    ? [
        {
          kind: 'deprecate-event',
          title: `Deprecate ${quote(event.name)} in favour of ${quote(successor)}`,
          edits: [edit],
        },
      ]
    : [];
}

/** Says of an event that it is over, without anything in its place. */
export function retirementFix(event: EventDefinition, { files }: TrackingPlan): readonly Fix[] {
  const file = files.find(({ uri }) => uri === event.location.uri);
  const edits = file && formatById(file.format)?.write?.setEventKey(file, event, 'status', 'deprecated');
  return edits ? [{ kind: 'deprecate-event', title: `Deprecate ${quote(event.name)}`, edits }] : [];
}

function setKey(event: EventDefinition, key: string, value: string): Step {
  return (file, { write }) => {
    const target = file.events.find(({ kind, name }) => kind === event.kind && name === event.name);
    return target && write?.setEventKey(file, target, key, value);
  };
}
