import type { Arg, Call, CallRef, Expr, TypeExpr } from '../../facts.ts';
import { ts } from './parser.ts';
import type { ExpressionReader, Row, UnitReader } from './unit-reader.ts';

export const callRows: readonly Row<ExpressionReader>[] = [
  [ts.SyntaxKind.CallExpression, readCall],
  [ts.SyntaxKind.NewExpression, readCall],
  [ts.SyntaxKind.TaggedTemplateExpression, readTagged],
  [ts.SyntaxKind.ImportKeyword, (u, node) => u.name('import', u.at(node), u.end(node))],
];

function readCall(u: UnitReader, node: ts.CallExpression | ts.NewExpression): Expr {
  const callee = u.expression(node.expression);
  const { arguments: nodes } = node;
  const isNew = node.kind === ts.SyntaxKind.NewExpression;
  const at = isNew ? u.at(node) : callee.at;
  const isOptional = !isNew && (node as ts.CallExpression).questionDotToken !== undefined;
  const common = {
    callee,
    ...typeArgs(u, node.typeArguments),
    fn: u.fn,
    ...calleePlace(callee),
    form: isNew ? ('new' as const) : ('call' as const),
    ...(isOptional ? { optional: true as const } : {}),
    at,
  };
  if (nodes === undefined) {
    const end = u.end(node);
    return addCall(u, { ...common, args: [], argsAt: end, argsEnd: end, end });
  }
  const close = u.skipTrivia(nodes.end);
  const isClosed = u.text.charCodeAt(close) === closingBracket && close < node.end;
  const written = isClosed ? nodes.length : writtenArguments(u, nodes);
  const args: Arg[] = [];
  let isOpen = !isClosed;
  nodes.forEach((argument, index) => {
    // What follows an unclosed call is read for its own calls, but it is no argument.
    const value = u.expression(argument);
    if (index >= written) return;
    args.push({ value });
    if (value.k === 'literal' && value.open === true) isOpen = true;
  });
  const end = isClosed ? u.end(node) : (args.at(-1)?.value.end ?? nodes.pos - u.base);
  return addCall(u, {
    ...common,
    args,
    argsAt: nodes.pos - u.base,
    argsEnd: isClosed ? close - u.base : end,
    end,
    ...(isOpen ? { unfinished: true } : {}),
  });
}

const closingBracket = 41;

/** How many arguments of an unclosed call were meant: not what a missing comma and a line end separate from them. */
function writtenArguments(u: UnitReader, nodes: ts.NodeArray<ts.Expression>): number {
  for (let i = 1; i < nodes.length; i++) {
    const between = u.text.slice(nodes[i - 1]?.end, u.start(nodes[i] as ts.Expression));
    if (!between.includes(',') && between.includes('\n')) return i;
  }
  return nodes.length;
}

export function addCall(u: UnitReader, call: Call): CallRef {
  return { k: 'call', call: u.calls.push(call) - 1, at: call.at, end: call.end };
}

/** The callee's last name; of a callee without a name, where it ends. */
export function calleePlace(callee: Expr): Pick<Call, 'nameAt' | 'nameEnd'> {
  switch (callee.k) {
    case 'member':
      return { nameAt: callee.nameAt, nameEnd: callee.nameAt + callee.name.length };
    case 'cast':
    case 'await':
      return calleePlace(callee.value);
    case 'name':
    case 'this':
    case 'literal':
      return { nameAt: callee.at, nameEnd: callee.end };
    default:
      return { nameAt: callee.end, nameEnd: callee.end };
  }
}

export function typeArgs(
  u: UnitReader,
  nodes: ts.NodeArray<ts.TypeNode> | undefined,
): { readonly typeArgs?: readonly TypeExpr[] } {
  return nodes === undefined ? {} : { typeArgs: nodes.map(node => u.type(node)) };
}

function readTagged(u: UnitReader, node: ts.TaggedTemplateExpression): Expr {
  const callee = u.expression(node.tag);
  const value = u.expression(node.template);
  return addCall(u, {
    callee,
    args: [{ value }],
    ...typeArgs(u, node.typeArguments),
    fn: u.fn,
    ...calleePlace(callee),
    argsAt: value.at,
    argsEnd: value.end,
    form: 'tagged',
    at: callee.at,
    end: value.end,
  });
}
