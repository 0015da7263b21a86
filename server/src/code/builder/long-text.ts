import type { Class, Unit } from '../facts.ts';
import { scanHalfTyped } from '../scanner/open-strings.ts';
import type { Tokens } from '../scanner/tokens.ts';
import { changeBetween } from '../text-change.ts';
import type { Grammar } from './grammar.ts';
import type { Parser } from './parser.ts';
import { piecesOf, type Piece, type PieceHead, type PieceRules } from './pieces.ts';
import { readText, type TextRead } from './read-text.ts';

/** A function of a long text, which was read as a text of its own. */
interface PieceRead extends Piece, TextRead {
  /** All that it was read from. */
  readonly source: string;
}

interface RestRead extends TextRead {
  readonly source: string;
}

/** What a piece is put between, so that it is read as it would be in its place. */
interface Frame {
  readonly before: string;
  readonly after: string;
}

/**
 * A long text, read as several: each function that nothing else of the text depends on (but by its name), and what is left
 * without them. What is read depends on the text alone, so the parts that an edit does not touch are those of before.
 */
export class LongText {
  /** What is left without the functions, and each of them. */
  readonly parts: readonly TextRead[];
  readonly #text: string;
  readonly #rest: RestRead;
  readonly #pieces: readonly PieceRead[];
  readonly #isSettled: boolean;

  private constructor(text: string, rest: RestRead, pieces: readonly PieceRead[], isSettled: boolean) {
    this.#text = text;
    this.#rest = rest;
    this.#pieces = pieces;
    this.#isSettled = isSettled;
    this.parts = [withGaps(rest, pieces), ...pieces];
  }

