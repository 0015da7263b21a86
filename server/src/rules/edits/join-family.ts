import type { Fix } from '../../base/finding.ts';
import type { TextEdit } from '../../base/text.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { TrackCall } from '../../code/track-call.ts';
import { placesOfName } from '../../plan/places-of-name.ts';
import type { EventDefinition, PlanFile, TrackingPlan } from '../../plan/plan.ts';
import { removeEvent } from '../../plan/yaml/remove-event.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { quote } from '../phrase.ts';
import { insertEntries } from './insert-entries.ts';
import { rewriteFile, type Step } from './rewrite-file.ts';
import { isInside, textAt } from './text-at.ts';

/** Events that differ in a value of one kind: what they are without it, and the value of each. */
export interface EventFamily {
  readonly common: string;
  /** What the values are, such as `color`: the name of the property that is to hold them. */
  readonly kind: string;
  readonly members: readonly { readonly event: EventDefinition; readonly value: string }[];
}

/**
 * Makes a family of events one event with a property, in the plan and in its calls. Only in our own YAML, where all of them
 * stand in one file and say the same of their payloads.
 */
export function joinFamilyFix(family: EventFamily, plan: TrackingPlan, snapshot: Snapshot): readonly Fix[] {
  const { common, kind, members } = family;
  const [first, ...others] = members.map(({ event }) => event);
  const file = plan.files.find(({ uri }) => uri === first?.location.uri);
  const isOneFile = others.every(({ location }) => location.uri === file?.uri);
  if (!first || file?.format !== 'yaml' || !isOneFile || plan.events.track.has(common)) return [];
  if (first.properties?.some(({ name }) => name === kind) || !others.every(other => isLike(other, first))) return [];
  const inPlan = rewriteFile(file, [
    mentions(new Set(members.map(({ event }) => event.name)), common),
    ...others.map(({ name }) => removing(name)),
    renaming(first.name, common),
    adding(
      common,
      kind,
      members.map(({ value }) => value),
    ),
    ...(first.properties ? [] : [leavingOpen(common)]),
  ]);
  if (!inPlan) return [];
  const calls = members.flatMap(({ event, value }) =>
    snapshot.callsTo(plan, event).map(call => callEdits(call, event.name, family, value, snapshot)),
  );
  const left = calls.filter(edits => !edits).length;
  const title = `Make it one event, ${quote(common)}, with the property ${quote(kind)}`;
  return [
    {
      kind: 'join-events',
      title: left === 0 ? title : `${title} (${left} of its calls are left to be changed)`,
      edits: [inPlan, ...calls.flatMap(edits => edits ?? [])],
    },
  ];
}

/** Whether two events say the same of their payloads: what the first says will hold for all. */
function isLike(a: EventDefinition, b: EventDefinition): boolean {
  const said = ({ properties, open }: EventDefinition): string =>
    JSON.stringify([open, properties], (key, value: unknown) =>
      ['location', 'range', 'statusRange', 'names', 'description'].includes(key) ? undefined : value,
    );
  return said(a) === said(b);
}

function eventOf(file: PlanFile, name: string): EventDefinition | undefined {
  return file.events.find(event => event.kind === 'track' && event.name === name);
}

function mentions(names: ReadonlySet<string>, common: string): Step {
  return (file, { write }) => {
    const places = [
      ...file.metrics.flatMap(({ events }) => events),
      ...file.funnels.flatMap(({ steps }) => steps),
      ...file.events.flatMap(({ replacedBy }) => replacedBy ?? []),
    ].filter(({ value }) => names.has(value));
    return write && places.map(({ range }) => ({ uri: file.uri, range, newText: write.spell('', common) }));
  };
}

function removing(name: string): Step {
  return file => {
    const event = eventOf(file, name);
    return event && removeEvent(file, event);
  };
}

function renaming(from: string, to: string): Step {
  return (file, { write }) => {
    const event = eventOf(file, from);
    if (!event || !write) return undefined;
    return placesOfName(event).map(place => ({ ...place, newText: write.spell('', to) }));
  };
}

function adding(event: string, name: string, values: readonly string[]): Step {
  return (file, { write }) => {
    const owner = eventOf(file, event);
    return owner && write?.addProperty(file, owner, { name, types: ['string'], enum: values, required: true });
  };
}

/** An event that said nothing of its payload goes on to take any. */
function leavingOpen(name: string): Step {
  return (file, { write }) => {
    const event = eventOf(file, name);
    return event && write?.setEventKey(file, event, 'additionalProperties', true);
  };
}

/** Undefined for a call whose name or payload is not written in it. */
function callEdits(
  call: TrackCall,
  name: string,
  { common, kind }: EventFamily,
  value: string,
  snapshot: Snapshot,
): readonly TextEdit[] | undefined {
  const [sent, more] = call.event.names;
  const { insertion } = call.payload;
  const literal = sent?.literal;
  const writer = languageOf(call.uri)?.write;
  const isHere = literal?.uri === call.uri && isInside(call.range, literal.range);
  if (!writer || !insertion || !isHere || more || textAt(literal, snapshot)?.includes(name) !== true) return undefined;
  const added = insertEntries(insertion, [{ name: kind, value: writer.literal(value, literal.quote) }], snapshot);
  if (!added) return undefined;
  return [{ uri: literal.uri, range: literal.range, newText: writer.literal(common, literal.quote) }, added];
}
