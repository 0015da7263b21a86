import { ts } from './parser.ts';

/** Whether a function's body can end without a `return` of a value: falls off its end, or returns nothing. */
export function canComplete(body: ts.Block): boolean {
  return reachesEnd(body) || returnsNothing(body);
}

/** Whether control can come out at a statement's end. Conditions are not evaluated, but for `while (true)`. */
function reachesEnd(node: ts.Statement): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.ReturnStatement:
    case ts.SyntaxKind.ThrowStatement:
      return false;
    case ts.SyntaxKind.Block:
      return (node as ts.Block).statements.every(reachesEnd);
    case ts.SyntaxKind.LabeledStatement:
      return reachesEnd((node as ts.LabeledStatement).statement);
    case ts.SyntaxKind.IfStatement:
      return ifReachesEnd(node as ts.IfStatement);
    case ts.SyntaxKind.TryStatement: {
      const { tryBlock, catchClause, finallyBlock } = node as ts.TryStatement;
      if (finallyBlock !== undefined && !reachesEnd(finallyBlock)) return false;
      return reachesEnd(tryBlock) || (catchClause !== undefined && reachesEnd(catchClause.block));
    }
    case ts.SyntaxKind.SwitchStatement:
      return switchReachesEnd(node as ts.SwitchStatement);
    case ts.SyntaxKind.WhileStatement: {
      const { expression, statement } = node as ts.WhileStatement;
      return expression.kind !== ts.SyntaxKind.TrueKeyword || breaks(statement);
    }
    case ts.SyntaxKind.DoStatement: {
      const { statement } = node as ts.DoStatement;
      return reachesEnd(statement) || breaks(statement);
    }
    default:
      return true;
  }
}

/** A chain of `else if` may be long, so it is walked in a loop. */
function ifReachesEnd(node: ts.IfStatement): boolean {
  let at: ts.Statement | undefined = node;
  while (at !== undefined && ts.isIfStatement(at)) {
    if (reachesEnd(at.thenStatement)) return true;
    at = at.elseStatement;
  }
  return at === undefined || reachesEnd(at);
}

function switchReachesEnd(node: ts.SwitchStatement): boolean {
  const { clauses } = node.caseBlock;
  const last = clauses.at(-1);
  if (last === undefined || !clauses.some(ts.isDefaultClause)) return true;
  if (clauses.some(clause => clause.statements.some(breaks))) return true;
  return last.statements.every(reachesEnd);
}

/** Whether a `break` stands in the statement that may leave what surrounds it. */
function breaks(node: ts.Node): boolean {
  if (ts.isBreakStatement(node)) return true;
  if (ts.isFunctionLike(node) || ts.isExpression(node)) return false;
  const isOwn = ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
  return ts.forEachChild(node, child => (isOwn ? labeledBreak(child) : breaks(child))) === true;
}

function labeledBreak(node: ts.Node): boolean {
  if (ts.isBreakStatement(node)) return node.label !== undefined;
  if (ts.isFunctionLike(node) || ts.isExpression(node)) return false;
  return ts.forEachChild(node, labeledBreak) === true;
}

function returnsNothing(node: ts.Node): boolean {
  if (ts.isReturnStatement(node)) return node.expression === undefined;
  if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isExpression(node)) return false;
  return ts.forEachChild(node, returnsNothing) === true;
}