  /** Reads a text, but for the parts that another one has as well. */
  static read(grammar: Grammar<Parser>, text: string, known?: LongText): LongText {
    const { pieces: rules } = grammar;
    const { tokens, isSettled } = scanHalfTyped(text, grammar.lexicon, grammar.nesting);
    const before = new Map((known ? known.#pieces : []).map(piece => [piece.source, piece]));
    const found = (rules ? piecesOf(tokens, rules) : []).flatMap((piece): readonly PieceRead[] => {
      const read = rules && readPiece(grammar, rules, piece, text, before);
      return read && isInert(read) ? [read] : [];
    });
    for (let pieces = withoutTwins(found); ;) {
      const source = restOf(text, pieces);
      const old = known ? known.#rest : undefined;
      const rest = old?.source === source ? old : { ...readText(grammar, source), source };
      const fitting = pieces.filter(piece => fits(piece, rest.unit));
      if (fitting.length === pieces.length) return new LongText(text, rest, pieces, isSettled);
      pieces = fitting;
    }
  }

  /** The text as an edit inside of one function has left it; undefined where the edit may concern more. */
  changed(grammar: Grammar<Parser>, text: string): LongText | undefined {
    const { pieces: rules } = grammar;
    if (!rules || !this.#isSettled) return undefined;
    const { start, oldEnd, delta } = changeBetween(this.#text, text);
    const index = this.#pieces.findIndex(piece => piece.start <= start && oldEnd <= piece.end);
    const old = this.#pieces[index];
    if (!old || (rules.closer !== undefined && oldEnd === old.end)) return undefined;
    const { before, after } = frameOf(rules, old.heads);
    const body = text.slice(old.start, old.end + delta);
    const source = before + body + after;
    const { tokens, isSettled } = scanHalfTyped(source, grammar.lexicon, grammar.nesting);
    if (!isSettled || !isPiece(body, rules)) return undefined;
    const [piece, other] = piecesOf(tokens, rules);
    const isWhole = piece?.start === before.length && piece.end === before.length + body.length;
    if (!isWhole || other || piece.name !== old.name) return undefined;
    const read = partOf(grammar, { ...old, end: old.end + delta }, source, before.length, tokens);
    if (!isInert(read)) return undefined;
    const pieces = this.#pieces.map((each, at) => (at < index ? each : at === index ? read : moved(each, delta)));
    return new LongText(text, this.#rest, pieces, true);
  }
}

function readPiece(
  grammar: Grammar<Parser>,
  rules: PieceRules,
  piece: Piece,
  text: string,
  known: ReadonlyMap<string, PieceRead>,
): PieceRead | undefined {
  const { before, after } = frameOf(rules, piece.heads);
  const body = text.slice(piece.start, piece.end);
  if (!isPiece(body, rules)) return undefined;
  const source = before + body + after;
  const same = known.get(source);
  return same ? moved(same, piece.start - same.start) : partOf(grammar, piece, source, before.length);
}

/** Code that is left and entered again stays in the text that it is in. */
function isPiece(body: string, { opening }: PieceRules): boolean {
  return opening === undefined || !body.includes('?>');
}

function frameOf({ closer, opening = '' }: PieceRules, heads: readonly PieceHead[]): Frame {
  const begins = closer === '}' ? ' {' : closer === undefined ? ':' : '';
  const lines = heads.map(({ word, name }) => `${word} ${name}${begins}\n`);
  return { before: opening + lines.join(''), after: `\n${closer ?? ''}`.repeat(heads.length) };
}

function partOf(grammar: Grammar<Parser>, piece: Piece, source: string, lead: number, split?: Tokens): PieceRead {
  const { unit, notes, namespace } = readText(grammar, source, split);
  const { start, end, name, heads } = piece;
  const isOwn = (binding: number): boolean => (unit.bindings[binding]?.at ?? 0) >= lead;
  return {
    start,
    end,
    name,
    heads,
    source,
    notes,
    namespace,
    unit: {
      ...unit,
      start,
      ...(lead > 0 && { gaps: [{ at: lead, length: -lead }] }),
      classes: unit.classes.map((cls): Class => (cls.at < lead ? partOfClass(cls, lead, lead + end - start) : cls)),
      globals: unit.globals.filter(isOwn),
      exports: unit.exports.filter(item => !('binding' in item) || isOwn(item.binding)),
    },
  };
}

/** A class around a function, as far as the function goes: the text may end with it. */
function partOfClass(cls: Class, from: number, to: number): Class {
  return { ...cls, end: Math.min(cls.end, to), part: true, members: cls.members.filter(({ at }) => at >= from) };
}

function moved(piece: PieceRead, delta: number): PieceRead {
  if (delta === 0) return piece;
  const { start, end, unit } = piece;
  return { ...piece, start: start + delta, end: end + delta, unit: { ...unit, start: unit.start + delta } };
}

/** Whether a function says nothing of its class or its file but what it is itself. */
function isInert({ unit, heads }: PieceRead): boolean {
  const { classes, functions, globals, types, writes = [], problems } = unit;
  const isPlain = ({ members, ctor }: Class): boolean =>
    ctor === undefined && members.every(member => member.fn !== undefined && member.writes.length === 0);
  const adds = classes.filter(cls => cls.part === true || cls.extension === true);
  return (
    adds.every(isPlain) &&
    writes.length === 0 &&
    types.length === 0 &&
    problems === undefined &&
    functions.length > 0 &&
    globals.length <= (heads.length > 0 ? 0 : 1)
  );
}

/** Functions of one name at the top level are told apart where they stand together. */
function withoutTwins(pieces: readonly PieceRead[]): readonly PieceRead[] {
  const counts = new Map<string, number>();
  const namesOf = ({ unit }: PieceRead): string[] => unit.globals.map(index => unit.bindings[index]?.name ?? '');
  for (const name of pieces.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return pieces.filter(piece => namesOf(piece).every(name => counts.get(name) === 1));
}

/** Whether the classes around a function can be told by their names, and its own name means nothing else. */
function fits({ heads, unit }: PieceRead, rest: Unit): boolean {
  const names = new Set(rest.globals.map(index => rest.bindings[index]?.name));
  return (
    heads.every(({ name }) => rest.classes.filter(cls => cls.name === name).length === 1) &&
    unit.globals.every(index => !names.has(unit.bindings[index]?.name))
  );
}

function restOf(text: string, pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of pieces) {
    parts.push(text.slice(from, start));
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}

/** What is left, with the places of the functions in it. */
function withGaps(rest: RestRead, pieces: readonly Piece[]): TextRead {
  let before = 0;
  const gaps = pieces.map(({ start, end }) => {
    const at = start - before;
    before += end - start;
    return { at, length: end - start };
  });
  const { unit } = rest;
  return { ...rest, unit: { ...unit, ...(gaps.length > 0 && { gaps }) } };
}
