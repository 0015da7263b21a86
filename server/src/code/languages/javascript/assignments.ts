import type { Expr, Span, Write } from '../../facts.ts';
import { isAssignment, readBinary } from './expressions.ts';
import { readNamed } from './objects.ts';
import { ts } from './parser.ts';
import { memberOf } from './patterns.ts';
import type { ExpressionReader, Row, UnitReader } from './unit-reader.ts';
import { noWrites, spanOf } from './unit-reader.ts';

export const assignmentRows: readonly Row<ExpressionReader>[] = [
  [ts.SyntaxKind.BinaryExpression, readAssignmentOrBinary],
  [ts.SyntaxKind.PostfixUnaryExpression, readStep],
  [ts.SyntaxKind.PrefixUnaryExpression, readStep],
];

function readAssignmentOrBinary(u: UnitReader, node: ts.BinaryExpression): Expr {
  return isAssignment(node) ? readAssignment(u, node) : readBinary(u, node);
}

/** `target = value` and its kin. The value of `=` is the assigned one; of the others nothing is known but by the write. */
function readAssignment(u: UnitReader, node: ts.BinaryExpression): Expr {
  const { left, operatorToken } = node;
  const op = operators[operatorToken.kind] ?? 'other';
  const isConditional = op === '??=' || op === '||=' || op === '&&=';
  if (isConditional) u.scopes.branches++;
  const value = readNamed(u, node.right, left);
  if (isConditional) u.scopes.branches--;
  if (op === '=' && (ts.isObjectLiteralExpression(left) || ts.isArrayLiteralExpression(left)))
    writePattern(u, left, value, spanOf(u, node));
  else {
    const target = u.expression(left);
    write(u, target, value, op, spanOf(u, node));
    if (isConditional) return { k: 'choice', op: choiceOperators[op], options: [target, value], ...spanOf(u, node) };
  }
  return op === '=' ? value : u.opaque(node);
}

const operators: Readonly<Partial<Record<ts.SyntaxKind, Write['op']>>> = {
  [ts.SyntaxKind.EqualsToken]: '=',
  [ts.SyntaxKind.QuestionQuestionEqualsToken]: '??=',
  [ts.SyntaxKind.BarBarEqualsToken]: '||=',
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken]: '&&=',
  [ts.SyntaxKind.PlusEqualsToken]: '+=',
};

const choiceOperators = { '??=': '??', '||=': '||', '&&=': '&&' } as const;

/** `i++` and the other operators in front of a value: `++` and `--` assign, the others only compute. */
function readStep(u: UnitReader, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Expr {
  const { operator, operand } = node;
  const span = spanOf(u, node);
  if (operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(operand))
    return { k: 'literal', value: -Number(operand.text), ...span };
  const target = u.expression(operand);
  const expr: Expr = { k: 'unary', op: ts.tokenToString(operator) ?? '', operand: target, ...span };
  if (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken)
    write(u, target, expr, 'other', span);
  return expr;
}

/** Notes an assignment at what its target starts from: a name, or a member of `this`. */
function write(u: UnitReader, target: Expr, value: Expr, op: Write['op'], span: Span): void {
  const path: (string | Expr)[] = [];
  let root = target;
  while (root.k === 'member' || root.k === 'index' || root.k === 'cast') {
    if (root.k === 'member') path.unshift(root.name);
    else if (root.k === 'index') path.unshift(root.index);
    root = root.k === 'cast' ? root.value : root.object;
  }
  if (root.k === 'name') u.scopes.write(root.name, { path, value, op, fn: u.fn, ...span });
  else if (root.k === 'this' && u.cls >= 0) writeMember(u, path, value, op, span);
}

/** `this.x = value` belongs to the member x; a class of plain JavaScript need not have declared it. */
function writeMember(u: UnitReader, path: readonly (string | Expr)[], value: Expr, op: Write['op'], span: Span): void {
  const [name, ...rest] = path;
  if (typeof name !== 'string' || u.members === undefined) return;
  let member = u.members.find(candidate => candidate.name === name && !candidate.static);
  if (member === undefined) {
    member = { name, nameAt: span.at, kind: 'field', static: false, writes: noWrites, ...span };
    u.members.push(member);
  }
  const conditional = u.scopes.branches > u.memberBranches;
  member.writes = [...member.writes, { path: rest, value, op, conditional, fn: u.fn, ...span }];
}

/** Notes what `for (x of list)` assigns in each round: something, of which no more is known. */
export function writeLoop(u: UnitReader, target: ts.Expression): void {
  u.scopes.branches++;
  writeTarget(u, target, u.opaque(target), spanOf(u, target));
  u.scopes.branches--;
}

/** `({ a, b: [c] } = value)`: each target is assigned the member that stands at its place. */
function writePattern(u: UnitReader, pattern: ts.Expression, value: Expr, span: Span): void {
  if (ts.isArrayLiteralExpression(pattern))
    pattern.elements.forEach((element, index) => {
      if (ts.isSpreadElement(element)) writeTarget(u, element.expression, u.opaque(element), span);
      else if (!ts.isOmittedExpression(element))
        writeTarget(u, element, memberOf(value, index, u, element) ?? value, span);
    });
  else if (ts.isObjectLiteralExpression(pattern))
    for (const property of pattern.properties) {
      const { name } = property;
      if (name === undefined || ts.isComputedPropertyName(name)) continue;
      const member = memberOf(value, name.text, u, name) ?? value;
      if (ts.isPropertyAssignment(property)) writeTarget(u, property.initializer, member, span);
      else if (ts.isShorthandPropertyAssignment(property))
        write(u, u.name(property.name.text, u.at(name), u.end(name)), member, '=', span);
    }
}

function writeTarget(u: UnitReader, target: ts.Expression, value: Expr, span: Span): void {
  if (ts.isObjectLiteralExpression(target) || ts.isArrayLiteralExpression(target)) writePattern(u, target, value, span);
  else if (ts.isBinaryExpression(target) && isAssignment(target)) {
    const fallback = u.expression(target.right);
    const { at, end } = value;
    writeTarget(u, target.left, { k: 'choice', op: '??', options: [value, fallback], at, end }, span);
  } else write(u, u.expression(target), value, '=', span);
}
