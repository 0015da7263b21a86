import { assignTo } from '../../builder/expressions.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import type { Expr } from '../../facts.ts';
import { isModifier, leaves, loop, modifierAhead, negated, returns } from './ruby-control.ts';
import { classCommand, classDeclaration } from './ruby-declarations.ts';
import { OPERAND, VALUE } from './ruby-levels.ts';

/** Statements that begin with a word of Ruby's own. */
export const rubyStatements: ReadonlyMap<string, (p: Parser) => Outcome | undefined> = new Map([
  ['class', classDeclaration],
  ['module', classDeclaration],
  ['while', loop],
  ['until', loop],
  ['for', loop],
  ['return', (p: Parser) => modified(p, returns)],
  ['next', (p: Parser) => modified(p, leaves)],
  ['break', (p: Parser) => modified(p, leaves)],
  ['redo', (p: Parser) => modified(p, leaves)],
  ['retry', (p: Parser) => modified(p, leaves)],
  ['alias', (p: Parser) => ((p.at += Math.min(3, p.end - p.at)), nothing)],
  ['undef', (p: Parser) => ((p.at += 1), nothing)],
  ['then', (p: Parser) => ((p.at += 1), nothing)],
]);

/** A statement with the conditions that may stand behind it. */
function modified(p: Parser, read: (p: Parser) => Outcome): Outcome {
  const { unit } = p;
  const modifier = modifierAhead(p);
  const at = p.start;
  const guarded = modifier === 'if' || modifier === 'unless' ? 1 : 0;
  if (modifier !== undefined) unit.flow++;
  unit.guarded += guarded;
  let outcome = read(p);
  if (modifier !== undefined) unit.flow--;
  unit.guarded -= guarded;
  while (isModifier(p) && !p.startsLine()) {
    const word = p.word();
    const isRescue = word === 'rescue';
    const end = p.stop;
    p.at++;
    const condition = p.expression(1);
    const test = word === 'unless' ? negated(condition) : condition;
    if (word === 'if' || word === 'unless') {
      unit.guards.note(test, true, at, end);
      if (outcome.ends) unit.guards.noteRest(test, false, p.stop);
    }
    const { value } = outcome;
    if (outcome.ends) outcome = nothing;
    else if (value !== undefined) {
      const options = isRescue ? [value, test] : [value];
      outcome = { value: { k: 'choice', op: '?:', ...(!isRescue && { test }), options, at: value.at, end: p.stop } };
    }
  }
  return outcome;
}

/** Everything that no word announces. */
export function rubyStatement(p: Parser): Outcome {
  return modified(p, expressionStatement);
}

function expressionStatement(p: Parser): Outcome {
  p.ends = false;
  p.isAssignment = false;
  const from = p.at;
  const isRaise = p.word() === 'raise' || p.word() === 'fail' || p.word() === 'exit';
  let value = p.word() === '*' ? spreadTarget(p) : p.expression(1);
  const ends = p.takeEnds();
  if (p.at === from) return nothing;
  if (p.word() === ',' && !p.isAtEnd()) return severalTargets(p, value);
  if (!p.takeAssignment()) value = bareCall(p, value);
  if (value.k === 'call') command(p, value.call);
  if (ends || isRaise) return { value, ends: true };
  return { value };
}

function spreadTarget(p: Parser): Expr {
  p.at++;
  return p.expression(OPERAND);
}

/** `a, *b = value`, `a, b = b, a`; without an assignment, a list. */
function severalTargets(p: Parser, first: Expr): Outcome {
  const items = [first];
  while (p.take(',')) {
    if (p.isAtEnd()) break;
    const isRest = p.take('*');
    const item = p.expression(OPERAND);
    items.push(isRest ? p.opaque(item.at) : item);
  }
  const target: Expr = { k: 'array', items, ...p.span(first.at) };
  if (!p.take('=')) return { value: target };
  const value = p.expression(VALUE);
  const values = [value];
  while (p.take(',') && !p.isAtEnd()) values.push(p.expression(VALUE));
  assignTo(p, target, values.length > 1 ? { k: 'array', items: values, ...p.span(value.at) } : value, '=');
  return nothing;
}

/** A name or member that is a statement by itself is a call without arguments. */
function bareCall(p: Parser, value: Expr): Expr {
  const isMethod =
    (value.k === 'name' && value.binding < 0 && p.unit.local(value.name) === undefined) || value.k === 'member';
  if (!isMethod || !/^[a-z_]\w*[?!]?$/.test(value.name)) return value;
  const nameAt = value.k === 'member' ? value.nameAt : value.at;
  const { at, end } = value;
  return p.unit.addCall({
    callee: value,
    args: [],
    fn: -1,
    nameAt,
    nameEnd: end,
    argsAt: end,
    argsEnd: end,
    form: 'call',
    at,
    end,
  });
}

function command(p: Parser, index: number): void {
  const call = p.unit.calls[index];
  if (call?.callee.k === 'name') classCommand(p, call.callee.name, call.args);
}
