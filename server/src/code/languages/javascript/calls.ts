import type { Arg, Call, CallRef, Expr } from '../../facts.ts';
import { startOf } from './expressions.ts';
import type { Mutable } from './mutable.ts';
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
  // `await (x)` outside functions; see the parser's options.
  const [awaited] = nodes ?? [];
  if (awaited !== undefined && callee.k === 'name' && callee.name === 'await')
    return { k: 'await', value: u.expression(awaited), at: callee.at, end: u.end(node) };
  const isNew = node.kind === ts.SyntaxKind.NewExpression;
  const args: Arg[] = [];
  // `new Client` without brackets.
  let argsAt = u.end(node);
  let argsEnd = argsAt;
  let end = argsAt;
  let isOpen = false;
  if (nodes !== undefined) {
    const close = u.skipTrivia(nodes.end);
    const isClosed = close < node.end && u.text.charCodeAt(close) === closingBracket;
    const written = isClosed ? nodes.length : writtenArguments(u, nodes);
    isOpen = !isClosed || u.isInserted(close);
    for (const [index, argument] of nodes.entries()) {
      // What follows an unclosed call is read for its own calls, but it is no argument.
      const value = u.expression(argument);
      if (index >= written) continue;
      args.push({ value });
      if (value.k === 'literal' && value.open === true) isOpen = true;
    }
    argsAt = u.place(nodes.pos);
    argsEnd = isClosed ? u.place(close) : (args.at(-1)?.value.end ?? argsAt);
    if (!isClosed) end = argsEnd;
  }
  const call: Mutable<Call> = {
    callee,
    args,
    fn: u.fn,
    nameAt: 0,
    nameEnd: 0,
    argsAt,
    argsEnd,
    form: isNew ? 'new' : 'call',
    at: isNew ? u.at(node) : startOf(u, node.expression, callee),
    end,
  };
  if (node.typeArguments !== undefined) call.typeArgs = node.typeArguments.map(type => u.type(type));
  if (!isNew && node.questionDotToken !== undefined) call.optional = true;
  if (isOpen) call.unfinished = true;
  return addCall(u, call);
}

const closingBracket = 41;

/** How many arguments of an unclosed call were meant: not what a missing comma and a line end separate from them. */
function writtenArguments(u: UnitReader, nodes: ts.NodeArray<ts.Expression>): number {
  const next = nodes.findIndex((node, i) => {
    if (i === 0) return false;
    const between = u.text.slice(nodes[i - 1]?.end, u.start(node));
    return !between.includes(',') && between.includes('\n');
  });
  return next < 0 ? nodes.length : next;
}

/** Adds a call to the unit, with the place of its callee's name. */
export function addCall(u: UnitReader, call: Mutable<Call>): CallRef {
  placeName(call, call.callee);
  return { k: 'call', call: u.calls.push(call) - 1, at: call.at, end: call.end };
}

/** The callee's last name; of a callee without a name, where it ends. */
function placeName(call: Mutable<Call>, callee: Expr): void {
  let at = callee;
  while (at.k === 'cast' || at.k === 'await') at = at.value;
  if (at.k === 'member') {
    call.nameAt = at.nameAt;
    call.nameEnd = at.nameAt + at.name.length;
  } else {
    const isName = at.k === 'name' || at.k === 'this' || at.k === 'literal';
    call.nameAt = isName ? at.at : at.end;
    call.nameEnd = at.end;
  }
}

function readTagged(u: UnitReader, node: ts.TaggedTemplateExpression): Expr {
  const callee = u.expression(node.tag);
  const value = u.expression(node.template);
  const { at, end } = value;
  const place = { fn: u.fn, nameAt: 0, nameEnd: 0, argsAt: at, argsEnd: end, at: callee.at, end };
  return addCall(u, { callee, args: [{ value }], form: 'tagged', ...place });
}
