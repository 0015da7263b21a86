import type { Expr, Literal, Write } from '../facts.ts';
import { TokenKind } from '../scanner/tokens.ts';
import { skipAngles } from './angles.ts';
import { argumentList, callWithLambda, spreadable, typeArguments } from './calls.ts';
import { joinedMaps } from './collections.ts';
import { formatted } from './formats.ts';
import type { Operator } from './grammar.ts';
import { stringValue } from './strings.ts';
import type { Parser } from './parser.ts';

/** Operators before an operand bind tighter than all between operands. */
const UNARY = 100;

/** Reads an expression of operators that bind at least as tightly as `least`. */
export function expression(p: Parser, least: number): Expr {
  let left = operand(p);
  for (;;) {
    if (p.isDone()) return left;
    const word = p.word();
    const operator = (p.isQuoted() ? undefined : p.grammar.operators.get(word)) ?? infixWord(p);
    if (operator === undefined || operator.precedence < least || p.isAtEnd()) return left;
    if (p.kind() === TokenKind.open) return left;
    const next = operation(p, left, operator, word);
    if (next === undefined) return left;
    left = next;
  }
}

/** A word between two operands, where the language has functions for operators. Lines end it outside of brackets only. */
function infixWord(p: Parser): Operator<Parser> | undefined {
  const rule = p.grammar.infixWords;
  if (rule === undefined || !p.isWord() || p.grammar.reserved.has(p.word())) return undefined;
  const isPair = p.word() === 'to' && !p.breaksAtLine;
  if (p.startsLine() && !isPair) return undefined;
  const next = p.kind(1);
  if (next === TokenKind.end || next === TokenKind.close || (p.startsLine(1) && !isPair)) return undefined;
  if (next === TokenKind.mark && (!p.grammar.prefixes.has(p.word(1)) || p.isSpaced(2))) return undefined;
  if (next === TokenKind.word && p.grammar.operators.has(p.word(1))) return undefined;
  if (next === TokenKind.open && (p.word(1) === '{' ? p.stopsAtBrace : !p.isSpaced(1))) return undefined;
  return { precedence: rule.precedence, kind: 'binary' };
}

function operation(p: Parser, left: Expr, operator: Operator<Parser>, word: string): Expr | undefined {
  const { precedence } = operator;
  if (operator.read !== undefined) return operator.read(p, left);
  const op = operator.op ?? word;
  if (operator.kind === 'assign') {
    p.at++;
    const value = p.expression(precedence);
    assignTo(p, left, value, assignment(op));
    p.isAssignment = true;
    return value;
  }
  if (operator.kind === 'ternary') return ternary(p, left, precedence);
  p.at++;
  if (operator.kind === 'cast') {
    while (p.word() === '?' || p.word() === '!') p.at++;
    const type = p.type();
    return { k: 'cast', value: left, ...(type && { type }), ...p.span(left.at) };
  }
  if (operator.kind === 'test') {
    p.type();
    return { k: 'binary', op: 'instanceof', left, right: p.opaque(p.stop), ...p.span(left.at) };
  }
  const right = p.expression(operator.right ? precedence : precedence + 1);
  if (operator.kind === 'choice') {
    // `value ?: return` has no other value; control goes on with the first.
    const jumps = p.takeEnds() && right.k === 'opaque';
    const options = jumps ? [left] : [left, right];
    return { k: 'choice', op: op as '??', options, ...p.span(left.at) };
  }
  if (op === '%' && left.k === 'literal' && typeof left.value === 'string')
    return formatted('percent', left, right.k === 'array' ? right.items.map(value => ({ value })) : [{ value: right }]);
  return joinedMaps(op, left, right) ?? { k: 'binary', op, left, right, ...p.span(left.at) };
}

