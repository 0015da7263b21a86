import type { Choice, Expr, Index, Member } from '../../facts.ts';
import { literal } from './literals.ts';
import type { Mutable } from './mutable.ts';
import { ts } from './parser.ts';
import type { ExpressionReader, Row, UnitReader } from './unit-reader.ts';
import { spanOf } from './unit-reader.ts';

/** Names, members, operators and casts. Assignments are in `assignments.ts`. */
export const expressionRows: readonly Row<ExpressionReader>[] = [
  [ts.SyntaxKind.Identifier, readIdentifier],
  [ts.SyntaxKind.PropertyAccessExpression, readMember],
  [ts.SyntaxKind.QualifiedName, readQualifiedName],
  [ts.SyntaxKind.ElementAccessExpression, readIndex],
  [ts.SyntaxKind.ParenthesizedExpression, (u, node: ts.ParenthesizedExpression) => u.expression(node.expression)],
  [ts.SyntaxKind.ConditionalExpression, readConditional],
  [
    ts.SyntaxKind.TypeOfExpression,
    (u, node: ts.TypeOfExpression) => ({
      k: 'unary',
      op: 'typeof',
      operand: u.expression(node.expression),
      ...spanOf(u, node),
    }),
  ],
  [
    ts.SyntaxKind.DeleteExpression,
    (u, node: ts.DeleteExpression) => ({
      k: 'unary',
      op: 'delete',
      operand: u.expression(node.expression),
      ...spanOf(u, node),
    }),
  ],
  [ts.SyntaxKind.AsExpression, readCast],
  [ts.SyntaxKind.TypeAssertionExpression, readCast],
  [ts.SyntaxKind.SatisfiesExpression, readSatisfies],
  [
    ts.SyntaxKind.NonNullExpression,
    (u, node: ts.NonNullExpression) => ({ k: 'cast', value: u.expression(node.expression), ...spanOf(u, node) }),
  ],
  [
    ts.SyntaxKind.ExpressionWithTypeArguments,
    (u, node: ts.ExpressionWithTypeArguments) => u.expression(node.expression),
  ],
  [
    ts.SyntaxKind.AwaitExpression,
    (u, node: ts.AwaitExpression) => ({ k: 'await', value: u.expression(node.expression), ...spanOf(u, node) }),
  ],
  [ts.SyntaxKind.YieldExpression, readYield],
  [
    ts.SyntaxKind.SpreadElement,
    (u, node: ts.SpreadElement) => ({ k: 'spread', value: u.expression(node.expression), ...spanOf(u, node) }),
  ],
  [ts.SyntaxKind.ThisKeyword, (u, node) => ({ k: 'this', cls: u.cls, ...spanOf(u, node) })],
  [ts.SyntaxKind.SuperKeyword, (u, node) => ({ k: 'this', cls: u.cls, parent: true, ...spanOf(u, node) })],
  [
    ts.SyntaxKind.ArrayLiteralExpression,
    (u, node: ts.ArrayLiteralExpression) => ({
      k: 'array',
      items: node.elements.map(item => u.expression(item)),
      ...spanOf(u, node),
    }),
  ],
  [ts.SyntaxKind.OmittedExpression, (u, node) => literal(u, node, undefined)],
  [ts.SyntaxKind.MetaProperty, (u, node) => u.opaque(node)],
];

function readIdentifier(u: UnitReader, node: ts.Identifier): Expr {
  const text = node.text;
  if (text === 'undefined') return literal(u, node, undefined);
  // What the parser expected and did not find.
  if (text === '') return u.opaque(node);
  const end = u.end(node);
  return u.name(text, Math.min(u.at(node), end), end);
}

function readMember(u: UnitReader, node: ts.PropertyAccessExpression): Expr {
  const object = u.expression(node.expression);
  const { name, questionDotToken } = node;
  const at = startOf(u, node.expression, object);
  const end = u.end(node);
  const member: Mutable<Member> = { k: 'member', object, name: name.text, nameAt: u.at(name), at, end };
  if (questionDotToken !== undefined) member.optional = true;
  return member;
}

/** Where what stands first in an expression starts, its brackets included: they are no part of `(a + b).c`'s object. */
export function startOf(u: UnitReader, node: ts.Node, expr: Expr): number {
  return node.kind === ts.SyntaxKind.ParenthesizedExpression ? u.at(node) : expr.at;
}

