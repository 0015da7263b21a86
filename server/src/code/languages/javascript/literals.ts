import type { Expr, Literal } from '../../facts.ts';
import { ts } from './parser.ts';
import type { ExpressionReader, Row, UnitReader } from './unit-reader.ts';
import { spanOf } from './unit-reader.ts';

/** Strings, numbers, templates and the other values that are written down. */
export const literalRows: readonly Row<ExpressionReader>[] = [
  [ts.SyntaxKind.StringLiteral, readString],
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral, readString],
  [ts.SyntaxKind.NumericLiteral, (u, node: ts.NumericLiteral) => literal(u, node, Number(node.text))],
  [ts.SyntaxKind.BigIntLiteral, (u, node) => u.opaque(node, { t: 'primitive', name: 'bigint' })],
  [ts.SyntaxKind.RegularExpressionLiteral, (u, node) => u.opaque(node, { t: 'reference', name: 'RegExp', args: [] })],
  [ts.SyntaxKind.TrueKeyword, (u, node) => literal(u, node, true)],
  [ts.SyntaxKind.FalseKeyword, (u, node) => literal(u, node, false)],
  [ts.SyntaxKind.NullKeyword, (u, node) => literal(u, node, null)],
  [ts.SyntaxKind.VoidExpression, readVoid],
  [ts.SyntaxKind.TemplateExpression, readTemplate],
];

export function literal(u: UnitReader, node: ts.Node, value: Literal['value']): Literal {
  return { k: 'literal', value, at: u.at(node), end: u.end(node) };
}

/**
 * A string. Where its end is missing it goes on to the end of the line, over the brackets that an editor closed by
 * itself: these are not part of what was typed.
 */
export function readString(u: UnitReader, node: ts.StringLiteralLike): Literal {
  const start = u.start(node);
  const quote = u.text.charAt(start);
  const at = u.place(start);
  if (isClosedString(u.text, start, node.end)) {
    const literal = { k: 'literal' as const, value: node.text, at, end: u.end(node), quote };
    return u.isInserted(node.end - 1) ? { ...literal, open: true } : literal;
  }
  const value = node.text.replace(/[\s)\]};,]+$/, '');
  const end = node.end - (node.text.length - value.length);
  return { k: 'literal', value, at, end: u.place(Math.max(start + 1, end)), quote, open: true };
}

/** Whether a string literal between two offsets ends in the quote that it starts with. */
export function isClosedString(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text.charAt(end - 1) !== text.charAt(start)) return false;
  let backslashes = 0;
  while (text.charCodeAt(end - 2 - backslashes) === 92) backslashes++;
  return backslashes % 2 === 0;
}

function readTemplate(u: UnitReader, node: ts.TemplateExpression): Expr {
  const parts: (string | Expr)[] = [];
  if (node.head.text !== '') parts.push(node.head.text);
  for (const span of node.templateSpans) {
    parts.push(u.expression(span.expression));
    if (span.literal.text !== '') parts.push(span.literal.text);
  }
  return { k: 'template', parts, ...spanOf(u, node) };
}

/** `void 0` is undefined; what else is after `void` is read for its calls. */
function readVoid(u: UnitReader, node: ts.VoidExpression): Expr {
  u.expression(node.expression);
  return literal(u, node, undefined);
}
