import type { Lines } from '../../base/lines.ts';
import { comparePositions, contains, type Position, type Uri } from '../../base/text.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { TrackCall } from '../../code/track-call.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Editor } from '../editor.ts';
import { eventKind } from '../payload-owner.ts';
import { PlainText, SnippetText } from '../placeholders.ts';
import type { CodeQuestion } from './code-question.ts';
import { eventSuggestions } from './event-names.ts';
import { payloadElsewhere, payloadSuggestions } from './payload.ts';
import type { Answer } from './suggestion.ts';
import { tokenAt, type Token } from './token.ts';

/** Completion inside a tracking call: the name of the event, and its payload. */
export function completeCode(snapshot: Snapshot, uri: Uri, position: Position, editor: Editor): Answer | undefined {
  const plan = snapshot.planFor(uri);
  const text = snapshot.text(uri);
  const lines = snapshot.codeFiles.get(uri)?.lines;
  const write = languageOf(uri)?.write;
  if (!plan || text === undefined || !lines || !write) return undefined;
  const cursor = lines.offset(position);
  const placeholders = () => (editor.snippets ? new SnippetText() : new PlainText());
  const shared = { snapshot, plan, uri, text, lines, cursor, position, write, placeholders, snippets: editor.snippets };
  const call = callAround(snapshot.calls(uri), text, lines, position);
  const answer = call && inCall({ ...shared, call });
  return answer ?? elsewhere(shared);
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
  if (!eventKind(call) || !call.event.missing) return undefined;
  const token = tokenAt(text, lines.offset(call.calleeRange.end), cursor);
  return startsArgument(text, token) ? eventSuggestions(question, token) : undefined;
}

/** An event or a payload that is written away from its call, in a constant or a variable, is completed where it stands. */
function elsewhere(question: Omit<CodeQuestion, 'call'>): Answer | undefined {
  const { snapshot, uri, position, lines, text, cursor } = question;
  for (const call of snapshot.allCalls()) {
    const plan = snapshot.planFor(call.uri);
    if (!plan) continue;
    const literal = call.event.names
      .map(name => name.literal)
      .find(literal => literal?.uri === uri && contains(literal.range, position));
    const asked = { ...question, plan, call };
    const answer = literal
      ? eventSuggestions(asked, tokenAt(text, lines.offset(literal.range.start), cursor))
      : payloadElsewhere(asked);
    if (answer) return answer;
  }
  return undefined;
}

/** The innermost call that holds the cursor. What is being typed at the end of an unfinished call belongs to it. */
function callAround(
  calls: readonly TrackCall[],
  text: string,
  lines: Lines,
  position: Position,
): TrackCall | undefined {
  const around = calls.findLast(call => contains(call.range, position));
  if (around) return around;
  const before = calls.findLast(call => comparePositions(call.range.end, position) <= 0);
  if (!before?.unfinished) return undefined;
  const between = text.slice(lines.offset(before.range.end), lines.offset(position));
  return between.trim() === '' ? before : undefined;
}

/** Whether the token is the first thing after a bracket or a comma. */
function startsArgument(text: string, { start }: Token): boolean {
  return /[(,]\s*$/.test(text.slice(Math.max(0, start - 200), start));
}