/** `test ? a : b`. A question mark that no colon follows in this group belongs to something else. */
function ternary(p: Parser, test: Expr, precedence: number): Expr | undefined {
  const from = p.at;
  p.at++;
  if (p.word() === ':' && !p.isSpaced()) {
    // `a ?: b` answers the first where it holds.
    p.at++;
    const other = p.expression(precedence);
    return { k: 'choice', op: '||', options: [test, other], ...p.span(test.at) };
  }
  const first = p.expression(precedence);
  if (p.word() !== ':') {
    if (first.k === 'opaque' && first.at === first.end) {
      p.at = from;
      return undefined;
    }
    return { k: 'choice', op: '?:', test, options: [first], ...p.span(test.at) };
  }
  p.at++;
  const second = p.expression(precedence);
  return { k: 'choice', op: '?:', test, options: [first, second], ...p.span(test.at) };
}

/** Assignments that make a name known; others change what is there. */
const DECLARING: ReadonlySet<Write['op']> = new Set(['=', '||=', '??=']);

/** Notes an assignment to a name, a member or several of them. */
export function assignTo(p: Parser, target: Expr, value: Expr, op: Write['op']): void {
  const span = p.span(target.at);
  if (target.k === 'array' && p.grammar.assignmentDeclares) {
    target.items.forEach((item, index) => {
      const literal: Expr = { k: 'literal', value: index, at: value.at, end: value.end };
      const part: Expr =
        value.k === 'array' && value.items.every(each => each.k !== 'spread')
          ? (value.items[index] ?? p.opaque(value.at))
          : { k: 'index', object: value, index: literal, at: value.at, end: value.end };
      assignTo(p, item, part, op);
    });
  } else if (target.k === 'name' && DECLARING.has(op) && p.grammar.assignmentDeclares && target.binding < 0)
    p.unit.assign(target, value, op, span);
  else p.unit.write(target, value, op, span);
}

function assignment(word: string): Write['op'] {
  switch (word) {
    case '=':
    case ':=':
      return '=';
    case '??=':
    case '||=':
    case '&&=':
    case '+=':
      return word;
    default:
      return 'other';
  }
}

/** An operand with the operators before it and everything behind it. */
export function operand(p: Parser): Expr {
  if (p.isQuoted()) return postfix(p, p.name());
  const at = p.start;
  const op = p.grammar.prefixes.get(p.word());
  if (op === undefined || p.kind() === TokenKind.open || p.kind() === TokenKind.close) return postfix(p, primary(p));
  const handler = p.grammar.primaries.get(p.word());
  if (handler !== undefined) {
    const special = handler(p);
    if (special !== undefined) return postfix(p, special);
  }
  p.at++;
  const value = p.expression(UNARY);
  if (op === 'await') return { k: 'await', value, ...p.span(at) };
  if (op === '') return value;
  if (op === '-' && value.k === 'literal' && typeof value.value === 'number')
    return p.literal(-value.value, at, value.end);
  return { k: 'unary', op, operand: value, ...p.span(at) };
}

/** A name, a literal, a bracket, or what a word of the language begins. Where nothing begins, an empty expression. */
function primary(p: Parser): Expr {
  const { grammar } = p;
  const at = p.start;
  const kind = p.kind();
  const word = p.word();
  const special = word === '' || kind === TokenKind.close ? undefined : grammar.primaries.get(word)?.(p);
  if (special !== undefined) return special;
  switch (kind) {
    case TokenKind.word:
      if (grammar.constants.has(word)) {
        p.at++;
        return p.literal(grammar.constants.get(word), at, p.stop);
      }
      if (grammar.reserved.has(word)) return { k: 'opaque', at: p.stop, end: p.stop };
      return grammar.wordPrimary?.(p) ?? p.name();
    case TokenKind.number:
      p.at++;
      return p.literal(numberValue(p.tokens.text.slice(at, p.stop)), at, p.stop);
    case TokenKind.string:
    case TokenKind.character:
      return stringValue(p);
    case TokenKind.regex:
      p.at++;
      return p.opaque(at, { t: 'primitive', name: 'object' });
    case TokenKind.open:
      return bracketed(p, word);
    default:
      return { k: 'opaque', at: p.stop, end: p.stop };
  }
}

