import type { Expr } from '../../facts.ts';
import { membersAsExports } from './common-js.ts';
import { ts } from './parser.ts';
import type { Row, StatementReader, UnitReader } from './unit-reader.ts';

/** `export { a as b }`, `export * from 'm'`, `export default x`, `export = x`. */
export const exportRows: readonly Row<StatementReader>[] = [
  [ts.SyntaxKind.ExportDeclaration, readExport],
  [ts.SyntaxKind.ExportAssignment, readExportAssignment],
];

/** Exports a declaration that is marked with `export`, under its name or as the default. */
export function exportDeclared(u: UnitReader, node: ts.Node, name: string, binding: number): void {
  if (!u.isModuleScope || !hasModifier(node, ts.SyntaxKind.ExportKeyword)) return;
  u.exports.push({ name: hasModifier(node, ts.SyntaxKind.DefaultKeyword) ? 'default' : name, binding });
}

export function exportDefault(u: UnitReader, value: Expr): void {
  u.exports.push({ name: 'default', value });
}

export function hasModifier(node: ts.Node, kind: ts.ModifierSyntaxKind): boolean {
  return ts.canHaveModifiers(node) && node.modifiers?.some(modifier => modifier.kind === kind) === true;
}

function readExport(u: UnitReader, node: ts.ExportDeclaration): void {
  const { exportClause, moduleSpecifier } = node;
  const from =
    moduleSpecifier !== undefined && ts.isStringLiteralLike(moduleSpecifier) ? moduleSpecifier.text : undefined;
  if (exportClause === undefined) {
    if (from !== undefined) u.exports.push({ name: '*', from, imported: '*' });
    return;
  }
  if (ts.isNamespaceExport(exportClause)) {
    if (from !== undefined) u.exports.push({ name: exportClause.name.text, from, imported: '*' });
    return;
  }
  for (const { name, propertyName } of exportClause.elements) {
    const local = (propertyName ?? name).text;
    u.exports.push(from === undefined ? { name: name.text, local } : { name: name.text, from, imported: local });
  }
}

function readExportAssignment(u: UnitReader, node: ts.ExportAssignment): void {
  const value = u.expression(node.expression);
  exportDefault(u, value);
  if (node.isExportEquals === true) u.exports.push(...membersAsExports(value));
}
