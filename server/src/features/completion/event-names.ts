import type { TextEdit } from '../../base/text.ts';
import type { EventDefinition } from '../../plan/plan.ts';
import { settledInsertion } from '../../rules/edits/insert-entries.ts';
import { sourcesOf } from '../../workspace/sources.ts';
import { eventKind, missingProperties } from '../payload-owner.ts';
import { payloadText, quoteOf } from '../payload-text.ts';
import { PlainText } from '../placeholders.ts';
import { bestMatches, candidate, type Candidate } from './best-matches.ts';
import type { CodeQuestion } from './code-question.ts';
import type { Answer, Suggestion } from './suggestion.ts';
import type { Token } from './token.ts';

/** The events that a call of this kind may send, each with what it requires, for the token in the event's place. */
export function eventSuggestions(question: CodeQuestion, token: Token): Answer | undefined {
  const { plan, call, uri, text } = question;
  const kind = eventKind(call);
  // `EVENTS.` is completed by the language's own tools.
  if (!kind || (token.quote === undefined && text.charAt(token.start - 1) === '.')) return undefined;
  const sources = new Set(sourcesOf(plan, uri).map(source => source.name));
  const candidates = candidatesOf(plan.events[kind]);
  const isIncomplete = candidates.length > mostItems;
  const typed = isIncomplete ? token.typed : '';
  // What this file would send comes first, what nobody should send any more last.
  const best = bestMatches(candidates, typed, mostItems, ({ isOld, event }) =>
    isOld ? 2 : sources.size === 0 || isSentFrom(event, sources) ? 0 : 1,
  );
  return { isIncomplete, suggestions: best.flatMap(({ event }) => suggestion(question, token, event, sources)) };
}

const mostItems = 100;

interface EventCandidate extends Candidate {
  readonly event: EventDefinition;
  /** Nobody should send it any more. */
  readonly isOld: boolean;
}

/** The events of a plan, made ready once for all the questions about them. */
function candidatesOf(events: ReadonlyMap<string, EventDefinition>): readonly EventCandidate[] {
  let candidates = candidatesByPlan.get(events);
  if (!candidates) {
    candidates = [...events.values()].map(event => {
      const isOld = event.status === 'deprecated' || event.status === 'removed';
      return { ...candidate(event.name), event, isOld };
    });
    candidatesByPlan.set(events, candidates);
  }
  return candidates;
}

const candidatesByPlan = new WeakMap<ReadonlyMap<string, EventDefinition>, readonly EventCandidate[]>();

function isSentFrom({ sources: allowed }: EventDefinition, sources: ReadonlySet<string>): boolean {
  return !allowed || sources.size === 0 || allowed.some(({ value }) => sources.has(value));
}

function suggestion(
  question: CodeQuestion,
  token: Token,
  event: EventDefinition,
  sources: ReadonlySet<string>,
): readonly Suggestion[] {
  if (event.name === '' || event.status === 'removed') return [];
  const { plan, lines, write, call } = question;
  const quote = token.quote ?? quoteOf(call);
  const literal = write.literal(event.name, quote);
  // A language that writes the name in other quotes than those that were typed replaces them.
  const keepsQuote = token.quote !== undefined && literal.startsWith(token.quote);
  const start = keepsQuote ? token.start + token.quote.length : token.start;
  const range = lines.range(start, token.end);
  const name = keepsQuote ? literal.slice(token.quote.length) : literal;
  return [
    {
      label: event.name,
      kind: 'Event',
      detail: detailOf(event, sources),
      deprecated: event.status === 'deprecated',
      filter: token.quote !== undefined && !keepsQuote ? token.quote + event.name : event.name,
      range,
      ...withPayload(question, token, event, name),
      isSnippet: question.snippets,
      data: { root: plan.root, kind: event.kind, event: event.name },
    },
  ];
}

function detailOf(event: EventDefinition, sources: ReadonlySet<string>): string {
  const said = [
    event.status === 'active' ? '' : event.status,
    isSentFrom(event, sources) ? '' : `sent from ${(event.sources ?? []).map(({ value }) => value).join(', ')}`,
    event.description?.value.split(/\.\s|\n/)[0] ?? '',
  ];
  return said.filter(part => part !== '').join(' · ');
}

/**
 * The name with what the event requires: behind the name in the same edit, where the payload stands there, so that its
 * places can be filled in; in an edit of its own where it stands elsewhere. Only the name where a payload is written.
 */
function withPayload(
  { call, uri, lines, text, write, placeholders }: CodeQuestion,
  token: Token,
  event: EventDefinition,
  name: string,
): { readonly newText: string; readonly also?: readonly TextEdit[] } {
  const into = placeholders();
  const { range: written } = call.payload;
  const insertion = call.payload.insertion && settledInsertion(call.payload.insertion, text);
  const required = missingProperties({ kind: 'event', event }, call.payload);
  const end = into.text(closing(text, token, call.unfinished));
  // One of several names that the argument can be says nothing of the payload.
  const from = call.event.range && lines.offset(call.event.range.start);
  // The mark before a string belongs to it: `@"x"`, `r"x"`.
  const isPart = from !== undefined && !/^[@$A-Za-z]{0,2}$/.test(text.slice(from, token.start)) && !call.event.missing;
  if (isPart || written || insertion?.kind !== 'argument' || insertion.uri !== uri || required.length === 0) {
    return { newText: into.text(name) + end };
  }
  const mark = token.quote !== undefined && text.charAt(token.start - 1) === '@' ? '@' : '';
  const options = { insertion, quote: token.quote === undefined ? quoteOf(call) : mark + token.quote };
  const isNew = call.event.names.length === 0;
  // A name that has no place yet is followed by its payload, unless other arguments follow.
  if (isNew && !/^\s*(?:$|[)\]}])/.test(text.slice(token.end, token.end + 200)))
    return { newText: into.text(name) + end };
  const isNext = isNew || !token.closed || lines.offset(insertion.range.start) === token.end;
  if (isNext) return { newText: into.text(name) + payloadText(write, required, into, options) + end };
  const also = [{ uri, range: insertion.range, newText: payloadText(write, required, new PlainText(), options) }];
  return { newText: into.text(name) + end, also };
}

/** The bracket that a half-typed call lacks, where nothing follows on its line. */
function closing(text: string, token: Token, isUnfinished: boolean): string {
  if (!isUnfinished) return '';
  const lineEnd = text.indexOf('\n', token.end);
  return text.slice(token.end, lineEnd < 0 ? undefined : lineEnd).trim() === '' ? ')' : '';
}
