import type { Tokens } from './tokens.ts';

/** The column of a line's first token; a tab goes to the next multiple of eight. */
export function columnOf(tokens: Tokens, index: number): number {
  const { text } = tokens;
  const end = tokens.start(index);
  let column = 0;
  for (let i = text.lastIndexOf('\n', end - 1) + 1; i < end; i++)
    column = text.charCodeAt(i) === 9 ? (column & ~7) + 8 : column + 1;
  return column;
}
