import { CLOSE_LIST, CLOSE_MAP, COLON, COMMA, CR, DASH, HASH, LF, OPEN_LIST, OPEN_MAP, SPACE, TAB } from './codes.ts';

/**
 * A part of a plan's text that can be read on its own: a top-level entry, or one event of a section of events. Made of
 * whole lines. What is wrong in one piece leaves the others as they are, and an edit of one piece re-reads only that.
 */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Number of its first line. */
  readonly line: number;
  /** The section that it is an event of; undefined for a top-level entry. */
  readonly section: Section | undefined;
  /** The section whose key it is. */
  readonly opens: Section | undefined;
}

/** A section whose entries are pieces. One object for all of them. */
export interface Section {
  readonly name: 'events' | 'pages' | 'screens';
  /** Column of the names in it. */
  readonly indent: number;
}

/**
 * The pieces of a text, which cover all of it. Undefined where the text is better read as a whole: in braces, with
 * anchors that other pieces may need, or with a shape that lines alone do not tell.
 */
export function splitPlan(text: string): readonly Piece[] | undefined {
  if (needsWhole(text)) return undefined;
  const start = /^\ufeff?(?:(?:[ \t]*(?:#[^\n]*)?\r?\n)*---[ \t]*\r?\n)?/.exec(text)?.[0].length ?? 0;
  return scan(
    text,
    { start, end: start, line: linesIn(text, 0, start), section: undefined, opens: undefined },
    text.length,
  );
}

/**
 * The pieces of a text of which all but a part is as it was. `reused` says which of the old pieces are still as they
 * were: so many from the start, and so many from the end, these moved. Undefined where all must be split anew.
 */
export function splitAgain(
  oldText: string,
  oldPieces: readonly Piece[],
  text: string,
): { readonly before: number; readonly after: number; readonly pieces: readonly Piece[] } | undefined {
  const prefix = commonPrefix(oldText, text);
  const suffix = commonSuffix(oldText, text, Math.min(oldText.length, text.length) - prefix);
  let before = pieceAt(oldPieces, Math.max(0, prefix - 1));
  // A piece whose first line no longer begins one is a part of the piece before it.
  while (before > 0 && !beginsPiece(text, oldPieces[before])) before--;
  const oldEnd = oldText.length - suffix;
  // The line end before a piece that stays must be a line end that stays.
  const next = pieceAt(oldPieces, oldEnd) + 1;
  const first = oldPieces[before];
  if (!first || prefix < first.start || oldPieces.slice(before, next).some(piece => piece.opens)) return undefined;
  // The first event of a section tells the column of all.
  const header = oldPieces[before - 1];
  if (header?.opens && openedBy(text, header.start, header.end)?.indent !== header.opens.indent) return undefined;
  const following = oldPieces[next];
  const shift = text.length - oldText.length;
  const stop = following ? following.start + shift : text.length;
  if (needsWhole(text.slice(first.start, stop))) return undefined;
  const changed = scan(text, first, stop);
  const last = changed?.at(-1);
  if (!changed || !last || changed.some(piece => piece.opens)) return undefined;
  if (following?.section && following.section !== last.section) return undefined;
  const lines = following ? linesIn(text, last.start, stop) + last.line - following.line : 0;
  const moved =
    shift === 0 && lines === 0
      ? oldPieces.slice(next)
      : oldPieces.slice(next).map(({ start, end, line, section, opens }) => ({
          start: start + shift,
          end: end + shift,
          line: line + lines,
          section,
          opens,
        }));
  return { before, after: oldPieces.length - next, pieces: [...oldPieces.slice(0, before), ...changed, ...moved] };
}

/** Pieces from the start of one to an offset, which begins a line too. */
function scan(text: string, first: Piece, stop: number): Piece[] | undefined {
  const pieces: Piece[] = [];
  let { start, line, section } = first;
  let opens: Section | undefined;
  /** The section that was opened by the last top-level key. */
  let inside = section;
  let at = start;
  let number = line;
  while (at < stop) {
    const lineEnd = text.indexOf('\n', at);
    const next = lineEnd < 0 || lineEnd >= stop ? stop : lineEnd + 1;
    const kind = lineKind(text, at, inside?.indent);
    if (kind === 'whole') return undefined;
    if (kind !== 'inner') {
      if (at > start) {
        pieces.push({ start, end: at, line, section, opens });
        start = at;
        line = number;
      }
      if (kind === 'key') {
        section = undefined;
        opens = openedBy(text, at, next);
        inside = opens;
      } else {
        section = inside;
        opens = undefined;
      }
    }
    at = next;
    number++;
  }
  pieces.push({ start, end: stop, line, section, opens });
  return pieces;
}

/**
 * Whether a line begins a top-level key, an event of the open section, or neither. `whole` where the text cannot be cut
 * into lines.
 */
function lineKind(text: string, at: number, indent: number | undefined): 'key' | 'event' | 'inner' | 'whole' {
  let first = at;
  while (text.charCodeAt(first) === SPACE) first++;
  const code = text.charCodeAt(first);
  if (code === LF || code === CR || code === HASH || code === TAB || Number.isNaN(code)) return 'inner';
  const column = first - at;
  if (column === 0) {
    if (code === DASH || code === CLOSE_MAP || code === CLOSE_LIST) {
      return code === DASH && (at === 0 || text.startsWith('---', at)) ? 'whole' : 'inner';
    }
    return startsOtherwise.has(code) ? 'whole' : 'key';
  }
  if (column !== indent || code === CLOSE_MAP || code === CLOSE_LIST) return 'inner';
  return code === DASH && /[\s]/.test(text.charAt(first + 1)) ? 'whole' : 'event';
}

function beginsPiece(text: string, piece: Piece | undefined): boolean {
  const kind = piece && lineKind(text, piece.start, piece.section?.indent);
  return kind === 'key' || kind === 'event';
}

/** Documents in brackets, directives, document ends, explicit keys, and whatever is no key at all. */
const startsOtherwise: ReadonlySet<number> = new Set(Array.from('{[%.?&*!|>@`,:', char => char.charCodeAt(0)));

/** The section of events whose key stands on this line, with nothing behind it and its names below it. */
function openedBy(text: string, start: number, end: number): Section | undefined {
  const name = /^(events|pages|screens)[ \t]*:[ \t]*(?:(?<=[ \t])#.*)?\r?\n?$/.exec(
    text.slice(start, Math.min(end, start + 500)),
  )?.[1];
  if (name !== 'events' && name !== 'pages' && name !== 'screens') return undefined;
  const below = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)[^\s#-]/.exec(text.slice(end, end + 5_000));
  const indent = below?.[1]?.length;
  return indent === undefined ? undefined : { name, indent };
}

/** Whether a text has anchors or aliases, which tie pieces together, or line ends of a kind of its own. */
function needsWhole(text: string): boolean {
  for (const mark of ['&', '*']) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (/[\w-]/.test(text.charAt(at + 1)) && canStartValue(text, at)) return true;
    }
  }
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== LF) return true;
  }
  return false;
}

/** Whether a value may begin here: after a colon, a dash, a bracket, a comma, or at the start of a line. */
function canStartValue(text: string, offset: number): boolean {
  let at = offset - 1;
  let code = text.charCodeAt(at);
  while (code === SPACE || code === TAB) code = text.charCodeAt(--at);
  if (code === OPEN_LIST || code === OPEN_MAP || code === COMMA || code === LF || Number.isNaN(code)) return true;
  return (code === COLON || code === DASH) && at < offset - 1;
}

/** The number of the piece that an offset stands in. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function linesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Halves, since comparing slices is a comparison of memory. */
function commonPrefix(a: string, b: string): number {
  let low = 0;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(low, middle) === b.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function commonSuffix(a: string, b: string, most: number): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(a.length - middle, a.length - low) === b.slice(b.length - middle, b.length - low)) low = middle;
    else high = middle - 1;
  }
  return low;
}
