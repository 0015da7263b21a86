import type { Primitive, TypeExpr, TypeMember, TypeParam } from '../../facts.ts';
import { ts } from './parser.ts';
import type { Row, StatementReader, TypeReader, UnitReader } from './unit-reader.ts';
import { opaqueType, optionalType, spanOf } from './unit-reader.ts';

export const typeRows: readonly Row<TypeReader>[] = [
  ...primitiveRows(),
  [ts.SyntaxKind.ParenthesizedType, (u, node: ts.ParenthesizedTypeNode) => u.type(node.type)],
  [ts.SyntaxKind.UnionType, (u, node: ts.UnionTypeNode) => ({ t: 'union', of: node.types.map(type => u.type(type)) })],
  [
    ts.SyntaxKind.IntersectionType,
    (u, node: ts.IntersectionTypeNode) => ({ t: 'intersection', of: node.types.map(type => u.type(type)) }),
  ],
  [ts.SyntaxKind.ArrayType, (u, node: ts.ArrayTypeNode) => ({ t: 'array', of: u.type(node.elementType) })],
  [ts.SyntaxKind.TupleType, readTuple],
  [ts.SyntaxKind.NamedTupleMember, (u, node: ts.NamedTupleMember) => u.type(node.type)],
  [ts.SyntaxKind.OptionalType, (u, node: ts.OptionalTypeNode) => optionalType(u.type(node.type))],
  [ts.SyntaxKind.RestType, (u, node: ts.RestTypeNode) => u.type(node.type)],
  [ts.SyntaxKind.LiteralType, readLiteralType],
  [ts.SyntaxKind.TypeLiteral, (u, node: ts.TypeLiteralNode) => readMembers(u, node.members)],
  [ts.SyntaxKind.FunctionType, (u, node: ts.FunctionTypeNode) => readSignature(u, node)],
  [ts.SyntaxKind.TypeReference, readReference],
  [ts.SyntaxKind.ExpressionWithTypeArguments, readHeritage],
  [ts.SyntaxKind.TypeOperator, readOperator],
  [ts.SyntaxKind.IndexedAccessType, readIndexedAccess],
  [ts.SyntaxKind.TypeQuery, readQuery],
  [ts.SyntaxKind.TemplateLiteralType, readTemplateType],
  [ts.SyntaxKind.MappedType, readMapped],
  [ts.SyntaxKind.TypePredicate, readPredicate],
];

export const typeStatementRows: readonly Row<StatementReader>[] = [
  [ts.SyntaxKind.InterfaceDeclaration, readInterface],
  [ts.SyntaxKind.TypeAliasDeclaration, readAlias],
];

function primitiveRows(): Row<TypeReader>[] {
  const kinds: readonly (readonly [ts.SyntaxKind, Primitive])[] = [
    [ts.SyntaxKind.StringKeyword, 'string'],
    [ts.SyntaxKind.NumberKeyword, 'number'],
    [ts.SyntaxKind.BooleanKeyword, 'boolean'],
    [ts.SyntaxKind.UndefinedKeyword, 'undefined'],
    [ts.SyntaxKind.VoidKeyword, 'void'],
    [ts.SyntaxKind.AnyKeyword, 'any'],
    [ts.SyntaxKind.UnknownKeyword, 'unknown'],
    [ts.SyntaxKind.NeverKeyword, 'never'],
    [ts.SyntaxKind.BigIntKeyword, 'bigint'],
    [ts.SyntaxKind.SymbolKeyword, 'symbol'],
    [ts.SyntaxKind.ObjectKeyword, 'object'],
  ];
  return kinds.map(([kind, name]) => {
    const type: TypeExpr = { t: 'primitive', name };
    return [kind, () => type];
  });
}

/** A tuple of unknown length is an array of all that it may hold. */
function readTuple(u: UnitReader, node: ts.TupleTypeNode): TypeExpr {
  const of = node.elements.map(element => u.type(element));
  const isRest = (element: ts.Node): boolean =>
    ts.isRestTypeNode(element) || (ts.isNamedTupleMember(element) && element.dotDotDotToken !== undefined);
  if (!node.elements.some(isRest)) return { t: 'tuple', of };
  const items = node.elements.map((element, index): TypeExpr => {
    const type = of[index] ?? opaqueType;
    return isRest(element) ? { t: 'index', object: type, index: { t: 'primitive', name: 'number' } } : type;
  });
  return { t: 'array', of: { t: 'union', of: items } };
}

function readLiteralType(u: UnitReader, node: ts.LiteralTypeNode): TypeExpr {
  const { literal } = node;
  if (literal.kind === ts.SyntaxKind.NullKeyword) return { t: 'primitive', name: 'null' };
  const value = u.expression(literal);
  if (value.k !== 'literal' || value.value === undefined || value.value === null)
    return literal.kind === ts.SyntaxKind.BigIntLiteral ? { t: 'primitive', name: 'bigint' } : opaqueType;
  return { t: 'literal', value: value.value };
}

