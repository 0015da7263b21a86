import type { Expr, Fn, Param } from '../../facts.ts';
import { canComplete } from './completion.ts';
import { exportDeclared, exportDefault, hasModifier } from './exports.ts';
import type { Mutable } from './mutable.ts';
import { ts } from './parser.ts';
import { declarePattern } from './patterns.ts';
import type { ExpressionReader, Row, StatementReader, UnitReader } from './unit-reader.ts';
import { optionalType, spanOf } from './unit-reader.ts';

export const functionRows: readonly Row<ExpressionReader>[] = [
  [ts.SyntaxKind.ArrowFunction, readFunctionValue],
  [ts.SyntaxKind.FunctionExpression, readFunctionValue],
];

export const functionStatementRows: readonly Row<StatementReader>[] = [
  [ts.SyntaxKind.FunctionDeclaration, readFunctionDeclaration],
];

/**
 * Reads a function into `unit.functions` and answers its index. `name` is where its name stands, which may be that of the
 * variable or key that it is given to; `cls` the class that it is a method of. The caller sets what `this` is.
 */
export function readFunction(
  u: UnitReader,
  node: ts.SignatureDeclaration & FunctionNode,
  name?: ts.Node,
  cls?: number,
): number {
  const fn = u.functions.push(placeholder) - 1;
  const { fn: parent, returns: outerReturns } = u;
  const decorators = readDecorators(u, node);
  u.fn = fn;
  u.returns = [];
  u.scopes.branches++;
  u.scopes.enter(true);
  const params = readParams(u, node.parameters, fn);
  const returnType = u.optionalType(node.type);
  const { body } = node;
  let completes = false;
  if (body !== undefined && ts.isBlock(body)) {
    u.statements(body.statements);
    completes = canComplete(body);
  } else if (body !== undefined) u.returns.push(u.expression(body));
  u.scopes.leave();
  u.scopes.branches--;
  const read: Mutable<Fn> = {
    nameAt: u.at(name ?? node),
    parent,
    params,
    returns: u.returns,
    completes,
    isAsync: hasModifier(node, ts.SyntaxKind.AsyncKeyword),
    at: u.at(node),
    end: u.end(node),
  };
  const text = nameText(name);
  if (text !== undefined) read.name = text;
  if (returnType !== undefined) read.returnType = returnType;
  if (node.asteriskToken !== undefined) read.isGenerator = true;
  if (cls !== undefined) read.cls = cls;
  if (decorators.length > 0) read.decorators = decorators;
  u.functions[fn] = read;
  u.fn = parent;
  u.returns = outerReturns;
  return fn;
}

/** What the functions of all kinds have in common. */
interface FunctionNode {
  readonly body?: ts.ConciseBody | undefined;
  readonly asteriskToken?: ts.AsteriskToken | undefined;
}

const placeholder: Fn = {
  nameAt: 0,
  parent: -1,
  params: [],
  returns: [],
  completes: true,
  isAsync: false,
  at: 0,
  end: 0,
};

function nameText(name: ts.Node | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isPrivateIdentifier(name)) return name.text;
  return undefined;
}

function readParams(u: UnitReader, nodes: readonly ts.ParameterDeclaration[], fn: number): Param[] {
  const params: Param[] = [];
  for (const node of nodes) {
    const { name, dotDotDotToken } = node;
    // `this: Window` says what `this` is and takes no argument.
    if (ts.isIdentifier(name) && name.text === 'this') continue;
    const type = u.optionalType(node.type);
    const written = type !== undefined && node.questionToken !== undefined ? optionalType(type) : type;
    const fallback = node.initializer === undefined ? undefined : u.expression(node.initializer);
    const declared = { kind: 'param' as const, fn, param: params.length, type: written, fallback };
    const [binding = -1] = declarePattern(u, name, declared);
    for (const decorator of ts.getDecorators(node) ?? []) u.expression(decorator.expression);
    const param: Mutable<Param> = { binding: ts.isIdentifier(name) ? binding : -1, at: u.at(node), end: u.end(node) };
    if (written !== undefined) param.type = written;
    if (fallback !== undefined) param.fallback = fallback;
    if (dotDotDotToken !== undefined) param.rest = 'positional';
    params.push(param);
  }
  return params;
}

export function readDecorators(u: UnitReader, node: ts.Node): Expr[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).map(decorator => u.expression(decorator.expression));
}

function readFunctionValue(u: UnitReader, node: ts.ArrowFunction | ts.FunctionExpression): Expr {
  if (ts.isArrowFunction(node)) return { k: 'function', fn: readFunction(u, node), ...spanOf(u, node) };
  const outer = u.cls;
  u.cls = -1;
  u.scopes.enter(false);
  const index = u.functions.length;
  if (node.name !== undefined) u.declare(node.name, { kind: 'function', fn: index });
  const fn = readFunction(u, node, node.name);
  u.scopes.leave();
  u.cls = outer;
  return { k: 'function', fn, ...spanOf(u, node) };
}

function readFunctionDeclaration(u: UnitReader, node: ts.FunctionDeclaration): void {
  const outer = u.cls;
  u.cls = -1;
  const fn = readFunction(u, node, node.name);
  u.cls = outer;
  const isAmbient = u.source.isDeclarationFile || hasModifier(node, ts.SyntaxKind.DeclareKeyword);
  // A signature without a body precedes the overloaded function, which is declared by itself.
  if (node.body === undefined && !isAmbient) return;
  if (node.name === undefined) {
    exportDefault(u, { k: 'function', fn, ...spanOf(u, node) });
    return;
  }
  const binding = u.declare(node.name, { kind: 'function', fn });
  exportDeclared(u, node, node.name.text, binding);
}
