import type { Entry, Expr, ObjectExpr } from '../../facts.ts';
import { readFunction } from './functions.ts';
import { readString } from './literals.ts';
import { ts } from './parser.ts';
import type { ExpressionReader, Row, UnitReader } from './unit-reader.ts';
import { spanOf } from './unit-reader.ts';

export const objectRows: readonly Row<ExpressionReader>[] = [[ts.SyntaxKind.ObjectLiteralExpression, readObject]];

export function readObject(u: UnitReader, node: ts.ObjectLiteralExpression): ObjectExpr {
  const entries: Entry[] = [];
  for (const property of node.properties) entries.push(readEntry(u, property));
  return { k: 'object', entries, ...spanOf(u, node) };
}

function readEntry(u: UnitReader, node: ts.ObjectLiteralElementLike): Entry {
  const span = spanOf(u, node);
  switch (node.kind) {
    case ts.SyntaxKind.SpreadAssignment:
      return { key: undefined, keyAt: span.at, keyEnd: span.at + 3, value: u.expression(node.expression), ...span };
    case ts.SyntaxKind.ShorthandPropertyAssignment: {
      const end = u.end(node.name);
      const value = u.name(node.name.text, span.at, end);
      return { key: node.name.text, keyAt: span.at, keyEnd: end, value, shorthand: true, ...span };
    }
    case ts.SyntaxKind.PropertyAssignment: {
      const key = readKey(u, node.name);
      return { ...key, value: readNamed(u, node.initializer, node.name), ...span };
    }
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor: {
      const key = readKey(u, node.name);
      const outer = u.cls;
      u.cls = -1;
      const value = { k: 'function' as const, fn: readFunction(u, node, node.name), ...span };
      u.cls = outer;
      return { ...key, value, method: true, ...span };
    }
  }
}

/** The key of an entry: a string where it is fixed, `['a']` included, else the expression that computes it. */
function readKey(u: UnitReader, name: ts.PropertyName): Pick<Entry, 'key' | 'keyAt' | 'keyEnd'> {
  const place = { keyAt: u.at(name), keyEnd: u.end(name) };
  if (!ts.isComputedPropertyName(name)) return { key: name.text, ...place };
  const { expression } = name;
  if (ts.isStringLiteralLike(expression)) {
    const literal = readString(u, expression);
    return { key: expression.text, keyAt: literal.at, keyEnd: literal.end };
  }
  return { key: u.expression(expression), ...place };
}

/** A value that takes its name from what it is given to, as functions do. */
export function readNamed(u: UnitReader, node: ts.Expression, name: ts.Node): Expr {
  if (ts.isArrowFunction(node) || (ts.isFunctionExpression(node) && node.name === undefined))
    return { k: 'function', fn: readFunction(u, node, name), ...spanOf(u, node) };
  return u.expression(node);
}