function bracketed(p: Parser, word: string): Expr {
  const { grammar } = p;
  const at = p.start;
  if (word === '"') return stringValue(p);
  if (word === '(') {
    return (
      grammar.parenthesis?.(p) ??
      p.group(false, () => {
        const first = p.expression();
        if (p.word() !== ',') {
          p.rest();
          return first;
        }
        const items = [first];
        while (p.take(',') && !p.isDone()) {
          items.push(p.expression());
          p.rest(',');
        }
        return { k: 'array', items, at, end: p.tokens.stop(p.end) };
      })
    );
  }
  if (word === '[') return grammar.bracket?.(p) ?? list(p);
  if (word === '{') return grammar.brace?.(p) ?? { k: 'opaque', at: p.stop, end: p.stop };
  return { k: 'opaque', at: p.stop, end: p.stop };
}

/** `[a, b, ...c]`; of a comprehension only the kind is known. */
export function list(p: Parser): Expr {
  const at = p.start;
  const items = p.group(false, () => {
    const found: Expr[] = [];
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      found.push(spreadable(p));
      if (p.grammar.comprehensions?.has(p.word())) {
        p.rest();
        return undefined;
      }
      p.rest(',');
      if (p.at === from) p.unknown();
    }
    return found;
  });
  return items === undefined ? p.opaque(at, { t: 'array', of: undefined }) : { k: 'array', items, ...p.span(at) };
}

/** Members, calls, indexes and lambdas behind an operand. */
export function postfix(p: Parser, first: Expr): Expr {
  const { grammar } = p;
  let left = first;
  for (;;) {
    if (p.isDone()) return grammar.ended?.(p, left) ?? left;
    const next = grammar.suffix?.(p, left) ?? suffixOf(p, left);
    if (next === undefined) return left;
    left = next;
  }
}

/** The operand with what stands directly behind it; undefined where that is none of these. */
function suffixOf(p: Parser, left: Expr): Expr | undefined {
  const word = p.word();
  switch (p.kind()) {
    case TokenKind.mark:
      return markSuffix(p, left, word);
    case TokenKind.word:
      return isLabelledLambda(p) && (left.k === 'name' || left.k === 'member') ? callWithLambda(p, left) : undefined;
    case TokenKind.open:
      return isEmpty(left) ? undefined : bracketSuffix(p, left, word);
    default:
      return undefined;
  }
}

function markSuffix(p: Parser, left: Expr, word: string): Expr | undefined {
  const { grammar } = p;
  if (grammar.memberMarks.has(word))
    return p.breaksAtLine && p.startsLine() && !grammar.continues.has(word) ? undefined : memberOf(p, left);
  if (grammar.postfixes.has(word) && !p.isSpaced()) {
    p.at++;
    return word === '++' || word === '--' ? left : { k: 'cast', value: left, ...p.span(left.at) };
  }
  if (word === '<' && grammar.calls.generics) return typeArguments(p, left);
  if (word !== '?' || p.isSpaced() || !isOptionalAccess(p)) return undefined;
  p.at++;
  return left;
}

/** `launch label@{ … }`. */
function isLabelledLambda(p: Parser): boolean {
  if (!p.grammar.calls.trailingLambdas || p.stopsAtBrace || p.startsLine()) return false;
  return p.word(1) === '@' && p.opens('{', 2) && !p.isSpaced(1);
}

/** `a?[0]` written with a mark of its own. */
function isOptionalAccess(p: Parser): boolean {
  return p.opens('[', 1) && !p.isSpaced(1);
}

function isEmpty(value: Expr): boolean {
  return value.k === 'opaque' && value.at === value.end;
}

