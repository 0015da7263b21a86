import { joined } from '../../builder/guarded.ts';
import type { Expr } from '../../facts.ts';
import { writeLoop } from './assignments.ts';
import { exportDeclared } from './exports.ts';
import { declareRequired } from './imports.ts';
import { readNamed } from './objects.ts';
import { ts } from './parser.ts';
import { declarePattern } from './patterns.ts';
import type { Row, StatementReader, UnitReader } from './unit-reader.ts';

export const statementRows: readonly Row<StatementReader>[] = [
  [ts.SyntaxKind.VariableStatement, readVariables],
  [ts.SyntaxKind.VariableDeclarationList, (u, node: ts.VariableDeclarationList) => readDeclarations(u, node)],
  [
    ts.SyntaxKind.ExpressionStatement,
    (u, node: ts.ExpressionStatement) => {
      u.expression(node.expression);
    },
  ],
  [ts.SyntaxKind.EmptyStatement, () => undefined],
  [ts.SyntaxKind.ReturnStatement, readReturn],
  [ts.SyntaxKind.Block, readBlock],
  [ts.SyntaxKind.IfStatement, readIf],
  [ts.SyntaxKind.ForStatement, readFor],
  [ts.SyntaxKind.ForOfStatement, readForEach],
  [ts.SyntaxKind.ForInStatement, readForEach],
  [ts.SyntaxKind.WhileStatement, readWhile],
  [ts.SyntaxKind.DoStatement, readWhile],
  [ts.SyntaxKind.SwitchStatement, readSwitch],
  [ts.SyntaxKind.TryStatement, readTry],
];

function readVariables(u: UnitReader, node: ts.VariableStatement): void {
  const bindings = readDeclarations(u, node.declarationList);
  for (const binding of bindings) exportDeclared(u, node, u.scopes.bindings[binding]?.name ?? '', binding);
}

function readDeclarations(u: UnitReader, node: ts.VariableDeclarationList): number[] {
  const isConst = (node.flags & (ts.NodeFlags.Const | ts.NodeFlags.Using)) !== 0;
  const isVar = (node.flags & ts.NodeFlags.BlockScoped) === 0;
  return node.declarations.flatMap(declaration => {
    const { name, initializer } = declaration;
    const type = u.optionalType(declaration.type);
    const init = initializer === undefined ? undefined : readNamed(u, initializer, name);
    const required = declareRequired(u, declaration, init, isVar);
    if (required !== undefined) return required;
    return declarePattern(u, name, { kind: isConst ? 'const' : 'let', init, type }, isVar);
  });
}

function readReturn(u: UnitReader, node: ts.ReturnStatement): void {
  if (node.expression !== undefined) u.returns.push(u.expression(node.expression));
}

function readBlock(u: UnitReader, node: ts.Block): void {
  u.scopes.enter(false);
  u.statements(node.statements);
  u.scopes.leave();
}

/** A chain of `else if` may be long, so it is read in a loop. */
function readIf(u: UnitReader, node: ts.IfStatement): void {
  let at: ts.Statement | undefined = node;
  u.scopes.branches++;
  while (at !== undefined && ts.isIfStatement(at)) {
    const { expression, thenStatement, elseStatement }: ts.IfStatement = at;
    const test = u.expression(expression);
    u.statement(thenStatement);
    u.guard(test, true, u.at(thenStatement), u.end(thenStatement));
    if (elseStatement !== undefined) u.guard(test, false, u.at(elseStatement), u.end(elseStatement));
    // What follows `if (…) return` runs only where the condition does not hold.
    else if (at === node && leaves(thenStatement)) u.guard(test, false, u.end(node), u.blockEnd);
    at = elseStatement;
  }
  if (at !== undefined) u.statement(at);
  u.scopes.branches--;
}

/** Whether a statement surely leaves the block that it stands in. */
function leaves(node: ts.Statement): boolean {
  const last = lastOf(node);
  return last !== undefined && (returns(last) || ts.isContinueStatement(last) || ts.isBreakStatement(last));
}

/** Whether a statement surely leaves the function. */
function returns(node: ts.Statement): boolean {
  const last = lastOf(node);
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

function lastOf(node: ts.Statement): ts.Statement | undefined {
  let last: ts.Statement | undefined = node;
  while (last !== undefined && ts.isBlock(last)) last = last.statements.at(-1);
  return last;
}

function readFor(u: UnitReader, node: ts.ForStatement): void {
  const { initializer, condition, incrementor, statement } = node;
  u.scopes.enter(false);
  if (initializer !== undefined) {
    if (ts.isVariableDeclarationList(initializer)) readDeclarations(u, initializer);
    else u.expression(initializer);
  }
  u.scopes.branches++;
  if (condition !== undefined) u.expression(condition);
  u.statement(statement);
  if (incrementor !== undefined) u.expression(incrementor);
  u.scopes.branches--;
  u.scopes.leave();
}

/** `for (const x of list)` and `for (const key in object)`: the variable's `init` is what is looped over. */
function readForEach(u: UnitReader, node: ts.ForOfStatement | ts.ForInStatement): void {
  const { initializer, statement } = node;
  const over = u.expression(node.expression);
  const init: Expr = ts.isForOfStatement(node)
    ? over
    : { k: 'unary', op: 'keys', operand: over, at: over.at, end: over.end };
  u.scopes.enter(false);
  if (ts.isVariableDeclarationList(initializer)) {
    const isVar = (initializer.flags & ts.NodeFlags.BlockScoped) === 0;
    for (const { name } of initializer.declarations) declarePattern(u, name, { kind: 'loop', init }, isVar);
  } else writeLoop(u, initializer);
  u.branch(statement);
  u.scopes.leave();
}

function readWhile(u: UnitReader, node: ts.WhileStatement | ts.DoStatement): void {
  u.expression(node.expression);
  u.branch(node.statement);
}

function readSwitch(u: UnitReader, node: ts.SwitchStatement): void {
  const subject = u.expression(node.expression);
  u.scopes.branches++;
  u.scopes.enter(false);
  let tests: Expr[] = [];
  let fallsIn = false;
  for (const clause of node.caseBlock.clauses) {
    if (ts.isCaseClause(clause)) {
      const pattern = u.expression(clause.expression);
      const { at, end } = pattern;
      tests.push({ k: 'binary', op: '===', left: subject, right: pattern, at, end });
    }
    const last = clause.statements.at(-1);
    if (last === undefined) {
      fallsIn ||= ts.isDefaultClause(clause);
      continue;
    }
    u.statements(clause.statements);
    const test = ts.isCaseClause(clause) && !fallsIn ? joined('||', tests) : undefined;
    if (test !== undefined) {
      u.guard(test, true, u.at(clause), u.end(clause));
      if (returns(last)) u.guard(test, false, u.end(node), u.blockEnd);
    }
    fallsIn = !leaves(last);
    tests = [];
  }
  u.scopes.leave();
  u.scopes.branches--;
}

/** Any statement of a `try` block may be the one that does not run. */
function readTry(u: UnitReader, node: ts.TryStatement): void {
  const { tryBlock, catchClause, finallyBlock } = node;
  u.branch(tryBlock);
  if (catchClause !== undefined) {
    const { variableDeclaration, block } = catchClause;
    u.scopes.enter(false);
    if (variableDeclaration !== undefined) {
      const type = u.optionalType(variableDeclaration.type);
      declarePattern(u, variableDeclaration.name, { kind: 'catch', type });
    }
    u.branch(block);
    u.scopes.leave();
  }
  if (finallyBlock !== undefined) u.statement(finallyBlock);
}
