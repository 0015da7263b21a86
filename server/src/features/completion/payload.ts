import { contains, type Range, type TextEdit } from '../../base/text.ts';
import type { PropertyDefinition, ValueConstraint } from '../../plan/plan.ts';
import { describeProperty, typeText } from '../describe.ts';
import { objectAround } from '../object-around.ts';
import { membersOf, ownerTitle, payloadOwners, propertiesOf, propertyAt } from '../payload-owner.ts';
import { allowedValues, entryText, payloadText, quoteOf, valueText } from '../payload-text.ts';
import type { CodeQuestion } from './code-question.ts';
import { payloadCursor, type PayloadCursor } from './payload-cursor.ts';
import type { Answer, Suggestion } from './suggestion.ts';
import { tokenAt, type Token } from './token.ts';

/** Keys and values inside the payload of a call, or the payload itself where it is yet to be written. */
export function payloadSuggestions(question: CodeQuestion): Answer | undefined {
  const { range, insertion } = question.call.payload;
  if (!range) return insertion?.kind === 'argument' ? wholePayload(question) : undefined;
  const place = placeInPayload(question);
  return place && inPayload(question, place);
}

/** Where the cursor stands in the payload that the call writes; undefined where it stands elsewhere. */
export function placeInPayload(question: CodeQuestion): PayloadCursor | undefined {
  const { call, position, lines, text, cursor } = question;
  const { range } = call.payload;
  if (!range || !(contains(range, position) || isBehindUnclosed(question, range))) return undefined;
  return payloadCursor(text, lines.offset(range.start), cursor, call.language);
}

/** At the end of what is typed, the blanks behind an open bracket are inside of it. */
function isBehindUnclosed({ call, text, lines, cursor }: CodeQuestion, range: Range): boolean {
  const end = lines.offset(range.end);
  return (
    call.unfinished && end < cursor && text.slice(end, cursor).trim() === '' && !/[)\]}]/.test(text.charAt(end - 1))
  );
}

/** The same in an object that a call takes its payload from, where it is written away from the call. */
export function payloadElsewhere(question: CodeQuestion): Answer | undefined {
  const { call, lines, text, cursor, uri, snapshot } = question;
  const file = snapshot.codeFiles.get(uri);
  const key = call.payload.properties.find(({ key }) => key.uri === uri)?.key;
  const object = file && key && objectAround(file, lines.offset(key.range.start));
  if (!object || cursor <= object.start || cursor >= object.end) return undefined;
  const place = payloadCursor(text, object.start, cursor, call.language);
  return place && inPayload(question, place);
}

/** A property that the plan lists at a place. */
interface Expected {
  readonly property: PropertyDefinition;
  /** Whose it is, for the documentation. */
  readonly place: string;
  /** Sent with every call, so rarely wanted in a single one. */
  readonly isCommon: boolean;
}

/** Of several events that a call can send, each property once; what is required first. */
function expectedAt({ plan, call }: CodeQuestion, path: readonly string[]): readonly Expected[] {
  const all = new Map<string, Expected>();
  for (const owner of payloadOwners(plan, call)) {
    const properties = path.length === 0 ? propertiesOf(owner) : (membersOf(propertyAt(owner, path)) ?? []);
    for (const property of properties) {
      const expected = { property, place: ownerTitle(owner), isCommon: owner.kind === 'common' };
      if (!all.has(property.name)) all.set(property.name, expected);
    }
  }
  return [...all.values()].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ property, isCommon }: Expected): number {
  return (isCommon ? 4 : 0) + (property.deprecated ? 2 : 0) + (property.required ? 0 : 1);
}

function inPayload(question: CodeQuestion, place: PayloadCursor): Answer | undefined {
  const { text, cursor } = question;
  const token = tokenAt(text, place.from, cursor);
  // A member of something, or a spread, is completed by the language's own tools.
  if (token.quote === undefined && text.charAt(token.start - 1) === '.') return undefined;
  const expected = expectedAt(question, place.path);
  const property = expected.find(({ property }) => property.name === place.key)?.property;
  // What is in the brackets of a list may be a map that has no entries yet.
  const isMap = place.inList && isObject(expectedAt(question, place.path.slice(0, -1)), place.path.at(-1));
  if (isMap) return keys(question, { ...place, inList: false }, token, expected);
  if (place.key !== undefined && !place.inList) return property && values(question, token, property);
  if (place.inList) {
    const list = place.path.at(-1) ?? place.key;
    const owner = expectedAt(question, place.path.slice(0, -1)).find(
      ({ property }) => property.name === list,
    )?.property;
    return owner?.items && values(question, token, owner.items);
  }
  return keys(question, place, token, expected);
}

function isObject(expected: readonly Expected[], name: string | undefined): boolean {
  return expected.some(({ property }) => property.name === name && property.properties !== undefined);
}

function keys(
  question: CodeQuestion,
  place: PayloadCursor,
  token: Token,
  expected: readonly Expected[],
): Answer | undefined {
  const { call, text } = question;
  const isTop = place.path.length === 0;
  const sent = new Set([
    ...place.siblings,
    ...(isTop ? call.payload.added : []),
    ...(isTop ? call.payload.properties.filter(({ name }) => name !== token.typed).map(({ name }) => name) : []),
  ]);
  const unsent = expected.filter(({ property }) => !sent.has(property.name));
  const isRenamed = /^\s*(?::|=>|=|to\b)/.test(text.slice(token.end, token.end + 40));
  return {
    suggestions: [
      ...(isRenamed || token.typed !== '' ? [] : allRequired(question, place, token, unsent)),
      ...unsent.map(each => key(question, place, token, each, isRenamed)),
    ],
  };
}