/** The members of an interface or a type literal; one that can only be called is a function. */
function readMembers(u: UnitReader, nodes: readonly ts.TypeElement[]): TypeExpr {
  const members: TypeMember[] = [];
  let index: TypeExpr | undefined;
  let call: TypeExpr | undefined;
  for (const node of nodes) {
    if (ts.isIndexSignatureDeclaration(node)) index = u.type(node.type);
    else if (ts.isCallSignatureDeclaration(node)) call = readSignature(u, node);
    else {
      const name = node.name === undefined ? undefined : memberName(node.name);
      if (name === undefined) continue;
      members.push({
        name,
        type: memberType(u, node),
        optional: node.questionToken !== undefined,
        at: u.at(node.name ?? node),
      });
    }
  }
  if (call !== undefined && members.length === 0) return call;
  return index === undefined ? { t: 'object', members } : { t: 'object', members, index };
}

function memberType(u: UnitReader, node: ts.TypeElement): TypeExpr | undefined {
  if (ts.isPropertySignature(node) || ts.isGetAccessorDeclaration(node)) return u.optionalType(node.type);
  return ts.isMethodSignature(node) ? readSignature(u, node) : undefined;
}

function memberName(name: ts.PropertyName): string | undefined {
  if (!ts.isComputedPropertyName(name)) return name.text;
  return ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
}

function readSignature(u: UnitReader, node: ts.SignatureDeclaration): TypeExpr {
  const params: TypeParam[] = [];
  for (const { name, type, questionToken, dotDotDotToken } of node.parameters) {
    const text = ts.isIdentifier(name) ? name.text : '';
    if (text === 'this') continue;
    params.push({
      name: text,
      type: u.optionalType(type),
      optional: questionToken !== undefined,
      rest: dotDotDotToken !== undefined,
    });
  }
  return { t: 'function', params, returns: u.optionalType(node.type) };
}

function readReference(u: UnitReader, node: ts.TypeReferenceNode): TypeExpr {
  return reference(u, entityName(node.typeName), node.typeArguments);
}

function reference(u: UnitReader, name: string, args: ts.NodeArray<ts.TypeNode> | undefined): TypeExpr {
  return { t: 'reference', name, args: args === undefined ? [] : args.map(arg => u.type(arg)) };
}

function entityName(node: ts.EntityName): string {
  return ts.isIdentifier(node) ? node.text : `${entityName(node.left)}.${node.right.text}`;
}

/** `extends A.B<C>`: an expression in a type's place. */
function readHeritage(u: UnitReader, node: ts.ExpressionWithTypeArguments): TypeExpr {
  const name = dottedName(node.expression);
  return name === undefined ? opaqueType : reference(u, name, node.typeArguments);
}

function dottedName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const object = dottedName(node.expression);
  return object === undefined ? undefined : `${object}.${node.name.text}`;
}

function readOperator(u: UnitReader, node: ts.TypeOperatorNode): TypeExpr {
  if (node.operator === ts.SyntaxKind.KeyOfKeyword) return { t: 'keyof', of: u.type(node.type) };
  return u.type(node.type);
}

function readIndexedAccess(u: UnitReader, node: ts.IndexedAccessTypeNode): TypeExpr {
  return { t: 'index', object: u.type(node.objectType), index: u.type(node.indexType) };
}

function readQuery(u: UnitReader, node: ts.TypeQueryNode): TypeExpr {
  return { t: 'typeof', value: u.expression(node.exprName) };
}

function readTemplateType(u: UnitReader, node: ts.TemplateLiteralTypeNode): TypeExpr {
  const parts: (string | TypeExpr)[] = [];
  if (node.head.text !== '') parts.push(node.head.text);
  for (const { type, literal } of node.templateSpans) {
    parts.push(u.type(type));
    if (literal.text !== '') parts.push(literal.text);
  }
  return { t: 'template', parts };
}

/** Renamed keys (`as`) are not followed. */
function readMapped(u: UnitReader, node: ts.MappedTypeNode): TypeExpr {
  const { typeParameter, nameType, type, questionToken } = node;
  if (nameType !== undefined || typeParameter.constraint === undefined) return opaqueType;
  const value = u.optionalType(type);
  return {
    t: 'mapped',
    param: typeParameter.name.text,
    keys: u.type(typeParameter.constraint),
    value: value !== undefined && questionToken?.kind === ts.SyntaxKind.QuestionToken ? optionalType(value) : value,
  };
}

function readPredicate(_: UnitReader, node: ts.TypePredicateNode): TypeExpr {
  return { t: 'primitive', name: node.assertsModifier === undefined ? 'boolean' : 'void' };
}

function readInterface(u: UnitReader, node: ts.InterfaceDeclaration): void {
  const parents = (node.heritageClauses ?? []).flatMap(clause => clause.types.map(type => u.type(type)));
  u.types.push({
    name: node.name.text,
    params: typeParameters(node),
    type: readMembers(u, node.members),
    extends: parents,
    ...spanOf(u, node.name),
  });
}

function readAlias(u: UnitReader, node: ts.TypeAliasDeclaration): void {
  u.types.push({
    name: node.name.text,
    params: typeParameters(node),
    type: u.type(node.type),
    extends: [],
    ...spanOf(u, node.name),
  });
}

function typeParameters(node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): string[] {
  return (node.typeParameters ?? []).map(parameter => parameter.name.text);
}
