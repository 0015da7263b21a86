import type { Parser } from './parser.ts';

/** How far a type that begins at `ahead` goes; -1 where none does. Nothing is read. */
export function typeEnd(p: Parser, ahead: number): number {
  if (!p.isWord(ahead) || p.grammar.reserved.has(p.word(ahead))) return -1;
  let i = ahead + 1;
  for (;;) {
    const word = p.word(i);
    if (p.grammar.types.functions && functionEnd(p, i) > 0) i = functionEnd(p, i);
    else if ((word === '.' || word === '::') && p.isWord(i + 1)) i += 2;
    else if (word === '<') {
      const end = anglesEnd(p, i);
      if (end < 0) return -1;
      i = end;
    } else if (word === '?' && !p.isSpaced(i)) i++;
    else if (dimensionsEnd(p, i) > 0) i = dimensionsEnd(p, i);
    else if (word === '@' && p.isWord(i + 1) && dimensionsEnd(p, i + 2) > 0) i = dimensionsEnd(p, i + 2);
    else if (word === '*' && isPointer(p, i)) i++;
    else return i;
  }
}

/** Whether the star at `ahead`, behind a type, belongs to it; where stars multiply as well, none before a value does. */
export function isPointer(p: Parser, ahead: number): boolean {
  const { pointers } = p.grammar.types;
  if (pointers !== 'attached') return pointers === true;
  if (p.isSpaced(ahead)) return false;
  return p.isSpaced(ahead + 1) || /^[*)>,[]$/.test(p.word(ahead + 1));
}

/** Behind `Function(…)`, of which the word or the bracket stands at `ahead`; 0 where there is none. */
function functionEnd(p: Parser, ahead: number): number {
  const open = p.word(ahead) === 'Function' ? ahead + 1 : p.word(ahead - 1) === 'Function' ? ahead : -1;
  return open > 0 && p.opens('(', open) ? p.closing(open) - p.at + 1 : 0;
}

/** Behind `[]` or `[,]` at `ahead`; 0 where something stands in the brackets. */
export function dimensionsEnd(p: Parser, ahead: number): number {
  if (!p.opens('[', ahead)) return 0;
  let i = ahead + 1;
  while (p.word(i) === ',') i++;
  return p.closing(ahead) - p.at === i ? i + 1 : 0;
}

/** Behind the `>` that belongs to the `<` at `ahead`; -1 where it is a comparison. */
export function anglesEnd(p: Parser, ahead: number): number {
  let level = 0;
  for (let i = ahead; i < ahead + 100; i++) {
    const word = p.word(i);
    if (word === '<') level++;
    else if (word === '>') {
      if (--level === 0) return i + 1;
    } else if (p.opens('(', i) || p.opens('[', i)) i = p.closing(i) - p.at;
    else if (!p.isWord(i) && !/^[.,?&:@*]$/.test(word)) return -1;
  }
  return -1;
}

/** Type arguments or type parameters, which say nothing about values. */
export function skipAngles(p: Parser): void {
  if (p.word() !== '<') return;
  const end = p.word(1) === '>' ? 2 : anglesEnd(p, 0);
  if (end > 0) p.at += end;
}
