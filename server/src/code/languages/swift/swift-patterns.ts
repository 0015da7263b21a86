import type { Parser } from '../../builder/parser.ts';
import type { Expr, TypeExpr } from '../../facts.ts';

/**
 * A pattern of `case`: a value to compare with, whose variables (`.viewed(let id)`) are declared. Calls in it are none.
 * Answers what it is compared with, where that is a value.
 */
export function pattern(p: Parser): Expr {
  const at = p.start;
  const binds = p.word() === 'let' || p.word() === 'var';
  if (binds) p.at++;
  if (p.take('is')) {
    p.type();
    return p.opaque(at);
  }
  if (p.word() !== '.' && !(p.isWord() && p.word(1) === '.')) {
    if (p.opens('(')) {
      variables(p, binds, undefined);
      return p.opaque(at);
    }
    if (!binds) return p.expression();
    variable(p, undefined);
    p.take('?');
    return p.opaque(at);
  }
  const value = casePath(p);
  const types = value.k === 'member' ? associated(p, value.name) : undefined;
  // What asks for values of the case as well is not the case alone.
  const isWhole = !p.opens('(') || variables(p, binds, types);
  p.take('?');
  return isWhole ? value : p.opaque(at);
}

/** `.name` of the enum whose body this is, `Type.name`. */
function casePath(p: Parser): Expr {
  const at = p.start;
  const owner = p.unit.classes[p.unit.cls];
  let value: Expr =
    p.isWord() || owner?.kind !== 'enum'
      ? { k: 'opaque', at, end: at, expected: true }
      : { k: 'class', cls: p.unit.cls, at, end: at };
  if (p.isWord()) value = p.name();
  while (p.word() === '.' && p.isWord(1)) {
    p.at += 2;
    const nameAt = p.tokens.start(p.at - 1);
    value = p.unit.member(value, p.word(-1) || p.tokens.text.slice(nameAt, p.stop), nameAt, p.stop);
  }
  if (p.word() === '.') p.at++;
  return value;
}

/** The declared types of a case's values, for the enum whose body this is. */
function associated(p: Parser, name: string): readonly (TypeExpr | undefined)[] | undefined {
  const fn = p.unit.memberOf(p.unit.cls, name)?.fn;
  return fn === undefined ? undefined : p.unit.functions[fn]?.params.map(param => param.type);
}

function variables(p: Parser, binds: boolean, types: readonly (TypeExpr | undefined)[] | undefined): boolean {
  return p.group(false, () => {
    let isWhole = true;
    for (let index = 0; !p.isDone(); index++) {
      if (p.isWord() && p.word(1) === ':') p.at += 2;
      if (p.word() === 'let' || p.word() === 'var') {
        p.at++;
        variable(p, types?.[index]);
      } else if (p.opens('(')) isWhole = variables(p, binds, undefined) && isWhole;
      else if (binds && p.isWord()) variable(p, types?.[index]);
      else isWhole &&= p.word() === '_';
      while (!p.isDone() && p.word() !== ',') p.skip();
      p.at++;
    }
    return isWhole;
  });
}

function variable(p: Parser, type: TypeExpr | undefined): void {
  if (!p.isWord()) return;
  const span = { at: p.start, end: p.tokens.stop(p.at) };
  if (p.word() !== '_') p.unit.declare(p.word(), 'const', span, type && { type });
  p.at++;
}
