import type { Entry, Expr, ObjectExpr } from '../../facts.ts';
import { readFunction } from './functions.ts';
import { ts } from './parser.ts';
import type { ExpressionReader, Row, UnitReader } from './unit-reader.ts';

export const objectRows: readonly Row<ExpressionReader>[] = [[ts.SyntaxKind.ObjectLiteralExpression, readObject]];

export function readObject(u: UnitReader, node: ts.ObjectLiteralExpression): ObjectExpr {
  const entries: Entry[] = [];
  for (const property of node.properties) entries.push(readEntry(u, property));
  return { k: 'object', entries, at: u.at(node), end: u.end(node) };
}

function readEntry(u: UnitReader, node: ts.ObjectLiteralElementLike): Entry {
  const at = u.at(node);
  const end = u.end(node);
  switch (node.kind) {
    case ts.SyntaxKind.SpreadAssignment:
      return { key: undefined, keyAt: at, keyEnd: at + 3, value: u.expression(node.expression), at, end };
    case ts.SyntaxKind.ShorthandPropertyAssignment: {
      const keyEnd = u.end(node.name);
      const key = node.name.text;
      return { key, keyAt: at, keyEnd, value: u.name(key, at, keyEnd), shorthand: true, at, end };
    }
    case ts.SyntaxKind.PropertyAssignment:
      return keyed(u, node.name, readNamed(u, node.initializer, node.name), at, end);
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor: {
      const outer = u.cls;
      u.cls = -1;
      const value = { k: 'function' as const, fn: readFunction(u, node, node.name), at, end };
      u.cls = outer;
      return { ...keyed(u, node.name, value, at, end), method: true };
    }
  }
}

/** An entry with its key: a string where it is fixed, `['a']` included, else the expression that computes it. */
function keyed(u: UnitReader, name: ts.PropertyName, value: Expr, at: number, end: number): Entry {
  if (!ts.isComputedPropertyName(name))
    return { key: name.text, keyAt: u.at(name), keyEnd: u.end(name), value, at, end };
  const { expression } = name;
  if (!ts.isStringLiteralLike(expression))
    return { key: u.expression(expression), keyAt: u.at(name), keyEnd: u.end(name), value, at, end };
  return { key: expression.text, keyAt: u.at(expression), keyEnd: u.end(expression), value, at, end };
}

/** A value that takes its name from what it is given to, as functions do. */
export function readNamed(u: UnitReader, node: ts.Expression, name: ts.Node): Expr {
  if (ts.isArrowFunction(node) || (ts.isFunctionExpression(node) && node.name === undefined))
    return { k: 'function', fn: readFunction(u, node, name), at: u.at(node), end: u.end(node) };
  return u.expression(node);
}
