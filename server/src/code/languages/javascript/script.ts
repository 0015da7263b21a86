import type { Unit } from '../../facts.ts';
import { changeBetween } from '../../text-change.ts';
import type { Comment } from './comments.ts';
import { commentsIn, commentsOf } from './comments.ts';
import type { Dialect, Parsed, ts } from './parser.ts';
import { parse } from './parser.ts';
import { originalOffset } from './insertions.ts';
import { repair } from './repair.ts';
import { makeShallow } from './shallow.ts';
import { tables } from './tables.ts';
import { UnitReader } from './unit-reader.ts';

/** A script that was read, with what is needed to read its next version: no syntax tree, but the text. */
export interface Script {
  readonly text: string;
  readonly dialect: Dialect;
  /** One for each top-level statement, in order. */
  readonly pieces: readonly Piece[];
  /** Comments after the last statement, relative to its end. */
  readonly tail: readonly Comment[];
}

/** A top-level statement as the parser sees it. */
export interface Piece {
  /** Offsets in the script. */
  readonly start: number;
  readonly end: number;
  /** What was read from it: one unit, or for broken statements that stand together those of all, at the first one. */
  readonly units: readonly Unit[];
  /** Relative to the start. */
  readonly comments: readonly Comment[];
  /** The parser met an error in it: it may have looked far ahead to make sense of it. */
  readonly isBroken: boolean;
  /** Statements that are sound once what is broken around them is repaired. */
  readonly sound?: readonly Sound[];
}

/** Where a statement stands in the script, and the index of its unit. */
interface Sound {
  readonly start: number;
  readonly end: number;
  readonly unit: number;
}

/** Statements behind an edit as they were read before, by where they start now. */
type Known = ReadonlyMap<number, { readonly end: number; readonly unit: Unit }>;

/** Reads a script; what the last version has in common with it is not read again. Never throws. */
export function readScript(text: string, dialect: Dialect, previous?: Script): Script {
  const pieces = (previous?.dialect === dialect ? readChange(text, previous) : undefined) ?? readAll(text, dialect);
  return { text, dialect, pieces, tail: commentsIn(text, pieces.at(-1)?.end ?? 0, text.length) };
}

function readAll(text: string, dialect: Dialect): readonly Piece[] {
  const parsed = parse(text, dialect) ?? parse(makeShallow(text), dialect);
  return parsed === undefined ? [unread(0, text.length)] : readPieces(parsed, dialect, 0);
}

/**
 * A statement that starts where one started before and whose text is the same is the same statement. So only the
 * statements that an edit touches are parsed, with one more behind them as a guard: where the parser finds that one
 * unchanged, it would find all that follow unchanged too. Where it does not (a bracket was opened), it is given more.
 * In broken code it may look further ahead than one statement to guess what is meant, so there the guard is of three.
 */
function readChange(text: string, previous: Script): readonly Piece[] | undefined {
  const { pieces, dialect } = previous;
  const { start, oldEnd, delta } = changeBetween(previous.text, text);
  if (start === oldEnd && delta === 0) return pieces;
  const first = firstTouched(previous, start);
  // Signs that no statement can start with are left out between two statements; they may start one now.
  const begin = pieces[first - 1]?.end ?? 0;
  let guard = pieces.findIndex(piece => piece.start >= oldEnd);
  for (let step = 1; guard >= 0 && guard < pieces.length; step *= 4) {
    for (const size of [1, 3]) {
      const guards = pieces.slice(guard, guard + size);
      // Broken statements that stand together were read as one.
      if (guards.some(({ isBroken }) => isBroken)) break;
      const parsed = parse(text.slice(begin, (guards.at(-1)?.end ?? 0) + delta), dialect);
      if (parsed === undefined) return undefined;
      if (!endsWith(parsed.source.statements, guards, delta - begin)) break;
      const guardStart = (guards[0]?.start ?? 0) + delta - begin;
      const isSound = parsed.errors.length === 0 || (size > 1 && parsed.errors.every(offset => offset < guardStart));
      if (!isSound) continue;
      const read = readPieces(parsed, dialect, begin, guards.length);
      return [...pieces.slice(0, first), ...read, ...pieces.slice(guard).map(piece => moved(piece, delta))];
    }
    guard += step;
  }
  const parsed = parse(text.slice(begin), dialect);
  if (parsed === undefined) return undefined;
  return [...pieces.slice(0, first), ...readPieces(parsed, dialect, begin, 0, knownBehind(pieces, oldEnd, delta))];
}

function knownBehind(pieces: readonly Piece[], oldEnd: number, delta: number): Known {
  const known = new Map<number, { readonly end: number; readonly unit: Unit }>();
  for (const { start, end, units, isBroken, sound = [] } of pieces)
    for (const each of isBroken ? sound : [{ start, end, unit: 0 }]) {
      const unit = units[each.unit];
      if (!unit || each.start < oldEnd) continue;
      known.set(each.start + delta, { end: each.end + delta, unit: { ...unit, start: unit.start + delta } });
    }
  return known;
}

/** Whether the last statements of a part stand where the guards stand; `shift` leads from the old file to the part. */
function endsWith(statements: readonly ts.Statement[], guards: readonly Piece[], shift: number): boolean {
  const last = statements.slice(-guards.length);
  return (
    last.length === guards.length &&
    last.every(({ pos, end }, i) => pos === (guards[i]?.start ?? 0) + shift && end === (guards[i]?.end ?? 0) + shift)
  );
}

