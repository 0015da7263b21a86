import type { Class, ClassMember, Expr } from '../../facts.ts';
import { exportDeclared, exportDefault, hasModifier } from './exports.ts';
import { readDecorators, readFunction } from './functions.ts';
import { readNamed } from './objects.ts';
import { ts } from './parser.ts';
import type { ExpressionReader, Row, StatementReader, UnitReader } from './unit-reader.ts';
import { noWrites, optionalType, spanOf } from './unit-reader.ts';

export const classRows: readonly Row<ExpressionReader>[] = [[ts.SyntaxKind.ClassExpression, readClassExpression]];

export const classStatementRows: readonly Row<StatementReader>[] = [
  [ts.SyntaxKind.ClassDeclaration, readClassDeclaration],
];

function readClassExpression(u: UnitReader, node: ts.ClassExpression): Expr {
  u.scopes.enter(false);
  if (node.name !== undefined) u.declare(node.name, { kind: 'class', cls: u.classes.length });
  const cls = readClass(u, node);
  u.scopes.leave();
  return { k: 'class', cls, ...spanOf(u, node) };
}

function readClassDeclaration(u: UnitReader, node: ts.ClassDeclaration): void {
  const { name } = node;
  const cls = readClass(u, node);
  if (name === undefined) exportDefault(u, { k: 'class', cls, ...spanOf(u, node) });
  else exportDeclared(u, node, name.text, u.declare(name, { kind: 'class', cls }));
}

function readClass(u: UnitReader, node: ts.ClassLikeDeclaration): number {
  const cls = u.classes.push(placeholder) - 1;
  const decorators = readDecorators(u, node);
  const named = (token: ts.HeritageClause['token']): readonly ts.ExpressionWithTypeArguments[] =>
    (node.heritageClauses ?? []).filter(clause => clause.token === token).flatMap(clause => clause.types);
  const heritage = named(ts.SyntaxKind.ExtendsKeyword);
  const interfaces = named(ts.SyntaxKind.ImplementsKeyword).map(type => u.type(type));
  const parents = heritage.map(type => u.expression(type.expression));
  const parentTypes = heritage.some(type => type.typeArguments !== undefined)
    ? { extendsTypes: heritage.map(type => u.type(type)) }
    : {};
  const outer = { cls: u.cls, members: u.members, branches: u.memberBranches };
  u.cls = cls;
  u.members = [];
  // A method's body is one function, that is one branch, below the class.
  u.memberBranches = u.scopes.branches + 1;
  let ctor: number | undefined;
  for (const member of node.members) ctor = readMember(u, member) ?? ctor;
  const { name } = node;
  u.classes[cls] = {
    ...(name === undefined ? {} : { name: name.text }),
    nameAt: u.at(name ?? node),
    kind: 'class',
    extends: parents,
    ...parentTypes,
    ...(interfaces.length > 0 && { implements: interfaces }),
    members: u.members,
    ...(ctor === undefined ? {} : { ctor }),
    ...(decorators.length === 0 ? {} : { decorators }),
    ...spanOf(u, node),
  };
  u.cls = outer.cls;
  u.members = outer.members;
  u.memberBranches = outer.branches;
  return cls;
}

const placeholder: Class = { nameAt: 0, kind: 'class', extends: [], members: [], at: 0, end: 0 };

/** Reads a member into `u.members`; answers the function of a constructor. */
function readMember(u: UnitReader, node: ts.ClassElement): number | undefined {
  switch (node.kind) {
    case ts.SyntaxKind.Constructor:
      return readConstructor(u, node as ts.ConstructorDeclaration);
    case ts.SyntaxKind.MethodDeclaration:
      readMethod(u, node as ts.MethodDeclaration, 'method');
      return undefined;
    case ts.SyntaxKind.GetAccessor:
      readMethod(u, node as ts.GetAccessorDeclaration, 'getter');
      return undefined;
    case ts.SyntaxKind.SetAccessor:
      readMethod(u, node as ts.SetAccessorDeclaration, 'setter');
      return undefined;
    case ts.SyntaxKind.PropertyDeclaration:
      readField(u, node as ts.PropertyDeclaration);
      return undefined;
    case ts.SyntaxKind.ClassStaticBlockDeclaration:
      u.branch((node as ts.ClassStaticBlockDeclaration).body);
      return undefined;
    default:
      return undefined;
  }
}

function readConstructor(u: UnitReader, node: ts.ConstructorDeclaration): number | undefined {
  if (node.body === undefined) return undefined;
  let param = 0;
  for (const parameter of node.parameters) {
    const { name } = parameter;
    if (ts.isIdentifier(name) && ts.isParameterPropertyDeclaration(parameter, node)) {
      const type = u.optionalType(parameter.type);
      addMember(u, {
        name: name.text,
        nameAt: u.at(name),
        kind: 'field',
        static: false,
        param,
        ...(type === undefined ? {} : { type }),
        writes: noWrites,
        ...spanOf(u, parameter),
      });
    }
    param++;
  }
  return readFunction(u, node, undefined, u.cls);
}

function readMethod(
  u: UnitReader,
  node: ts.MethodDeclaration | ts.AccessorDeclaration,
  kind: 'method' | 'getter' | 'setter',
): void {
  if (node.body === undefined && !u.source.isDeclarationFile && !isAbstract(node)) return;
  const fn = readFunction(u, node, node.name, u.cls);
  const name = memberName(u, node.name);
  if (name === undefined) return;
  const type = kind === 'setter' ? undefined : u.functions[fn]?.returnType;
  addMember(u, {
    name,
    nameAt: u.at(node.name),
    kind,
    static: hasModifier(node, ts.SyntaxKind.StaticKeyword),
    fn,
    ...(kind !== 'getter' || type === undefined ? {} : { type }),
    writes: noWrites,
    ...spanOf(u, node),
  });
}

function isAbstract(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.AbstractKeyword);
}

function readField(u: UnitReader, node: ts.PropertyDeclaration): void {
  readDecorators(u, node);
  const written = u.optionalType(node.type);
  const type = written !== undefined && node.questionToken !== undefined ? optionalType(written) : written;
  const init = node.initializer === undefined ? undefined : readNamed(u, node.initializer, node.name);
  const name = memberName(u, node.name);
  if (name === undefined) return;
  addMember(u, {
    name,
    nameAt: u.at(node.name),
    kind: 'field',
    static: hasModifier(node, ts.SyntaxKind.StaticKeyword),
    ...(init === undefined ? {} : { init }),
    ...(type === undefined ? {} : { type }),
    writes: noWrites,
    ...spanOf(u, node),
  });
}

/** A method may assign to a field that is declared below it: the declaration takes the assignments over. */
function addMember(u: UnitReader, member: ClassMember): void {
  const members = u.members ?? [];
  const assigned = members.findIndex(({ name, writes, static: isStatic, init, type, fn, param }) => {
    const isDeclared = init !== undefined || type !== undefined || fn !== undefined || param !== undefined;
    return name === member.name && isStatic === member.static && writes.length > 0 && !isDeclared;
  });
  const [earlier] = assigned < 0 ? [] : members.splice(assigned, 1);
  members.push(earlier === undefined ? member : { ...member, writes: [...earlier.writes, ...member.writes] });
}

function memberName(u: UnitReader, name: ts.PropertyName): string | undefined {
  if (!ts.isComputedPropertyName(name)) return name.text;
  if (ts.isStringLiteralLike(name.expression)) return name.expression.text;
  u.expression(name.expression);
  return undefined;
}
