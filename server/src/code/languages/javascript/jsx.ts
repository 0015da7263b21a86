import type { Call, Entry, Expr } from '../../facts.ts';
import { addCall } from './calls.ts';
import { readString } from './literals.ts';
import type { Mutable } from './mutable.ts';
import { ts } from './parser.ts';
import type { ExpressionReader, Row, UnitReader } from './unit-reader.ts';
import { spanOf } from './unit-reader.ts';

/** An element is a call of its tag with one object, its attributes. */
export const jsxRows: readonly Row<ExpressionReader>[] = [
  [ts.SyntaxKind.JsxElement, readElement],
  [ts.SyntaxKind.JsxSelfClosingElement, readSelfClosing],
  [ts.SyntaxKind.JsxFragment, readFragment],
  [ts.SyntaxKind.JsxExpression, readContainer],
  [ts.SyntaxKind.JsxText, (u, node: ts.JsxText) => ({ k: 'literal', value: node.text, ...spanOf(u, node) })],
  [ts.SyntaxKind.JsxNamespacedName, (u, node) => tagText(u, node)],
];

function readElement(u: UnitReader, node: ts.JsxElement): Expr {
  return addElement(u, node.openingElement, node.children, node);
}

function readSelfClosing(u: UnitReader, node: ts.JsxSelfClosingElement): Expr {
  return addElement(u, node, [], node);
}

function readFragment(u: UnitReader, node: ts.JsxFragment): Expr {
  for (const child of node.children) if (!ts.isJsxText(child)) u.expression(child);
  return u.opaque(node);
}

function readContainer(u: UnitReader, node: ts.JsxExpression): Expr {
  return node.expression === undefined ? u.opaque(node) : u.expression(node.expression);
}

function addElement(
  u: UnitReader,
  opening: ts.JsxOpeningLikeElement,
  children: readonly ts.JsxChild[],
  node: ts.Node,
): Expr {
  const { tagName, attributes } = opening;
  const callee = isIntrinsic(tagName) ? tagText(u, tagName) : u.expression(tagName);
  const entries: Entry[] = attributes.properties.map(attribute => readAttribute(u, attribute));
  const values = children.filter(child => !ts.isJsxText(child)).map(child => ({ child, value: u.expression(child) }));
  // `<Consumer>{track => …}</Consumer>`: a function between the tags is a property like any other.
  for (const { child, value } of values)
    if (value.k === 'function') {
      const span = spanOf(u, child);
      entries.push({ key: 'children', keyAt: span.at, keyEnd: span.at, value, ...span });
    }
  const argsAt = u.place(attributes.pos);
  const argsEnd = Math.max(argsAt, u.place(attributes.end));
  const call: Mutable<Call> = {
    callee,
    args: [{ value: { k: 'object', entries, at: argsAt, end: argsEnd } }],
    fn: u.fn,
    nameAt: 0,
    nameEnd: 0,
    argsAt,
    argsEnd,
    form: 'element',
    at: u.at(node),
    end: u.end(node),
  };
  if (opening.typeArguments !== undefined) call.typeArgs = opening.typeArguments.map(type => u.type(type));
  return addCall(u, call);
}

/** Elements of the platform are written in lower case or with a namespace. */
function isIntrinsic(tag: ts.JsxTagNameExpression): boolean {
  if (ts.isJsxNamespacedName(tag)) return true;
  return ts.isIdentifier(tag) && (/^[a-z]/.test(tag.text) || tag.text.includes('-'));
}

function tagText(u: UnitReader, node: ts.Node): Expr {
  const span = spanOf(u, node);
  return { k: 'literal', value: u.text.slice(u.start(node), node.end), ...span };
}

function readAttribute(u: UnitReader, node: ts.JsxAttributeLike): Entry {
  const at = u.at(node);
  const end = u.end(node);
  if (ts.isJsxSpreadAttribute(node))
    return { key: undefined, keyAt: at, keyEnd: at + 4, value: u.expression(node.expression), at, end };
  const { name, initializer } = node;
  const keyEnd = u.end(name);
  const key = ts.isIdentifier(name) ? name.text : u.text.slice(u.start(name), name.end);
  return { key, keyAt: at, keyEnd, value: attributeValue(u, initializer, at, keyEnd), at, end };
}

/** An attribute without a value is true. */
function attributeValue(u: UnitReader, initializer: ts.JsxAttributeValue | undefined, at: number, end: number): Expr {
  if (initializer === undefined) return { k: 'literal', value: true, at, end };
  return ts.isStringLiteral(initializer) ? readString(u, initializer) : u.expression(initializer);
}