function key(
  question: CodeQuestion,
  { missingComma }: PayloadCursor,
  token: Token,
  { property, place }: Expected,
  isRenamed: boolean,
): Suggestion {
  const { write, lines } = question;
  const into = question.placeholders();
  const written = entryText(write, property, into, quoteOf(question.call));
  const [from, to] = keySpan(question, token);
  return {
    label: property.name,
    kind: 'Property',
    detail: typeText(property) + (property.required ? ', required' : ''),
    documentation: describeProperty(property, place),
    deprecated: property.deprecated,
    filter: question.text.slice(from, token.start) + (token.quote ?? '') + property.name,
    range: lines.range(from, to),
    newText: isRenamed ? into.text(keyText(question, property.name)) : written + into.text(commaAfter(question, token)),
    isSnippet: question.snippets,
    ...(!isRenamed && allowedValues(property) && { continues: question.snippets }),
    also: commaBefore(question, missingComma),
  };
}

/** The token with the marks that belong to a key in it: `@"key"`, `["key"]`. */
function keySpan({ text, write }: CodeQuestion, { start, end, quote }: Token): readonly [number, number] {
  const [open = '', close = ''] = write.entry('key', '').split('key');
  const [before, after] = [open.slice(0, -1), close.slice(1).replace(/[\s:=>].*$/, '')];
  const from = quote !== undefined && before !== '' && text.endsWith(before, start) ? start - before.length : start;
  return [from, from < start && after !== '' && text.startsWith(after, end) ? end + after.length : end];
}

/** One item for everything that is required and not there yet. */
function allRequired(
  question: CodeQuestion,
  { missingComma }: PayloadCursor,
  token: Token,
  unsent: readonly Expected[],
): readonly Suggestion[] {
  const required = unsent.filter(({ property, isCommon }) => property.required && !property.deprecated && !isCommon);
  const areOfOne = new Set(required.map(({ place }) => place)).size === 1;
  if (required.length < 2 || !areOfOne || token.quote !== undefined) return [];
  const { write, call, lines } = question;
  const into = question.placeholders();
  const entries = required.map(({ property }) => entryText(write, property, into, quoteOf(call)));
  return [
    {
      label: required.map(({ property }) => property.name).join(', '),
      kind: 'Struct',
      detail: 'all required properties',
      range: lines.range(token.start, token.end),
      newText: entries.join(', ') + into.text(commaAfter(question, token)),
      isSnippet: question.snippets,
      also: commaBefore(question, missingComma),
    },
  ];
}

function values(question: CodeQuestion, token: Token, constraint: ValueConstraint): Answer | undefined {
  const { write, lines, call } = question;
  const range = lines.range(token.start, token.end);
  const quote = token.quote ?? quoteOf(call);
  const comma = commaAfter(question, token);
  const allowed = allowedValues(constraint);
  if (allowed) {
    const suggestions = allowed.map((value): Suggestion => {
      const literal = write.literal(value, quote);
      const filter = token.quote === undefined ? String(value) : literal;
      return { label: String(value), kind: 'EnumMember', filter, range, newText: literal + comma };
    });
    return { suggestions, isOfValues: true };
  }
  const isObject = constraint.properties?.some(member => member.required) ?? false;
  if (!isObject || token.quote !== undefined || token.typed !== '') return undefined;
  const into = question.placeholders();
  const newText = valueText(write, constraint, into, quote) + into.text(comma);
  const label = (constraint.properties ?? [])
    .filter(({ required }) => required)
    .map(({ name }) => name)
    .join(', ');
  return { suggestions: [{ label: `{ ${label} }`, kind: 'Struct', range, newText, isSnippet: question.snippets }] };
}

/** The whole payload, where the cursor stands behind the event's argument and none is written yet. */
function wholePayload(question: CodeQuestion): Answer | undefined {
  const { call, text, lines, cursor, write } = question;
  const { insertion, properties, added } = call.payload;
  const start = call.event.range?.end ?? call.calleeRange.end;
  const between = text.slice(lines.offset(start), cursor);
  if (!insertion || !/^\s*\(?\s*,?\s*$/.test(between) || !/[(,]/.test(between)) return undefined;
  const sent = new Set([...properties.map(({ name }) => name), ...added]);
  const expected = expectedAt(question, []).filter(({ property, isCommon }) => !isCommon && !sent.has(property.name));
  const required = expected.filter(({ property }) => property.required && !property.deprecated);
  const chosen = (required.length > 0 ? required : expected).map(({ property }) => property);
  if (chosen.length === 0) return undefined;
  const into = question.placeholders();
  const options = { insertion: { ...insertion, before: '', after: '' }, quote: quoteOf(call) };
  const label = `{ ${chosen.map(({ name }) => name).join(', ')} }`;
  const detail = required.length > 0 ? 'all required properties' : 'all properties';
  const newText = payloadText(write, chosen, into, options);
  const range = lines.range(cursor, cursor);
  return { suggestions: [{ label, kind: 'Struct', detail, range, newText, isSnippet: question.snippets }] };
}

/** The key alone, as the language writes it. */
function keyText({ write }: CodeQuestion, name: string): string {
  const entry = write.entry(name, '\u0000');
  return /^(?:(["']).*?\1|[^\s:=]+)/.exec(entry)?.[0] ?? name;
}

/** What must follow an entry, where another stands behind it. */
function commaAfter({ text }: CodeQuestion, { end }: Token): string {
  const next = /^\s*(?:(?:\/\/|#)[^\n]*\s*)*(\S?)/.exec(text.slice(end, end + 2000))?.[1] ?? '';
  return next === '' || ')]},'.includes(next) ? '' : ',';
}

function commaBefore({ uri, lines }: CodeQuestion, at: number | undefined): readonly TextEdit[] {
  return at === undefined ? [] : [{ uri, range: lines.range(at, at), newText: ',' }];
}
