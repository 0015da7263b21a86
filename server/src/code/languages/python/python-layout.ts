import { columnOf } from '../../scanner/column.ts';
import { TokenKind, Tokens } from '../../scanner/tokens.ts';

/**
 * Makes the blocks that indentation shows into virtual braces, so that they are groups like any others. A line that is
 * indented without a colon before it belongs to the block around it.
 */
export function indentationBlocks(old: Tokens): Tokens {
  const tokens = new Tokens(old.text, old.count + (old.count >> 3) + 64);
  tokens.comments.push(...old.comments);
  const blocks: { readonly open: number; readonly column: number }[] = [];
  const brackets: number[] = [];
  let column = 0;
  const closeBlocks = (least: number): void => {
    for (let top = blocks.at(-1); top !== undefined && top.column > least; top = blocks.at(-1)) {
      blocks.pop();
      tokens.linkPair(top.open, tokens.pushVirtual(TokenKind.close, tokens.stop(tokens.count - 1), '}'));
    }
  };
  for (let i = 0; i < old.count; i++) {
    const kind = old.kind(i);
    if (kind === TokenKind.end) closeBlocks(-1);
    else if (old.startsLine(i) && brackets.length === 0) {
      const opens = i > 0 && old.words[i - 1] === ':';
      const here = columnOf(old, i);
      closeBlocks(here);
      if (opens && here > column) {
        const open = tokens.pushVirtual(TokenKind.open, old.stop(i - 1), '{');
        blocks.push({ open, column: here });
      }
      column = here;
    }
    const index = tokens.copy(old, i);
    if (kind === TokenKind.open) brackets.push(index);
    else if (kind === TokenKind.close) {
      const open = brackets.pop();
      if (open !== undefined) tokens.linkPair(open, index);
    }
  }
  return tokens;
}
