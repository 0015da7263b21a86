import type { Import } from '../../facts.ts';
import { ts } from './parser.ts';
import type { Declared, Row, StatementReader, UnitReader } from './unit-reader.ts';
import { spanOf } from './unit-reader.ts';

export const importRows: readonly Row<StatementReader>[] = [
  [ts.SyntaxKind.ImportDeclaration, readImport],
  [ts.SyntaxKind.ImportEqualsDeclaration, readImportEquals],
];

function readImport(u: UnitReader, node: ts.ImportDeclaration): void {
  const { importClause, moduleSpecifier } = node;
  if (!ts.isStringLiteralLike(moduleSpecifier)) return;
  const isTypeOnly = importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const add = (name: string, local: ts.Identifier, typeOnly = isTypeOnly): void => {
    declareImport(u, moduleSpecifier, name, local, typeOnly);
  };
  if (importClause === undefined) {
    u.imports.push({
      module: moduleSpecifier.text,
      name: undefined,
      local: undefined,
      span: spanOf(u, moduleSpecifier),
    });
    return;
  }
  if (importClause.name !== undefined) add('default', importClause.name);
  const { namedBindings } = importClause;
  if (namedBindings === undefined) return;
  if (ts.isNamespaceImport(namedBindings)) add('*', namedBindings.name);
  else
    for (const element of namedBindings.elements)
      add((element.propertyName ?? element.name).text, element.name, isTypeOnly || element.isTypeOnly);
}

/** `import x = require('m')`, and `import x = Namespace.member`, which is a constant. */
function readImportEquals(u: UnitReader, node: ts.ImportEqualsDeclaration): void {
  const { moduleReference, name } = node;
  if (ts.isExternalModuleReference(moduleReference)) {
    if (ts.isStringLiteralLike(moduleReference.expression))
      declareImport(u, moduleReference.expression, '*', name, node.isTypeOnly);
    return;
  }
  u.declare(name, { kind: 'const', init: u.expression(moduleReference) });
}

function declareImport(
  u: UnitReader,
  module: ts.StringLiteralLike,
  name: string,
  local: ts.Identifier,
  typeOnly: boolean,
): void {
  const index = addImport(u, module, name, local.text, typeOnly);
  u.declare(local, { kind: 'import', import: index });
}

function addImport(
  u: UnitReader,
  module: ts.StringLiteralLike,
  name: string,
  local: string,
  typeOnly: boolean,
): number {
  const entry: Import = { module: module.text, name, local, span: spanOf(u, module) };
  return u.imports.push(typeOnly ? { ...entry, typeOnly } : entry) - 1;
}

/**
 * `const x = require('m')`, `const { a } = await import(…)` and `const a = require('m').a` import as an `import` does.
 * Declares what is plainly imported and answers the bindings; undefined for deeper patterns, which are variables.
 */
export function declareRequired(
  u: UnitReader,
  node: ts.VariableDeclaration,
  init: Declared['init'],
  hoisted: boolean,
): number[] | undefined {
  const { name, initializer } = node;
  const required = initializer === undefined ? undefined : requiredModule(initializer);
  if (required === undefined) return undefined;
  const { module, member } = required;
  const declare = (local: ts.Identifier, imported: string): number => {
    const index = addImport(u, module, imported, local.text, false);
    return u.declare(local, { kind: 'import', import: index, init }, hoisted);
  };
  if (ts.isIdentifier(name)) return [declare(name, member ?? '*')];
  if (member !== undefined || !ts.isObjectBindingPattern(name) || !name.elements.every(isPlain)) return undefined;
  return name.elements.flatMap(({ name: local, propertyName }) => {
    const key = propertyName ?? local;
    return ts.isIdentifier(local) && ts.isIdentifier(key) ? [declare(local, key.text)] : [];
  });
}

function isPlain(element: ts.BindingElement): boolean {
  const { name, propertyName, dotDotDotToken, initializer } = element;
  const isNamed = ts.isIdentifier(name) && (propertyName === undefined || ts.isIdentifier(propertyName));
  return isNamed && dotDotDotToken === undefined && initializer === undefined;
}

function requiredModule(
  node: ts.Expression,
): { readonly module: ts.StringLiteralLike; readonly member?: string } | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const object = requiredModule(node.expression);
    return object === undefined || object.member !== undefined
      ? undefined
      : { module: object.module, member: node.name.text };
  }
  if (ts.isParenthesizedExpression(node)) return requiredModule(node.expression);
  const call = ts.isAwaitExpression(node) ? node.expression : node;
  if (!ts.isCallExpression(call)) return undefined;
  const { expression } = call;
  const isImport = call !== node && expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = call === node && ts.isIdentifier(expression) && expression.text === 'require';
  const [module] = call.arguments;
  return (isImport || isRequire) && module !== undefined && ts.isStringLiteralLike(module) ? { module } : undefined;
}
