import type { Fix } from '../../base/finding.ts';
import { Lines } from '../../base/lines.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { Locator, SdkCall } from '../../code/sdk.ts';
import { sdks } from '../../code/sdks/index.ts';
import type { EventName, TrackCall } from '../../code/track-call.ts';
import type { EventDefinition, EventKind } from '../../plan/plan.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { quote } from '../phrase.ts';
import { isInside, textAt } from './text-at.ts';

/** Whether the SDK of a call has calls of a kind. */
export function canSend(kind: EventKind, call: TrackCall): boolean {
  return callsOf(kind, call).length > 0;
}

/**
 * Makes a call one of another kind, where the SDK has one that takes the same: `track(event, properties)` is
 * `page(name, properties)`. Labels, keys and types of messages are renamed with it.
 */
export function changeCall(
  { literal }: EventName,
  meant: EventDefinition,
  call: TrackCall,
  snapshot: Snapshot,
): readonly Fix[] {
  const { uri, calleeRange, kind, via } = call;
  const writer = literal && languageOf(literal.uri)?.write;
  const text = snapshot.text(uri);
  if (!writer || text === undefined || via || (kind !== 'track' && kind !== 'page' && kind !== 'screen')) return [];
  if (literal.uri !== uri || !isInside(call.range, literal.range)) return [];
  const name = textAt({ uri, range: calleeRange }, snapshot) ?? '';
  const between = textAt({ uri, range: { start: calleeRange.end, end: literal.range.start } }, snapshot) ?? '';
  for (const from of callsOf(kind, call).filter(({ methods, functions }) =>
    [...(methods ?? []), ...(functions ?? [])].includes(name),
  ))
    for (const to of callsOf(meant.kind, call)) {
      const callee = from.message ? name : (to.methods ?? to.functions)?.[0];
      const head = hasSamePayload(from, to, call) ? headOf(between, from, to) : undefined;
      if (callee === undefined || head === undefined) continue;
      const lines = new Lines(text);
      const range = lines.range(lines.offset(calleeRange.start), lines.offset(literal.range.end));
      const newText = callee + head + writer.literal(meant.name, literal.quote);
      return [
        {
          kind: 'change-call',
          title: `Change to ${meant.kind}(${quote(meant.name)})`,
          edits: [{ uri, range, newText }],
          preferred: true,
        },
      ];
    }
  return [];
}

function callsOf(kind: EventKind, { sdk }: TrackCall): readonly SdkCall[] {
  const calls = sdks.find(({ id }) => id === sdk)?.calls ?? [];
  return calls.filter(
    each => each.kind === kind && each.under === undefined && each.command === undefined && each.event,
  );
}

/** Whether the properties stand in the same place in both; nothing matters where there are none. */
function hasSamePayload({ properties: a }: SdkCall, { properties: b }: SdkCall, { payload }: TrackCall): boolean {
  if (!payload.range) return true;
  return a?.arg === b?.arg && a?.keyword === b?.keyword && String(a?.path) === String(b?.path);
}

/** What stands between the callee and the name, for the other call; undefined where the name has another place in that one. */
function headOf(between: string, from: SdkCall, to: SdkCall): string | undefined {
  const [a, b] = [labelOf(from.event), labelOf(to.event)];
  const [type, other] = [from.message?.[0], to.message?.[0]];
  const typed =
    type === undefined || other === undefined ? between : between.replace(new RegExp(`\\b${type}(?=\\W)`), other);
  const labelled = /\b(\w+)((["']?)\s*(?::|=>|=)\s*)$/.exec(typed);
  if (labelled && labelled[1] === a && b !== undefined) return typed.slice(0, labelled.index) + b + (labelled[2] ?? '');
  // `track:@"x"` and `track("x"`, or what stands behind other arguments.
  const isFirst = /^(?:\(|:|\s)\s*$/.test(typed);
  const isBehind = /^\([^()[\]{}]*,\s*$/.test(typed);
  const isSame =
    from.event?.arg !== undefined && from.event.arg === to.event?.arg && !hasPath(from.event) && !hasPath(to.event);
  return isSame && (from.event.arg === 0 ? isFirst : isBehind) ? typed : undefined;
}

/** The names under which the SDK of a call takes the event, as labels and as keys. */
export function eventLabels(call: TrackCall): ReadonlySet<string> {
  const calls = sdks.find(({ id }) => id === call.sdk)?.calls ?? [];
  return new Set(calls.filter(({ kind }) => kind === call.kind).flatMap(({ event }) => labelOf(event) ?? []));
}

function labelOf(locator: Locator | undefined): string | undefined {
  return locator?.path?.at(-1) ?? locator?.keyword;
}

function hasPath({ path = [] }: Locator): boolean {
  return path.length > 0;
}
