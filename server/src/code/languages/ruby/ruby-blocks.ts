import { functionRef, insideFunction, settleBody, takeName } from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import type { Parser } from '../../builder/parser.ts';
import type { Expr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { OPERAND, PARAMETER } from './ruby-levels.ts';

/** `{ |a, b| statements }`, `do |a| statements end`: the bracket is the next token. */
export function block(p: Parser): Expr {
  const at = p.start;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.unit.scope.open = true;
    p.group(true, () => {
      if (p.take('||')) p.unit.scope.implicit = { names: [], at };
      else if (p.take('|')) {
        parameters(p, fn, '|');
        p.take('|');
      } else p.unit.scope.implicit = { names: ['it', '_2'], at };
      settleBody(p, fn, bodyWithRescue(p), true);
    });
  });
  return functionRef(p, fn, at);
}

const RESCUES = new Set(['rescue', 'ensure', 'else']);

/** Statements with the handlers behind them, as in `def` and `begin`. The value is that of the statements. */
export function bodyWithRescue(p: Parser): Outcome {
  const main = p.statements(RESCUES);
  while (!p.isDone()) {
    const isRescue = p.word() === 'rescue';
    p.at++;
    p.unit.flow++;
    if (isRescue) rescued(p);
    const outcome = p.statements(RESCUES);
    p.unit.flow--;
    const draft = p.unit.functions[p.unit.fn];
    if (isRescue && draft !== undefined && outcome.value !== undefined && !outcome.ends)
      draft.returns.push(outcome.value);
  }
  return main;
}

/** `rescue Error, Other => name`. */
function rescued(p: Parser): void {
  while (!p.isDone() && !p.startsLine() && p.word() !== 'then' && p.word() !== ';') {
    if (p.take('=>') && p.isWord()) {
      const name = takeName(p);
      p.unit.declare(name.name, 'catch', name);
    } else if (!p.take(',')) {
      const from = p.at;
      p.expression(OPERAND);
      if (p.at === from) p.skip();
    }
  }
  p.take('then');
}

/** `a, b = 1, *rest, key:, other: 2, **options, &block` up to the group's end, a bar or a line's end. */
export function parameters(p: Parser, fn: number, stop: string): void {
  const isOver = (): boolean => p.isDone() || p.word() === stop || p.word() === ';';
  while (!isOver()) {
    if (p.take(',')) continue;
    const from = p.at;
    if (p.opens('(')) destructured(p, fn);
    else parameter(p, fn);
    while (!isOver() && p.word() !== ',') {
      if (p.startsLine() && stop === '') return;
      p.unknown();
    }
    if (p.at === from) p.at++;
  }
}

function parameter(p: Parser, fn: number): void {
  const rest = p.take('**') ? 'keyword' : p.take('*') ? 'positional' : undefined;
  const isBlock = p.take('&');
  if (!p.isWord()) return;
  const name = takeName(p);
  const isKeyword = p.word() === ':' && !p.isSpaced();
  if (isKeyword) p.at++;
  const hasValue = isKeyword ? !p.isDone() && p.word() !== ',' && !p.startsLine() : p.take('=');
  const fallback = hasValue ? p.expression(PARAMETER) : undefined;
  if (isBlock) {
    p.unit.declare(name.name, 'const', name);
    return;
  }
  p.unit.addParameter(fn, name.name, name, {
    ...((isKeyword || rest === 'keyword') && { name: name.name }),
    ...(fallback && { fallback }),
    ...(rest && { rest }),
  });
}

/** `(a, b)` among a block's parameters. */
function destructured(p: Parser, fn: number): void {
  const index = p.unit.functions[fn]?.params.length ?? 0;
  const at = p.start;
  p.unit.addParameter(fn, undefined, { at, end: at });
  p.group(false, () => {
    for (let step = 0; !p.isDone(); step++) {
      p.take('*');
      if (p.kind() === TokenKind.word) {
        const name = takeName(p);
        p.unit.declare(name.name, 'param', name, { fn, param: index, scope: fn, path: [step] });
      }
      while (!p.isDone() && p.word() !== ',') p.skip();
      p.at++;
    }
  });
}
