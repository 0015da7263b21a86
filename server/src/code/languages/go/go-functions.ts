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
import { isNamed, results } from './go-types.ts';

/** `func name(…) … { }`, `func (receiver *Type) name(…) … { }`. */
export function functionDeclaration(p: Parser): Outcome | undefined {
  if (p.opens('(', 1)) {
    const behind = p.closing(1) - p.at + 1;
    if (!p.isWord(behind) || !p.opens('(', behind + 1)) return undefined;
    p.at++;
    const receiver = receiverOf(p);
    const name = takeName(p);
    const cls = p.unit.extension(receiver.type, receiver.at);
    insideClass(p, cls, () => {
      define(p, name, receiver.name);
    });
    return nothing;
  }
  if (!p.isWord(1)) return undefined;
  p.at++;
  define(p, takeName(p), undefined);
  return nothing;
}

function receiverOf(p: Parser): { readonly type: string; readonly at: number; readonly name: Declared | undefined } {
  return p.group(false, () => {
    const name = p.isWord() && isNamed(p) ? takeName(p) : undefined;
    p.take('*');
    const type = takeName(p);
    return { type: type.name, at: type.at, name };
  });
}

function define(p: Parser, name: Declared, receiver: Declared | undefined): void {
  const cls = p.unit.bodyClass;
  const fn = p.unit.addFunction(name.name, name.at, cls);
  declareFunction(p, name, fn);
  insideFunction(p, fn, false, () => {
    if (receiver !== undefined && receiver.name !== '_') {
      const self: Expr = { k: 'this', cls, at: receiver.at, end: receiver.end };
      p.unit.declare(receiver.name, 'const', receiver, { init: self });
    }
    signatureAndBody(p, fn);
  });
}

function signatureAndBody(p: Parser, fn: number): void {
  if (p.opens('[')) p.skip();
  parameters(p, fn);
  const type = results(p);
  const draft = p.unit.functions[fn];
  if (draft !== undefined && type !== undefined) draft.returnType = type;
  functionBody(p, fn, undefined);
}

/** `func(a T) R { }` as a value; undefined for a function's type. */
export function functionLiteral(p: Parser): Expr | undefined {
  if (!p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.returnsFrom = fn;
    signatureAndBody(p, fn);
  });
  return functionRef(p, fn, at);
}

/** `(a, b T, rest ...U)`, or types alone: then nothing has a name. */
function parameters(p: Parser, fn: number): void {
  if (!p.opens('(')) return;
  p.group(false, () => {
    const waiting: Declared[] = [];
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      if (p.isWord() && isNamed(p)) {
        waiting.push(takeName(p));
        const rest = p.take('...');
        const type = p.type();
        for (const name of waiting) add(p, fn, name, type, rest);
        waiting.length = 0;
      } else if (p.isWord() && (p.word(1) === ',' || p.at + 1 === p.end)) waiting.push(takeName(p));
      else {
        p.take('...');
        const at = p.start;
        p.type();
        p.unit.addParameter(fn, undefined, p.span(at));
      }
      if (p.at === from) p.skip();
    }
    // Words without a type behind them are types themselves.
    for (const name of waiting) p.unit.addParameter(fn, undefined, name);
  });
}

function add(p: Parser, fn: number, name: Declared, type: TypeExpr | undefined, rest: boolean): void {
  p.unit.addParameter(fn, name.name === '_' ? undefined : name.name, name, {
    name: name.name,
    ...(type && { type }),
    ...(rest && { rest: 'positional' as const }),
  });
}
