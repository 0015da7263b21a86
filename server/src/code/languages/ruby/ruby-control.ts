import type { Outcome } from '../../builder/grammar.ts';
import { caseTest, GuardedBranches } from '../../builder/guarded.ts';
import { ending, nothing, type Parser } from '../../builder/parser.ts';
import { Branches, jump } from '../../builder/statements.ts';
import type { Expr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { bodyWithRescue } from './ruby-blocks.ts';
import { BLOCK } from './ruby-layout.ts';
import { OPERAND, VALUE } from './ruby-levels.ts';

const BRANCHES = new Set(['elsif', 'else']);
const CASES = new Set(['when', 'in', 'else']);

/** `if test … elsif test … else … end`, `unless`; undefined where the word is a modifier. */
export function conditional(p: Parser): Expr | undefined {
  if (!p.opens(BLOCK, 1)) return undefined;
  const at = p.start;
  const isNegated = p.word() === 'unless';
  p.at++;
  const options: Expr[] = [];
  const branches = new GuardedBranches(p);
  const read = (): Outcome => p.statements(BRANCHES);
  const { test, ends } = p.group(true, () => {
    const condition = p.expression(1);
    p.take('then');
    let allEnd = add(options, branches.read(condition, read, !isNegated));
    let hasElse = false;
    while (!p.isDone()) {
      hasElse = p.word() === 'else';
      p.at++;
      const next = hasElse ? undefined : p.expression(1);
      p.take('then');
      allEnd = add(options, branches.read(next, read)) && allEnd;
    }
    return { test: isNegated ? negated(condition) : condition, ends: allEnd && hasElse };
  });
  branches.finish();
  p.ends = ends;
  return { k: 'choice', op: '?:', test, options, ...p.span(at) };
}

export function negated(operand: Expr): Expr {
  return { k: 'unary', op: '!', operand, at: operand.at, end: operand.end };
}

function add(options: Expr[], outcome: Outcome): boolean {
  if (outcome.value !== undefined && !outcome.ends) options.push(outcome.value);
  return outcome.ends === true;
}

/** `case value when a, b … else … end`, also with `in`. */
export function choose(p: Parser): Expr | undefined {
  if (!p.opens(BLOCK, 1)) return undefined;
  const at = p.start;
  p.at++;
  const branches = new Branches(p);
  const guarded = new GuardedBranches(p, true);
  const test = p.group(true, () => {
    const value = p.startsLine() ? undefined : p.expression(1);
    p.take(';');
    while (!p.isDone()) {
      const from = p.at;
      const isElse = p.take('else');
      const patterns = isElse ? undefined : casePatterns(p);
      const { returns } = branches;
      const outcome = guarded.read(patterns && caseTest(value, patterns), () => p.statements(CASES));
      branches.add(patterns, outcome, returns);
      if (p.at === from) p.unknown();
    }
    return value;
  });
  guarded.finish();
  return branches.finish(at, test, false);
}

function casePatterns(p: Parser): Expr[] {
  const found: Expr[] = [];
  p.at++;
  do {
    p.take('*');
    found.push(p.expression(OPERAND));
  } while (p.take(','));
  while (!p.isDone() && !p.startsLine() && p.word() !== 'then' && p.word() !== ';') p.unknown();
  p.take('then');
  return found;
}

/** `begin … rescue … end`; undefined where it is an ordinary word. */
export function begin(p: Parser): Expr | undefined {
  if (!p.opens(BLOCK, 1)) return undefined;
  const at = p.start;
  p.at++;
  const outcome = p.group(true, () => bodyWithRescue(p));
  p.ends = outcome.ends === true;
  return outcome.value ?? p.opaque(at);
}

/** `while test do … end`, `until`, `for name in values do … end`. */
export function loop(p: Parser): Outcome | undefined {
  if (!p.opens(BLOCK, 1)) return undefined;
  const isFor = p.word() === 'for';
  p.at++;
  p.group(true, () => {
    if (isFor) forHead(p);
    else p.expression(1);
    p.take('do');
    p.unit.flow++;
    p.statements();
    p.unit.flow--;
  });
  return nothing;
}

function forHead(p: Parser): void {
  const names: { readonly name: string; readonly at: number; readonly end: number }[] = [];
  while (!p.isDone() && p.word() !== 'in') {
    if (p.isWord()) names.push({ name: p.word(), at: p.start, end: p.tokens.stop(p.at) });
    p.skip();
  }
  p.take('in');
  const init = p.expression(1);
  names.forEach((name, step) => {
    p.unit.declare(name.name, 'loop', name, { init, ...(names.length > 1 && { path: [step] }) });
  });
}

/** `return a, b`: several values are a list. */
export function returns(p: Parser): Outcome {
  const target = p.returnsFrom;
  const outcome = isModifier(p, 1) ? ((p.at += 1), ending) : jump(p, true);
  const list = p.unit.functions[target]?.returns;
  const first = list?.at(-1);
  if (p.word() !== ',' || first === undefined || list === undefined) return outcome;
  const items = [first];
  while (p.take(',') && !p.isAtEnd()) items.push(p.expression(VALUE));
  list[list.length - 1] = { k: 'array', items, ...p.span(first.at) };
  return outcome;
}

/** `next value`, `break value`, `redo`, `retry`: leave the block, of which `next` gives the value. */
export function leaves(p: Parser): Outcome {
  const isNext = p.word() === 'next';
  p.at++;
  if (!p.isAtEnd() && !isModifier(p)) {
    const value = p.expression(VALUE);
    if (isNext) p.unit.functions[p.unit.fn]?.returns.push(value);
  }
  return { ends: true, leaps: true };
}

/** Whether a condition for what stands before it follows. */
export function isModifier(p: Parser, ahead = 0): boolean {
  return /^(?:if|unless|while|until|rescue)$/.test(p.word(ahead)) && !p.opens(BLOCK, ahead + 1);
}

/** The word of the condition behind the statement that begins here, for which it is run on one path only. */
export function modifierAhead(p: Parser): string | undefined {
  for (let ahead = 0; ; ahead++) {
    const kind = p.kind(ahead);
    if (kind === TokenKind.end || p.word(ahead) === ';') return undefined;
    if (ahead > 0 && p.startsLine(ahead) && !/^&?\.$/.test(p.word(ahead)) && p.word(ahead - 1) !== ',')
      return undefined;
    if (kind === TokenKind.open) ahead = p.closing(ahead) - p.at;
    else if (kind === TokenKind.word && ahead > 0 && isModifier(p, ahead)) return p.word(ahead);
  }
}