function bracketSuffix(p: Parser, left: Expr, word: string): Expr | undefined {
  if (p.breaksAtLine && p.startsLine()) return undefined;
  if (word === '(') return argumentList(p, left, 'call');
  if (word === '[') {
    if (p.startsLine() || (p.grammar.breaksAtLine && p.isSpaced())) return undefined;
    const index = p.group(false, () => {
      const value = p.expression();
      if (p.isDone()) return value;
      // A slice, or several indexes.
      p.rest();
      return p.opaque(value.at);
    });
    return indexed(left, index, p.stop);
  }
  if (word === '{' && p.grammar.calls.trailingLambdas && !p.stopsAtBrace && (left.k === 'name' || left.k === 'member'))
    return callWithLambda(p, left);
  return undefined;
}

/** `object[index]`; with a literal key it is a member like any other. */
function indexed(object: Expr, index: Expr, end: number): Expr {
  if (index.k !== 'literal' || typeof index.value !== 'string')
    return { k: 'index', object, index, at: object.at, end };
  const nameAt = index.at + (index.quote?.length ?? 0);
  return { k: 'member', object, name: index.value, nameAt, at: object.at, end };
}

const OPTIONAL = new Set(['?.', '&.', '?->']);

/** `object.name`; where the name is not written yet, the member has an empty name. */
function memberOf(p: Parser, object: Expr): Expr | undefined {
  const mark = p.at;
  const optional = OPTIONAL.has(p.word());
  p.at++;
  if (p.grammar.calls.generics) skipAngles(p);
  const next = p.kind();
  // A dot at the end of a line is a member that is being typed, unless the next line goes on with it.
  if (next === TokenKind.mark && p.grammar.calls.operatorNames?.has(p.word()) && !p.isSpaced()) {
    p.at++;
    return p.unit.member(object, p.tokens.words[p.at - 1] ?? '', p.tokens.start(p.at - 1), p.stop, optional);
  }
  const isBroken = p.startsLine() && (p.tokens.startsLine(mark) ? p.breaksAtLine : !p.isIndentedMore());
  if ((next === TokenKind.word || next === TokenKind.number) && !isBroken) {
    const nameAt = p.start;
    const name = p.word() || p.tokens.text.slice(nameAt, p.tokens.stop(p.at));
    if (p.startsLine() && p.grammar.statements.has(name) && name !== 'then')
      return p.unit.member(object, '', p.stop, p.stop);
    p.at++;
    if (p.grammar.transparent?.has(name) && p.kind() !== TokenKind.open && !isArgument(p)) return object;
    return p.unit.member(object, name, nameAt, p.stop, optional);
  }
  if (p.grammar.assertions && p.opens('(')) {
    const type = p.group(false, () => p.type());
    return { k: 'cast', value: object, ...(type && { type }), ...p.span(object.at) };
  }
  return nameless(p, object);
}

/** What stands behind a dot that no name follows: a bracket of the object's, or a name that is still to be typed. */
function nameless(p: Parser, object: Expr): Expr {
  if (p.opens('[')) return operatorCall(p, object) ?? object;
  return p.opens('(') ? object : p.unit.member(object, '', p.stop, p.stop);
}

/** Whether an argument without brackets follows (`Time.freeze now`). */
function isArgument(p: Parser): boolean {
  return p.isWord() && p.isSpaced() && !p.startsLine() && !p.grammar.reserved.has(p.word());
}

/** `object.[](index)` is an index. */
function operatorCall(p: Parser, object: Expr): Expr | undefined {
  if (p.closing() !== p.at + 1 || !p.opens('(', 2)) return undefined;
  p.at += 2;
  const index = p.group(false, () => p.expression());
  return indexed(object, index, p.stop);
}

/** The value of a number as it is written, with its separators, base and suffix. */
export function numberValue(written: string): Literal['value'] {
  const plain = written.replaceAll('_', '').replaceAll("'", '');
  const value = Number(
    /^0[xXbBoO]/.test(plain) ? plain.replace(/[uUlLn]+$/, '') : plain.replace(/[a-df-zA-DF-Z]+$/, ''),
  );
  return Number.isNaN(value) ? undefined : value;
}
