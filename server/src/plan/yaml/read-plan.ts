import { detached } from '../../base/detached.ts';
import { atOnce } from '../../base/slices.ts';
import type { Located, Uri } from '../../base/text.ts';
import { DerivedEvent } from '../derived-event.ts';
import { movedProblem } from '../moved.ts';
import type { EventDefinition, EventKind, PlanFile, PlanProblem } from '../plan.ts';
import { validate } from '../validate-plan.generated.js';
import { readDocument } from './read-document.ts';
import { readEvents } from './read-event.ts';
import { readParts, type PlanParts } from './read-parts.ts';
import { splitAgain, splitPlan, type Piece, type Section } from './split.ts';
import { valueOf } from './tree.ts';

/**
 * Reads a plan in our own YAML or JSON. What is broken is reported where it stands, and the rest is still read. Where
 * `previous` is the same file before an edit, only what the edit touched is read again.
 */
export function readPlan(uri: Uri, text: string, previous?: PlanFile): PlanFile {
  return atOnce(readPlanSteps(uri, text, previous));
}

/** The same in steps between which others may run. */
export function* readPlanSteps(uri: Uri, text: string, previous?: PlanFile): Generator<undefined, PlanFile> {
  const old = previous?.uri === uri ? memories.get(previous) : undefined;
  const memory = (old && readAgain(uri, text, old)) ?? (yield* readPieces(uri, text));
  if (!memory) return readWhole(uri, text);
  const file = joinPieces(uri, text, memory.reads);
  memories.set(file, memory);
  return file;
}

/** What is kept of a file for the next edit. */
interface Memory {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** What each piece says. */
  readonly reads: readonly PieceRead[];
}

const memories = new WeakMap<PlanFile, Memory>();

interface PieceRead {
  /** Of a top-level entry: its key, and all that it says. */
  readonly key?: Located<string>;
  readonly parts?: PlanParts;
  /** Of a piece of a section: the event, or none where it could not be read. */
  readonly events: readonly EventDefinition[];
  readonly problems: readonly PlanProblem[];
  readonly section: Section | undefined;
  readonly opens: Section | undefined;
}

/** Their entries are kept when they stand twice, since that is a finding of its own. */
const sectionsOfEvents: ReadonlySet<string> = new Set(['events', 'pages', 'screens']);

const kinds: Readonly<Record<Section['name'], EventKind>> = { events: 'track', pages: 'page', screens: 'screen' };

function readWhole(uri: Uri, text: string): PlanFile {
  const { reading, root } = readDocument(uri, text, validate, { line: 0, sectionsOfEvents, isPiece: false });
  return { uri, format: 'yaml', ...readParts(reading, root), problems: reading.sortedProblems(), text };
}

function* readPieces(uri: Uri, text: string): Generator<undefined, Memory | undefined> {
  const pieces = splitPlan(text);
  const reads: PieceRead[] = [];
  for (const piece of pieces ?? []) {
    reads.push(readPiece(uri, text, piece));
    yield;
  }
  return pieces && { text, pieces, reads };
}

function readAgain(uri: Uri, text: string, old: Memory): Memory | undefined {
  const split = splitAgain(old.text, old.pieces, text);
  if (!split) return undefined;
  const { before, after, pieces } = split;
  const shift = old.pieces.length - pieces.length;
  const reads = pieces.map((piece, i) => {
    if (i < before) return old.reads[i] ?? readPiece(uri, text, piece);
    const [oldPiece, read] = [old.pieces[i + shift], old.reads[i + shift]];
    if (i < pieces.length - after || !oldPiece || !read) return readPiece(uri, text, piece);
    const lines = piece.line - oldPiece.line;
    if (lines === 0) return read;
    return piece.section ? moved(read, lines) : readPiece(uri, text, piece);
  });
  return { text, pieces, reads };
}

function readPiece(uri: Uri, text: string, { start, end, line, section, opens }: Piece): PieceRead {
  const source = detached(text.slice(start, end));
  if (!section) {
    const { reading, root } = readDocument(uri, source, validate, { line, sectionsOfEvents, isPiece: true });
    const key = root?.kind === 'map' ? root.entries[0]?.key : undefined;
    return {
      ...(key && { key: reading.located(key.name, key) }),
      parts: readParts(reading, root),
      events: [],
      problems: reading.sortedProblems(),
      section,
      opens,
    };
  }
  // In lines of its own, so that it can be moved without being read.
  const { reading, root } = readDocument(uri, source, validate, {
    line: 0,
    sectionsOfEvents,
    isPiece: true,
    section: section.name,
  });
  const events = readEvents(reading, kinds[section.name], valueOf(root, section.name));
  return moved({ events, problems: reading.sortedProblems(), section, opens }, line);
}

function moved(read: PieceRead, lines: number): PieceRead {
  return {
    ...read,
    events: read.events.map(event => DerivedEvent.moved(event, lines)),
    problems: read.problems.map(problem => movedProblem(problem, lines)),
  };
}

function joinPieces(uri: Uri, text: string, reads: readonly PieceRead[]): PlanFile {
  const names = new Set<string>();
  const ignored = new Set<Section>();
  const events: EventDefinition[] = [];
  const problems: PlanProblem[] = [];
  const all: PlanParts[] = [];
  for (const { key, parts, events: own, problems: found, section, opens } of reads) {
    if (key && names.has(key.value)) {
      const message = `\`${key.value}\` stands here twice; only the first one counts.`;
      problems.push({ rule: 'invalid-plan', range: key.range, message });
      if (opens) ignored.add(opens);
    } else if (parts) {
      if (key) names.add(key.value);
      all.push(parts);
      events.push(...parts.events);
    } else if (section && !ignored.has(section)) {
      for (const event of own) events.push(event);
    }
    for (const problem of found) problems.push(problem);
  }
  return { uri, format: 'yaml', ...joinParts(all), events, problems, text };
}

function joinParts(all: readonly PlanParts[]): Omit<PlanParts, 'events'> {
  const find = <K extends 'name' | 'naming' | 'vocabulary' | 'identify' | 'group'>(key: K): Pick<PlanParts, K> => {
    const found = all.find(parts => parts[key]);
    return (found ? { [key]: found[key] } : {}) as Pick<PlanParts, K>;
  };
  return {
    ...find('name'),
    ...find('naming'),
    ...find('vocabulary'),
    ...find('identify'),
    ...find('group'),
    sources: all.flatMap(parts => parts.sources),
    destinations: all.flatMap(parts => parts.destinations),
    properties: all.flatMap(parts => parts.properties),
    common: all.flatMap(parts => parts.common),
    metrics: all.flatMap(parts => parts.metrics),
    funnels: all.flatMap(parts => parts.funnels),
  };
}
