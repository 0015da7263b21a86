import type { Fix } from '../../base/finding.ts';
import { difference } from '../../base/difference.ts';
import { Lines } from '../../base/lines.ts';
import type { TextEdit } from '../../base/text.ts';
import { formatById } from '../../plan/formats/index.ts';
import type { EventDefinition, PlanFile, TrackingPlan } from '../../plan/plan.ts';
import { quote } from '../phrase.ts';

/** Says of an event that it is over, and what is sent in its place; only in formats that can say both. */
export function deprecationFix(event: EventDefinition, successor: string, { files }: TrackingPlan): readonly Fix[] {
  const file = files.find(({ uri }) => uri === event.location.uri);
  const edits = file && edited(file, event, successor);
  return edits ? [{ title: `Deprecate ${quote(event.name)} in favour of ${quote(successor)}`, edits }] : [];
}

/** One key after the other, each in the text that the one before has left: both may have to be written at one place. */
function edited(file: PlanFile, event: EventDefinition, successor: string): readonly TextEdit[] | undefined {
  const format = formatById(file.format);
  let text = file.text;
  for (const [key, value] of [
    ['status', 'deprecated'],
    ['replaced_by', successor],
  ] as const) {
    const current = text === file.text ? file : format?.parse(file.uri, text);
    const target = current?.events.find(({ kind, name }) => kind === event.kind && name === event.name);
    const edits = current && target && format?.write?.setEventKey(current, target, key, value);
    if (!edits) return undefined;
    text = applied(text, edits);
  }
  return [{ uri: file.uri, ...difference(file.text, text) }];
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  return edits.toReversed().reduce((result, { range, newText }) => {
    return result.slice(0, lines.offset(range.start)) + newText + result.slice(lines.offset(range.end));
  }, text);
}
