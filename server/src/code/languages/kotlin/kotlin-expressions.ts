import { settleBody, functionRef, insideFunction } from '../../builder/declarations.ts';
import { operand } from '../../builder/expressions.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import { caseTest, GuardedBranches } from '../../builder/guarded.ts';
import { attempt, branchBody, Branches, conditional, jump, leap } from '../../builder/statements.ts';
import type { Expr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { anonymousObject } from './kotlin-classes.ts';
import { anonymousFunction, skipAnnotation } from './kotlin-functions.ts';

/** Expressions that begin with a word or mark of Kotlin's own. */
export const kotlinPrimaries: ReadonlyMap<string, (p: Parser) => Expr | undefined> = new Map([
  ['if', conditional],
  ['when', p => choose(p)],
  ['try', attempt],
  ['object', anonymousObject],
  ['fun', anonymousFunction],
  ['this', self],
  ['super', self],
  ['return', (p: Parser) => jumping(p, () => jump(p, true))],
  ['throw', (p: Parser) => jumping(p, () => jump(p, false))],
  ['break', (p: Parser) => jumping(p, () => leap(p))],
  ['continue', (p: Parser) => jumping(p, () => leap(p))],
  ['::', reference],
  ['is', typeTest],
  ['!is', typeTest],
  ['in', (p: Parser) => ((p.at += 1), p.expression())],
  ['!in', (p: Parser) => ((p.at += 1), p.expression())],
  ['@', annotated],
  // Before a type's bounds it is a word of the language, elsewhere a name.
  ['where', (p: Parser) => (p.opens('(', 1) && !p.isSpaced(1) ? p.name() : undefined)],
]);

/** `{ a, b -> statements }`, or `{ statements }` with `it`. */
export function lambda(p: Parser): Expr {
  const at = p.start;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.group(true, () => {
      const arrow = arrowAhead(p);
      if (arrow < 0) p.unit.scope.implicit = { names: ['it'], at };
      else lambdaParameters(p, fn, arrow);
      settleBody(p, fn, p.statements(), true);
    });
  });
  return functionRef(p, fn, at);
}

/** How far the arrow behind a lambda's parameters is, or -1 where it has none. */
function arrowAhead(p: Parser): number {
  let angles = 0;
  for (let ahead = 0; ahead < 60; ahead++) {
    const kind = p.kind(ahead);
    const word = p.word(ahead);
    if (word === '<') angles++;
    else if (word === '>') angles--;
    if (word === '->' && angles === 0) return ahead;
    if (kind === TokenKind.open && word === '(') ahead = p.closing(ahead) - p.at;
    else if (kind !== TokenKind.word && !PARAMETER_MARKS.has(word)) return -1;
  }
  return -1;
}

const PARAMETER_MARKS = new Set([',', ':', '?', '.', '<', '>', '*', '->']);

function lambdaParameters(p: Parser, fn: number, arrow: number): void {
  const end = p.at + arrow;
  while (p.at < end) {
    if (p.take(',')) continue;
    const span = { at: p.start, end: p.tokens.stop(p.at) };
    if (p.opens('(')) {
      const index = p.unit.functions[fn]?.params.length ?? 0;
      p.unit.addParameter(fn, undefined, span);
      destructure(p, (name, step, place) => {
        p.unit.declare(name, 'param', place, { fn, param: index, scope: fn, path: [step] });
      });
      continue;
    }
    const name = p.word();
    p.at++;
    const type = p.take(':') ? p.type() : undefined;
    p.unit.addParameter(fn, name === '_' ? undefined : name, span, { ...(type && { type }), name });
    while (p.at < end && p.word() !== ',') p.skip();
  }
  p.at = end + 1;
}

/** The names of `(a, b: T, _)`, which is read. */
export function destructure(
  p: Parser,
  declare: (name: string, step: number, place: { at: number; end: number }) => void,
): void {
  p.group(false, () => {
    for (let step = 0; !p.isDone(); step++) {
      const place = { at: p.start, end: p.tokens.stop(p.at) };
      if (p.isWord() && p.word() !== '_') declare(p.word(), step, place);
      while (!p.isDone() && p.word() !== ',') p.skip();
      p.at++;
    }
  });
}

/** `when (subject) { pattern, pattern -> branch … else -> branch }`. */
function choose(p: Parser): Expr {
  const at = p.start;
  p.at++;
  const outer = p.unit.enter('block');
  const test = p.opens('(') ? p.group(false, () => p.statement().value) : undefined;
  if (!p.opens('{')) {
    p.unit.leave(outer);
    return p.opaque(at);
  }
  const branches = new Branches(p);
  const guarded = new GuardedBranches(p, true);
  p.group(true, () => {
    while (!p.isDone()) {
      if (p.take(';') || p.take(',')) continue;
      const from = p.at;
      const conditions = patterns(p);
      const { returns } = branches;
      const condition = conditions && caseTest(test, conditions);
      branches.add(conditions, p.take('->') ? guarded.read(condition, () => branchBody(p)) : nothing, returns);
      if (p.at === from) p.unknown();
    }
  });
  guarded.finish();
  p.unit.leave(outer);
  return branches.finish(at, test, false);
}

function patterns(p: Parser): Expr[] | undefined {
  if (p.take('else')) return undefined;
  const found: Expr[] = [];
  do {
    found.push(p.expression());
    while (!p.isDone() && !p.startsLine() && p.word() !== '->' && p.word() !== ',') p.unknown();
  } while (p.take(','));
  return found;
}

function self(p: Parser): Expr {
  const at = p.start;
  const isSuper = p.word() === 'super';
  p.at++;
  let { cls } = p.unit;
  if (p.word() === '@' && p.isWord(1) && !p.isSpaced()) {
    const label = p.word(1);
    const found = p.unit.classes.findLastIndex(each => each.name === label);
    if (found >= 0) cls = found;
    p.at += 2;
  } else if (isSuper && p.word() === '<') while (!p.isDone() && !p.take('>')) p.at++;
  return { k: 'this', cls, ...p.span(at), ...(isSuper && { parent: true as const }) };
}

function jumping(p: Parser, read: () => unknown): Expr {
  const at = p.start;
  read();
  p.ends = true;
  return p.opaque(at);
}

/** `::name`. */
function reference(p: Parser): Expr | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  return p.name();
}

/** `is Type` as a condition of `when`. */
function typeTest(p: Parser): Expr {
  const at = p.start;
  p.at++;
  p.type();
  return p.opaque(at);
}

function annotated(p: Parser): Expr | undefined {
  if (!p.isWord(1)) return undefined;
  skipAnnotation(p);
  return operand(p);
}
