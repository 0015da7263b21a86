import { Lines } from '../base/lines.ts';
import { contains, type Range, type Uri } from '../base/text.ts';
import { isJavaScript } from '../code/language-families.ts';
import type { LanguageId } from '../code/language-id.ts';
import { languageOf, languages } from '../code/languages/index.ts';
import type { CodeWriter } from '../code/language.ts';
import type { Locator, Sdk, SdkCall } from '../code/sdk.ts';
import { sdks } from '../code/sdks/index.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, EventKind, PropertyDefinition, TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { entryText, payloadText, quoteOf } from './payload-text.ts';
import { PlainText } from './placeholders.ts';

export interface CallTextParams {
  /** A file of the plan. */
  readonly plan: Uri;
  readonly kind: EventKind;
  readonly name: string;
  /** The code file that it is meant for, where there is one: its language and its ways come first. */
  readonly beside?: Uri;
}

export interface CallText {
  readonly text: string;
  /** Title of the language that it is written in. */
  readonly language: string;
}

/**
 * A call that sends an event with what it requires, as the workspace's own calls are written; in the words of the SDK that
 * the plan names where there is none to go by. Null where the plan has no such event.
 */
export function callText(snapshot: Snapshot, { plan: uri, kind, name, beside }: CallTextParams): CallText | null {
  const plan = snapshot.planFor(uri);
  const event = plan?.events[kind].get(name);
  if (!plan || !event) return null;
  const wanted = beside === undefined ? undefined : languageOf(beside)?.id;
  for (const sample of samples(snapshot, plan, kind, beside, wanted)) {
    const text = likeSample(snapshot, sample, event);
    if (text !== undefined) return { text, language: titleOf(sample.language) };
  }
  return fromSdk(plan, event, wanted);
}

/** The calls to go by, best first: of this file, of its language, and among them those that most others are like. */
function samples(
  snapshot: Snapshot,
  plan: TrackingPlan,
  kind: EventKind,
  beside: Uri | undefined,
  wanted: LanguageId | undefined,
): readonly TrackCall[] {
  const calls = snapshot.callsOf(plan, kind).filter(call => isLike(call.language, wanted));
  const likes = new Map<string, number>();
  for (const call of calls) likes.set(likeness(call), (likes.get(likeness(call)) ?? 0) + 1);
  const rank = (call: TrackCall): number => (call.uri === beside ? calls.length : 0) + (likes.get(likeness(call)) ?? 0);
  return [...calls].sort((a, b) => rank(b) - rank(a)).slice(0, mostSamples);
}

/** Scripts and markup with scripts in it are written alike. */
function isLike(language: LanguageId, wanted: LanguageId | undefined): boolean {
  return wanted === undefined || language === wanted || (isJavaScript(language) && isJavaScript(wanted));
}

/** Where none of so many can be taken as an example, no other will be. */
const mostSamples = 200;

function likeness({ language, sdk, callee, via }: TrackCall): string {
  return [language, sdk, callee, via?.name ?? ''].join(' ');
}

/** The call with another name and payload; undefined where its parts do not stand in it side by side. */
function likeSample(snapshot: Snapshot, call: TrackCall, event: EventDefinition): string | undefined {
  const text = snapshot.text(call.uri);
  const write = languageOf(call.uri)?.write;
  const [name] = call.event.names;
  const literal = name?.literal;
  if (text === undefined || !write || call.unfinished || call.event.names.length !== 1) return undefined;
  if (literal?.uri !== call.uri || !contains(call.range, literal.range.start)) return undefined;
  const lines = new Lines(text);
  const span = (range: Range) => ({ from: lines.offset(range.start), to: lines.offset(range.end) });
  const written = write.literal(event.name, literal.quote);
  const parts = [{ ...span(literal.range), text: written }];
  const inner = call.payload.range;
  if (inner && contains(inner, literal.range.start)) {
    // The event is an entry of the payload, such as `event: 'Cart Viewed'`.
    const key = /[^{([,]*$/.exec(text.slice(span(inner).from, span(literal.range).from))?.[0].trimStart() ?? '';
    const entries = [key + written, ...requiredEntries(event, write, quoteOf(call))];
    const whole = span(call.range);
    return text.slice(whole.from, span(inner).from) + write.payload(entries) + text.slice(span(inner).to, whole.to);
  }
  const payload = payloadOf(call, event, write);
  if (payload === undefined) return undefined;
  if (payload) parts.push({ ...span(payload.range), text: payload.text });
  parts.sort((a, b) => a.from - b.from);
  const whole = span(call.range);
  let at = whole.from;
  let result = '';
  for (const part of parts) {
    if (part.from < at || part.to > whole.to) return undefined;
    result += text.slice(at, part.from) + part.text;
    at = part.to;
  }
  return result + text.slice(at, whole.to);
}

/** What takes the place of the sample's payload; null where nothing has to. */
function payloadOf(call: TrackCall, event: EventDefinition, write: CodeWriter) {
  const { range, insertion } = call.payload;
  const quote = quoteOf(call);
  if (range) return { range, text: write.payload(requiredEntries(event, write, quote)) };
  const required = requiredOf(event);
  if (required.length === 0) return null;
  if (insertion?.kind !== 'argument' || insertion.uri !== call.uri) return undefined;
  return { range: insertion.range, text: payloadText(write, required, new PlainText(), { insertion, quote }) };
}

function requiredEntries(event: EventDefinition, write: CodeWriter, quote?: string): readonly string[] {
  return requiredOf(event).map(property => entryText(write, property, new PlainText(), quote));
}

function requiredOf(event: EventDefinition): readonly PropertyDefinition[] {
  return (event.properties ?? []).filter(property => property.required && !property.deprecated);
}

// ------------------------------------------------------------------------------------- without any call to go by

/** In the words of an SDK that the plan's sources name, or of the best known one. */
function fromSdk(plan: TrackingPlan, event: EventDefinition, wanted: LanguageId | undefined): CallText {
  const named = plan.sources.flatMap(source => source.sdks ?? []);
  const language = wanted ?? 'javascript';
  const fitting = sdks.filter(sdk => sdk.languages.includes(language) && sdk.globals.length > 0);
  const chosen =
    fitting.find(({ id, vendor }) => named.includes(id) || named.includes(vendor)) ?? fitting[0] ?? sdks[0];
  const write = languages.find(({ id }) => id === language)?.write;
  const call = chosen?.calls.find(({ kind, event: at }) => kind === event.kind && isPositional(at));
  const text = chosen && call && write ? sdkCall(chosen, call, event, write) : event.name;
  return { text, language: titleOf(language) };
}

function isPositional(locator: Locator | undefined): boolean {
  return locator?.arg !== undefined && (locator.path ?? []).length === 0;
}

function sdkCall(sdk: Sdk, call: SdkCall, event: EventDefinition, write: CodeWriter): string {
  const [object = ''] = sdk.globals;
  const [method] = call.methods ?? [];
  const entries = requiredEntries(event, write);
  const args = (call.command ?? []).map(word => write.literal(word));
  while (args.length < (call.event?.arg ?? 0)) args.push(write.placeholder('null'));
  args.push(write.literal(event.name));
  if (entries.length > 0 && isPositional(call.properties)) {
    while (args.length < (call.properties?.arg ?? 0)) args.push(write.placeholder('null'));
    args.push(write.payload(entries));
  }
  return `${method === undefined ? object : `${object}.${method}`}(${args.join(', ')})`;
}

function titleOf(language: LanguageId): string {
  return languages.find(({ id }) => id === language)?.title ?? language;
}
