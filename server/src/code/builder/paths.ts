import type { Expr } from '../facts.ts';
import { skipAngles } from './angles.ts';
import { takeName } from './declarations.ts';
import type { Parser } from './parser.ts';

/** `a.b.C<T>` as an expression: the name of a class where no call is meant. */
export function classPath(p: Parser): Expr {
  let value: Expr = p.isWord() ? p.name() : p.opaque(p.start);
  for (;;) {
    skipAngles(p);
    if (!p.grammar.memberMarks.has(p.word()) || !p.isWord(1)) return value;
    p.at++;
    const name = takeName(p);
    value = p.unit.member(value, name.name, name.at, name.end);
  }
}

/** `A, B<T>` behind `extends` or a colon. */
export function parentList(p: Parser, cls: number): void {
  do {
    if (!p.isWord()) return;
    p.unit.classes[cls]?.extends.push(classPath(p));
  } while (p.take(',') || p.take('&'));
}