/**
 * The first statement that an edit at an offset may change: the one that holds it or ends at it; the one before where the
 * edit is at its first token, since that token decided where the one before ends; and the broken ones before that.
 */
function firstTouched({ pieces, text }: Script, offset: number): number {
  let index = pieces.findIndex(({ end }) => end >= offset);
  if (index < 0) index = pieces.length - 1;
  firstToken.lastIndex = pieces[index]?.start ?? 0;
  firstToken.test(text);
  if (offset <= firstToken.lastIndex) index--;
  // What is missing at the end of a statement is reported at the first token of the next one.
  while (index > 0 && (pieces[index]?.isBroken === true || pieces[index - 1]?.isBroken === true)) index--;
  return Math.max(0, index);
}

/** White space, comments, and a word or a sign with one more character, which must be unchanged as well. */
const firstToken = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*(?:[\w$\u0080-\uffff]+|[^]?[^]?[^]?)/y;

function moved(piece: Piece, delta: number): Piece {
  if (delta === 0) return piece;
  const units = piece.units.map(unit => ({ ...unit, start: unit.start + delta }));
  const sound = piece.sound?.map(({ start, end, unit }) => ({ start: start + delta, end: end + delta, unit }));
  return { ...piece, start: piece.start + delta, end: piece.end + delta, units, ...(sound && { sound }) };
}

/** All statements of a parsed part but the last `without`; `offset` is where the part starts. */
function readPieces(
  parsed: Parsed,
  dialect: Dialect,
  offset: number,
  without = 0,
  known: Known = new Map(),
): readonly Piece[] {
  const { source, errors } = parsed;
  const statements = source.statements.slice(0, source.statements.length - without);
  const broken = statements.map((statement, i) => {
    const from = statements[i - 1]?.end ?? 0;
    return errors.some(error => error >= from && error <= statement.end);
  });
  return statements.map((statement, i) => {
    const { pos, end } = statement;
    const isBroken = broken[i] === true;
    const comments = commentsOf(source, statement);
    const place = { start: offset + pos, end: offset + end, comments, isBroken };
    if (!isBroken) return { ...place, units: [knownUnit(parsed, statement, offset, known)] };
    if (broken[i - 1] === true) return { ...place, units: [] };
    const after = broken.indexOf(false, i);
    return {
      ...place,
      ...readBroken(parsed, dialect, statements.slice(i, after < 0 ? undefined : after), offset, known),
    };
  });
}

/** Broken statements that stand together are read on their own, repaired where that is possible. */
function readBroken(
  parsed: Parsed,
  dialect: Dialect,
  statements: readonly ts.Statement[],
  offset: number,
  known: Known,
): Pick<Piece, 'units' | 'sound'> {
  const start = statements[0]?.pos ?? 0;
  const text = parsed.source.text.slice(start, statements.at(-1)?.end);
  const alone = parse(text, dialect);
  const repaired = alone && repair(text, dialect, alone);
  if (repaired === undefined) return { units: statements.map(statement => readUnit(parsed, statement, offset)) };
  const all = repaired.source.statements;
  return {
    units: all.map(statement => knownUnit(repaired, statement, offset + start, known)),
    sound: all.flatMap((statement, unit) => {
      const place = soundPlace(repaired, statement, offset + start);
      return place ? [{ ...place, unit }] : [];
    }),
  };
}

/** Where a statement stands in the script, if there are no errors and no insertions in it: its text alone decides what it says. */
function soundPlace(
  { errors, insertions }: Parsed,
  { pos, end }: ts.Statement,
  offset: number,
): { readonly start: number; readonly end: number } | undefined {
  if (errors.some(error => error >= pos && error <= end)) return undefined;
  const place = { start: offset + originalOffset(insertions, pos), end: offset + originalOffset(insertions, end) };
  return place.end - place.start === end - pos ? place : undefined;
}

function knownUnit(parsed: Parsed, statement: ts.Statement, offset: number, known: Known): Unit {
  const place = known.size > 0 ? soundPlace(parsed, statement, offset) : undefined;
  if (place === undefined) return readUnit(parsed, statement, offset);
  const old = known.get(place.start);
  return old?.end === place.end ? old.unit : readUnit(parsed, statement, offset);
}

/** `offset` leads from the parsed part to the script. */
function readUnit(parsed: Parsed, statement: ts.Statement, offset: number): Unit {
  const reader = new UnitReader(parsed, statement.pos, tables);
  const start = offset + reader.base;
  try {
    reader.statement(statement);
    return reader.finish(start);
  } catch {
    // Only the stack can be too small, for code that no person wrote.
    return unreadUnit(start, statement.end - statement.pos);
  }
}

/** A whole script that is nested too deeply for the parser. */
function unread(start: number, end: number): Piece {
  return { start, end, units: [unreadUnit(start, end - start)], comments: [], isBroken: true };
}

function unreadUnit(start: number, length: number): Unit {
  const problem = { at: 0, end: length, message: 'The code is nested too deeply to be read.' };
  const nothing = { bindings: [], functions: [], calls: [], classes: [], types: [], imports: [], exports: [] };
  return { start, ...nothing, globals: [], problems: [problem] };
}
