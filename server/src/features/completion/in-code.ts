import { comparePositions, contains, type Position, type Uri } from '../../base/text.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Editor } from '../editor.ts';
import { eventKind } from '../payload-owner.ts';
import { eventLabels } from '../../rules/edits/change-call.ts';
import { callAround, placeInCode, type CodePlace, type CodeQuestion } from './code-question.ts';
import { eventSuggestions } from './event-names.ts';
import { payloadElsewhere, payloadSuggestions } from './payload.ts';
import type { Answer } from './suggestion.ts';
import { tokenAt, type Token } from './token.ts';

/** Completion inside a tracking call: the name of the event, and its payload. */
export function completeCode(snapshot: Snapshot, uri: Uri, position: Position, editor: Editor): Answer | undefined {
  const asked = placeInCode(snapshot, uri, position, editor);
  if (!asked) return undefined;
  const call = callAround(asked);
  const answer = call && inCall({ ...asked, call });
  return answer ?? elsewhere(asked);
}

function inCall(question: CodeQuestion): Answer | undefined {
  const { call, position, lines, text, cursor } = question;
  if (comparePositions(position, call.calleeRange.end) <= 0) return undefined;
  const { range } = call.event;
  if (eventKind(call) && range && contains(range, position)) {
    const from = lines.offset(range.start);
    return eventSuggestions(question, tokenAt(text, from, cursor));
  }
  const inPayload = payloadSuggestions(question);
  if (inPayload) return inPayload;
  if (!eventKind(call) || call.event.names.length > 0) return undefined;
  const token = tokenAt(text, lines.offset(call.calleeRange.end), cursor);
  const isHere = call.event.missing
    ? startsArgument(text, token) || isLabelled(question, token)
    : isLabelled(question, token);
  return isHere ? eventSuggestions(question, token) : undefined;
}

/** An event or a payload that is written away from its call, in a constant or a variable, is completed where it stands. */
function elsewhere(place: CodePlace): Answer | undefined {
  const { snapshot, uri, position, lines, text, cursor } = place;
  for (const call of snapshot.allCalls()) {
    const plan = snapshot.planFor(call.uri);
    if (!plan) continue;
    const literal = call.event.names
      .map(name => name.literal)
      .find(literal => literal?.uri === uri && contains(literal.range, position));
    const asked = { ...place, plan, call };
    const answer = literal
      ? eventSuggestions(asked, tokenAt(text, lines.offset(literal.range.start), cursor))
      : payloadElsewhere(asked);
    if (answer) return answer;
  }
  return undefined;
}

/** Whether the token stands behind the label, or the key, under which the call takes its event: `event: `, `'event' => `, `Event: `. */
function isLabelled({ call, text }: CodeQuestion, { start }: Token): boolean {
  const label = /(\w+)["']?\s*(?::|=>|=)\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[1];
  return label !== undefined && eventLabels(call).has(label);
}

/** Whether the token is the first thing after a bracket or a comma. */
function startsArgument(text: string, { start }: Token): boolean {
  return /[(,]\s*$/.test(text.slice(Math.max(0, start - 200), start));
}
