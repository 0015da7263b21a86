import type { Entry, Expr } from '../../facts.ts';
import { exportDeclared, hasModifier } from './exports.ts';
import { literal } from './literals.ts';
import { ts } from './parser.ts';
import type { Row, StatementReader, UnitReader } from './unit-reader.ts';
import { spanOf } from './unit-reader.ts';

/** Enums and namespaces: both are objects of what they declare. */
export const namespaceRows: readonly Row<StatementReader>[] = [
  [ts.SyntaxKind.EnumDeclaration, readEnum],
  [ts.SyntaxKind.ModuleDeclaration, readNamespace],
];

function readEnum(u: UnitReader, node: ts.EnumDeclaration): void {
  const entries: Entry[] = [];
  const names = new Set<string>();
  /** The number that a member without a value gets; undefined behind a computed one. */
  let next: number | undefined = 0;
  for (const member of node.members) {
    const { name, initializer } = member;
    const text = ts.isComputedPropertyName(name) ? undefined : name.text;
    let value: Expr;
    if (initializer !== undefined) value = readMemberValue(u, initializer, node.name, names);
    else if (next !== undefined) value = literal(u, name, next);
    else value = u.opaque(name, { t: 'primitive', name: 'number' });
    next = value.k === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
    if (text === undefined) continue;
    names.add(text);
    entries.push({ key: text, keyAt: u.at(name), keyEnd: u.end(name), value, ...spanOf(u, member) });
  }
  const binding = u.declare(node.name, { kind: 'enum', init: { k: 'object', entries, ...spanOf(u, node) } });
  exportDeclared(u, node, node.name.text, binding);
}

/** Inside an enum its earlier members are names. */
function readMemberValue(u: UnitReader, node: ts.Expression, owner: ts.Identifier, names: ReadonlySet<string>): Expr {
  if (!ts.isIdentifier(node) || !names.has(node.text)) return u.expression(node);
  const span = spanOf(u, node);
  return { k: 'member', object: u.name(owner.text, span.at, span.at), name: node.text, nameAt: span.at, ...span };
}

function readNamespace(u: UnitReader, node: ts.ModuleDeclaration): void {
  const { name, body } = node;
  const entries: Entry[] = [];
  u.scopes.enter(true);
  if (body !== undefined && ts.isModuleBlock(body))
    for (const statement of body.statements) {
      const first = u.scopes.bindings.length;
      u.statement(statement);
      if (u.source.isDeclarationFile || hasModifier(statement, ts.SyntaxKind.ExportKeyword))
        addMembers(u, first, entries);
    }
  else if (body !== undefined) u.statement(body);
  u.scopes.leave();
  // `declare module 'm'` and `declare global` describe other modules and the world: no name of this file.
  if (!ts.isIdentifier(name) || name.text === 'global') return;
  const init: Expr = { k: 'object', entries, ...spanOf(u, node) };
  exportDeclared(u, node, name.text, u.declare(name, { kind: 'namespace', init }));
}

/** The declarations of an exported statement are the namespace's members. */
function addMembers(u: UnitReader, first: number, entries: Entry[]): void {
  const { bindings } = u.scopes;
  for (let i = first; i < bindings.length; i++) {
    const binding = bindings[i];
    if (binding === undefined || !u.scopes.isDeclaredHere(i)) continue;
    const { name, at, end } = binding;
    entries.push({ key: name, keyAt: at, keyEnd: end, value: { k: 'name', name, binding: i, at, end }, at, end });
  }
}
