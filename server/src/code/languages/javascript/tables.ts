import { assignmentRows } from './assignments.ts';
import { callRows } from './calls.ts';
import { classRows, classStatementRows } from './classes.ts';
import { exportRows } from './exports.ts';
import { expressionRows } from './expressions.ts';
import { functionRows, functionStatementRows } from './functions.ts';
import { importRows } from './imports.ts';
import { jsxRows } from './jsx.ts';
import { literalRows } from './literals.ts';
import { namespaceRows } from './namespaces.ts';
import { objectRows } from './objects.ts';
import { statementRows } from './statements.ts';
import { typeRows, typeStatementRows } from './types.ts';
import type { Row, Tables } from './unit-reader.ts';

/** What to do with each kind of syntax. */
export const tables: Tables = {
  expressions: table([
    ...literalRows,
    ...expressionRows,
    ...assignmentRows,
    ...callRows,
    ...objectRows,
    ...functionRows,
    ...classRows,
    ...jsxRows,
  ]),
  statements: table([
    ...statementRows,
    ...functionStatementRows,
    ...classStatementRows,
    ...namespaceRows,
    ...typeStatementRows,
    ...importRows,
    ...exportRows,
  ]),
  types: table(typeRows),
};

/** A dense array by kind: the look-up is made for every node of every file. */
function table<R>(rows: readonly Row<R>[]): (R | undefined)[] {
  const size = Math.max(...rows.map(([kind]) => kind)) + 1;
  const byKind: (R | undefined)[] = Array.from({ length: size }, () => undefined);
  for (const [kind, read] of rows) byKind[kind] = read;
  return byKind;
}
