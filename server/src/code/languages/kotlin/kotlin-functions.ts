import {
  declareFunction,
  functionBody,
  functionRef,
  insideClass,
  insideFunction,
  takeName,
  type Declared,
} from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import type { Expr, TypeExpr } from '../../facts.ts';

/** Words before a declaration. */
export type Modifiers = ReadonlySet<string>;

/** Words that may stand before a declaration; all of them may be ordinary names as well. */
export const MODIFIERS = new Set(
  (
    'public private protected internal open abstract final override data sealed inner value inline noinline crossinline ' +
    'suspend operator infix external tailrec const lateinit vararg expect actual annotation companion enum'
  ).split(' '),
);

/** `@Name(args)`, `@field:Name`, `@[A B]`. */
export function skipAnnotation(p: Parser): void {
  p.at++;
  if (p.opens('[')) p.skip();
  while (p.isWord()) {
    p.at++;
    if ((p.word() === '.' || p.word() === ':') && p.isWord(1) && !p.isSpaced(1)) p.at++;
    else break;
  }
  skipAngles(p);
  if (p.opens('(') && !p.isSpaced()) p.skip();
}

export function skipAngles(p: Parser): void {
  if (p.word() !== '<') return;
  let level = 0;
  while (!p.isDone()) {
    if (p.word() === '<') level++;
    else if (p.word() === '>') level--;
    else if (p.word() === '{' || p.word() === '=') return;
    p.skip();
    if (level === 0) return;
  }
}

export function functionDeclaration(p: Parser): Outcome | undefined {
  const ahead = nameAhead(p);
  if (ahead < 0) return undefined;
  const receiver = receiverName(p, ahead);
  p.at += ahead;
  const name = takeName(p);
  if (receiver === undefined) method(p, name);
  else {
    const cls = p.unit.extension(receiver, name.at);
    insideClass(p, cls, () => {
      method(p, name);
    });
  }
  return nothing;
}

/** How far the function's name is: the word before its parameters. */
function nameAhead(p: Parser): number {
  for (let ahead = 1; ahead < 60; ahead++) {
    const word = p.word(ahead);
    if (p.opens('(', ahead)) return p.isWord(ahead - 1) && ahead > 1 ? ahead - 1 : -1;
    if (word === '' || word === '{' || word === '=' || word === ';') {
      // No parameters yet: the declaration is still being typed.
      return ahead === 2 && p.isWord(1) ? 1 : -1;
    }
  }
  return -1;
}

function receiverName(p: Parser, ahead: number): string | undefined {
  if (p.word(ahead - 1) !== '.') return undefined;
  let from = 1;
  if (p.word(1) === '<') {
    let level = 0;
    for (; from < ahead; from++) {
      if (p.word(from) === '<') level++;
      else if (p.word(from) === '>' && --level === 0) break;
    }
    from++;
  }
  let last: string | undefined;
  for (; from < ahead - 1 && p.word(from) !== '<'; from++) if (p.isWord(from)) last = p.word(from);
  return last;
}

function method(p: Parser, name: Declared): void {
  const cls = p.unit.bodyClass;
  const fn = p.unit.addFunction(name.name, name.at, cls);
  declareFunction(p, name, fn);
  insideFunction(p, fn, false, () => {
    parameters(p, fn);
    signatureEnd(p, fn);
    functionBody(p, fn, '=');
  });
}

function signatureEnd(p: Parser, fn: number): void {
  const type = p.take(':') ? p.type() : undefined;
  const draft = p.unit.functions[fn];
  if (draft !== undefined && type !== undefined) draft.returnType = type;
  if (p.word() === 'where') while (!p.isDone() && !p.opens('{') && p.word() !== '=') p.skip();
}

/** `(a: A, vararg b: B = c)`. Answers, for a constructor, which parameters are properties as well. */
export function parameters(p: Parser, fn: number, onProperty?: (name: Declared, type?: TypeExpr) => void): void {
  if (!p.opens('(')) return;
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      parameter(p, fn, onProperty);
      while (!p.isDone() && p.word() !== ',') p.unknown();
      if (p.at === from) p.at++;
    }
  });
}

function parameter(p: Parser, fn: number, onProperty?: (name: Declared, type?: TypeExpr) => void): void {
  let rest = false;
  let isProperty = false;
  for (;;) {
    if (p.word() === '@') skipAnnotation(p);
    else if (p.isWord(1) && p.word(1) !== ':') {
      rest ||= p.word() === 'vararg';
      isProperty ||= p.word() === 'val' || p.word() === 'var';
      p.at++;
    } else break;
  }
  if (!p.isWord()) return;
  const name = takeName(p);
  const type = p.take(':') ? p.type() : undefined;
  const fallback = p.take('=') ? p.expression() : undefined;
  const isMember = isProperty && onProperty !== undefined;
  if (isMember) onProperty(name, type);
  p.unit.addParameter(fn, isMember ? undefined : name.name, name, {
    name: name.name,
    ...(type && { type }),
    ...(fallback && { fallback }),
    ...(rest && { rest: 'positional' as const }),
  });
}

export function anonymousFunction(p: Parser): Expr | undefined {
  if (!p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, false, () => {
    parameters(p, fn);
    signatureEnd(p, fn);
    functionBody(p, fn, '=');
  });
  return functionRef(p, fn, at);
}
