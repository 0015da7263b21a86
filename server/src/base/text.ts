/**
 * Places in text. The shapes match the Language Server Protocol on purpose: TypeScript compares shapes, so no conversion
 * is ever needed at the edge. Lines and characters are zero-based; characters are UTF-16 units.
 */
export type Uri = string;

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Location {
  readonly uri: Uri;
  readonly range: Range;
}

export interface TextEdit extends Location {
  readonly newText: string;
}

/** A value read from a text, with the place where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly range: Range;
}

/** Whether `position` lies in `range`; both ends count, since a cursor stands between characters. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(position, range.start) >= 0 && comparePositions(range.end, position) >= 0;
}

/** Negative, zero or positive, as for `Array.sort`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

export function isSamePlace(a: Location, b: Location): boolean {
  return a.uri === b.uri && isSameRange(a.range, b.range);
}

export function isSameRange(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}