/** `A.B` where a type or an alias stands. */
function readQualifiedName(u: UnitReader, node: ts.QualifiedName): Expr {
  const object = u.expression(node.left);
  return { k: 'member', object, name: node.right.text, nameAt: u.at(node.right), at: object.at, end: u.end(node) };
}

/** `object['name']` is a member as `object.name` is. */
function readIndex(u: UnitReader, node: ts.ElementAccessExpression): Expr {
  const object = u.expression(node.expression);
  const { argumentExpression: index, questionDotToken } = node;
  const at = startOf(u, node.expression, object);
  const end = u.end(node);
  const member: Mutable<Member | Index> = ts.isStringLiteralLike(index)
    ? { k: 'member', object, name: index.text, nameAt: u.at(index) + 1, at, end }
    : { k: 'index', object, index: u.expression(index), at, end };
  if (questionDotToken !== undefined) member.optional = true;
  return member;
}

function readConditional(u: UnitReader, node: ts.ConditionalExpression): Expr {
  const test = u.expression(node.condition);
  u.scopes.branches++;
  const options = [u.expression(node.whenTrue), u.expression(node.whenFalse)];
  u.scopes.branches--;
  u.guard(test, true, u.at(node.whenTrue), u.end(node.whenTrue));
  u.guard(test, false, u.at(node.whenFalse), u.end(node.whenFalse));
  return { k: 'choice', op: '?:', test, options, ...spanOf(u, node) };
}

/**
 * `a ?? b`, `a || b`, `a && b` and the other operators of two operands. A chain `a + b + c` is nested to the left without
 * limit, so it is read in a loop; a chain too long to be walked later is opaque.
 */
export function readBinary(u: UnitReader, node: ts.BinaryExpression): Expr {
  const chain: ts.BinaryExpression[] = [];
  let first: ts.Expression = node;
  while (ts.isBinaryExpression(first) && !isAssignment(first)) {
    chain.push(first);
    first = first.left;
  }
  let expr = u.expression(first);
  for (const step of chain.reverse()) expr = readStep(u, step, expr);
  return chain.length > longestChain ? u.opaque(node) : expr;
}

const longestChain = 200;

function readStep(u: UnitReader, node: ts.BinaryExpression, left: Expr): Expr {
  const operator = node.operatorToken.kind;
  const op = choices[operator];
  const at = startOf(u, node.left, left);
  const end = u.end(node);
  if (op !== undefined) {
    u.scopes.branches++;
    const right = u.expression(node.right);
    u.scopes.branches--;
    if (op !== '??') u.guard(left, op === '&&', u.at(node.right), u.end(node.right));
    return { k: 'choice', op, options: [left, right], at, end };
  }
  const right = u.expression(node.right);
  // `(0, analytics.track)('X')`: the last value counts.
  if (operator === ts.SyntaxKind.CommaToken) return right;
  return { k: 'binary', op: ts.tokenToString(operator) ?? '', left, right, at, end };
}

export function isAssignment(node: ts.BinaryExpression): boolean {
  const operator = node.operatorToken.kind;
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

const choices: Readonly<Partial<Record<ts.SyntaxKind, Choice['op']>>> = {
  [ts.SyntaxKind.QuestionQuestionToken]: '??',
  [ts.SyntaxKind.BarBarToken]: '||',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '&&',
};

function readCast(u: UnitReader, node: ts.AsExpression | ts.TypeAssertion): Expr {
  const value = u.expression(node.expression);
  if (ts.isConstTypeReference(node.type)) return { k: 'cast', value, keeps: true, ...spanOf(u, node) };
  return { k: 'cast', value, type: u.type(node.type), ...spanOf(u, node) };
}

function readSatisfies(u: UnitReader, node: ts.SatisfiesExpression): Expr {
  return { k: 'cast', value: u.expression(node.expression), type: u.type(node.type), keeps: true, ...spanOf(u, node) };
}

/** What comes back from `yield` is decided by the caller of `next`. */
function readYield(u: UnitReader, node: ts.YieldExpression): Expr {
  if (node.expression !== undefined) u.expression(node.expression);
  return u.opaque(node);
}
