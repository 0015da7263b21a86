import type { Hover, HoverParams } from 'vscode-languageserver';
import { contains, type Location, type Position, type Range, type Uri } from '../base/text.ts';
import { relativePath } from '../base/uri.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { DestinationLimits } from '../plan/plan.ts';
import { destinationsOf } from '../rules/data/limits-of.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import {
  code,
  describeEvent,
  describeProperty,
  escape,
  limitsText,
  paragraphs,
  plural,
  valueText,
} from './describe.ts';
import type { Editor } from './editor.ts';
import { ownerTitle } from './payload-owner.ts';
import { usesOf } from './references.ts';

import { schemaHover } from './schema-hover.ts';
import { callsAt, subjectsAt, type Subject } from './subject.ts';
import { inOrder } from './uses.ts';

/** What the plan says about what is under the cursor; over a call, why it counts as one; in the plan, who sends it. */
export function hover(
  snapshot: Snapshot,
  { textDocument: { uri }, position }: HoverParams,
  editor: Editor,
): Hover | null {
  const subjects = subjectsAt(snapshot, uri, position);
  const isPlan = snapshot.planFiles.has(uri);
  const texts = new Set(subjects.slice(0, shownSubjects).map(subject => describe(snapshot, subject, isPlan)));
  const hidden = subjects.length - shownSubjects;
  const call = isPlan ? undefined : callsAt(snapshot, uri, position).at(-1);
  const range = subjects[0]?.range ?? (call && rangeInCall(call, position));
  const value = [
    ...(call ? aboutCall(call, position) : []),
    ...texts,
    ...(hidden > 0 ? [`…and ${hidden} more.`] : []),
  ].join('\n\n---\n\n');
  if (value === '') return schemaHover(snapshot, uri, position, editor);
  return !range ? null : { contents: { kind: 'markdown', value }, range };
}

/** A call that can send many events would fill the screen. */
const shownSubjects = 3;

function describe(snapshot: Snapshot, subject: Subject, isPlan: boolean): string {
  const senders = isPlan ? sentBy(snapshot, subject) : undefined;
  switch (subject.kind) {
    case 'event':
      return paragraphs(describeEvent(subject.plan, subject.event), senders);
    case 'property':
      return paragraphs(describeProperty(subject.property, ownerTitle(subject.owner)), senders);
    case 'value':
      return paragraphs(
        `${code(valueText(subject.value))} — one of the values of **${escape(subject.property.name)}**, ${escape(ownerTitle(subject.owner))}`,
        subject.property.description,
        senders,
      );
    case 'source': {
      const { name, description, origin, include } = subject.definition;
      const files = include.length > 0 ? `*Files:* ${include.map(code).join(', ')}` : undefined;
      const outside = origin === 'external' ? 'Sent from outside of our code.' : undefined;
      return paragraphs(`**${escape(name)}** — a source of events`, description, outside, files);
    }
    case 'destination':
      return paragraphs(
        `**${escape(subject.definition.name)}** — a destination of events`,
        limitsText(limitsOf(snapshot, subject)),
      );
    case 'word': {
      const { name, synonyms, description } = subject.definition;
      const others =
        synonyms.length > 0 ? `*Instead of:* ${synonyms.map(({ value }) => escape(value)).join(', ')}` : '';
      return paragraphs(`**${escape(name)}** — a word of the vocabulary`, description, others);
    }
    case 'metric': {
      const { name, kind, description, events } = subject.definition;
      return paragraphs(
        `**${escape(name)}** — a ${kind === undefined ? '' : `${escape(kind)} `}metric`,
        description,
        `*Events:* ${events.map(({ value }) => escape(value)).join(', ')}`,
      );
    }
    case 'funnel':
      return paragraphs(
        `**${escape(subject.definition.name)}** — a funnel`,
        subject.definition.steps.map(({ value }) => escape(value)).join(' → '),
      );
  }
}

/** Of a known destination, what is built in counts as well as what the plan and the config say. */
function limitsOf(
  snapshot: Snapshot,
  { plan, definition }: Extract<Subject, { kind: 'destination' }>,
): DestinationLimits {
  const all = destinationsOf(plan, snapshot.configFor(definition.location.uri));
  const index = plan.destinations.findIndex(({ name }) => name === definition.name);
  return all[index]?.limits ?? definition.limits ?? {};
}

/** Says nothing before every file has been read: a number that grows would look like a fact. */
function sentBy(snapshot: Snapshot, subject: Subject): string | undefined {
  if (!snapshot.isComplete) return undefined;
  const places = inOrder(usesOf(snapshot, subject)).filter(({ uri }) => snapshot.codeFiles.has(uri));
  if (places.length === 0) return subject.kind === 'event' ? 'No call sends it.' : undefined;
  const shown = places.slice(0, shownPlaces).map(place => `- ${link(subject.plan.root, place)}`);
  const hidden = places.length - shown.length;
  return [
    `*In code:* ${plural(places.length, 'place')}`,
    '',
    ...shown,
    ...(hidden > 0 ? [`- ${hidden} more`] : []),
  ].join('\n');
}

const shownPlaces = 5;

function link(root: Uri, { uri, range: { start } }: Location): string {
  return `[${escape(relativePath(root, uri))}:${start.line + 1}](${uri}#L${start.line + 1},${start.character + 1})`;
}

function aboutCall(call: TrackCall, position: Position): string[] {
  const onCallee = contains(call.calleeRange, position);
  const onEvent = call.event.range ? contains(call.event.range, position) : onCallee;
  const texts = [];
  if (onCallee && call.via) {
    texts.push(`${code(call.via.name)} counts as a ${call.kind} call: ${escape(call.via.why)}.`);
  }
  if (onEvent && call.event.dynamic !== undefined) {
    const known =
      call.event.names.length > 0 ? 'Some of the names that this call can send are' : 'The name of the event is';
    texts.push(`${known} not known here: ${escape(call.event.dynamic)}.`);
  }
  return texts;
}

function rangeInCall({ calleeRange, event }: TrackCall, position: Position): Range {
  return event.range && contains(event.range, position) ? event.range : calleeRange;
}
