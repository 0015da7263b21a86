import { ts } from './parser.ts';

/** A bracket that the syntax tree says was opened, with what closes it. */
export interface Bracket {
  /** Offset of the opening bracket. */
  readonly open: number;
  /** Offset of the closing bracket; undefined where it is missing. */
  readonly close: number | undefined;
  readonly closer: string;
  readonly isObject?: true;
  /** The value of an element's attribute, or a child of an element. */
  readonly isAttribute?: true;
}

/** The brackets around an offset, outermost first, as a parser that met an error there understood them. */
export function bracketsAround(source: ts.SourceFile, offset: number): Bracket[] {
  const brackets: Bracket[] = [];
  let node: ts.Node | undefined = source;
  while (node !== undefined) {
    brackets.push(...bracketsOf(source, node, offset));
    node = ts.forEachChild(node, child => (child.pos < offset && offset <= child.end ? child : undefined));
  }
  return brackets;
}

/** The innermost node that holds an offset or ends at it. */
export function nodeBefore(source: ts.SourceFile, offset: number): ts.Node {
  let innermost: ts.Node = source;
  let node: ts.Node | undefined = source;
  while (node !== undefined) {
    innermost = node;
    node = ts.forEachChild(node, child => (child.pos < offset && offset <= child.end ? child : undefined));
  }
  return innermost;
}

function bracketsOf(source: ts.SourceFile, node: ts.Node, offset: number): Bracket[] {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const list = node.arguments;
    return list === undefined ? [] : [bracket(source, node, list.pos - 1, list.end, ')')];
  }
  const open = node.getStart(source, false);
  if (ts.isObjectLiteralExpression(node))
    return [{ ...bracket(source, node, open, node.properties.end, '}'), isObject: true }];
  if (ts.isArrayLiteralExpression(node)) return [bracket(source, node, open, node.elements.end, ']')];
  if (ts.isBlock(node)) return [bracket(source, node, open, node.statements.end, '}')];
  if (ts.isParenthesizedExpression(node)) return [bracket(source, node, open, node.expression.end, ')')];
  if (ts.isComputedPropertyName(node)) return [bracket(source, node, open, node.expression.end, ']')];
  if (ts.isJsxExpression(node))
    return [{ ...bracket(source, node, open, node.expression?.end ?? open + 1, '}'), isAttribute: true }];
  if (ts.isElementAccessExpression(node))
    return [bracket(source, node, node.expression.end, node.argumentExpression.end, ']')];
  if (ts.isTemplateExpression(node)) {
    const span = node.templateSpans.findLast(({ pos }) => pos <= offset);
    if (span === undefined) return [];
    const { literal, expression } = span;
    const close = literal.end > literal.pos ? literal.getStart(source, false) : undefined;
    return [{ open: expression.pos - 1, close, closer: '}`' }];
  }
  return [];
}

function bracket(source: ts.SourceFile, node: ts.Node, open: number, contentEnd: number, closer: string): Bracket {
  const close = node.end - 1;
  const isClosed = close >= contentEnd && close > open && source.text.charAt(close) === closer;
  return { open, close: isClosed ? close : undefined, closer };
}
