import type { Expr, PathStep, TypeExpr } from '../../facts.ts';
import { ts } from './parser.ts';
import type { NewBinding, UnitReader } from './unit-reader.ts';
import { spanOf } from './unit-reader.ts';

/** What a declared name or each name of a pattern has in common: kind, value, type, function. */
export type Declared = Omit<NewBinding, 'name' | 'path' | 'at' | 'end'>;

/** Declares a name, or all names of a destructuring pattern; answers their bindings. `hoisted` is for `var`. */
export function declarePattern(u: UnitReader, name: ts.BindingName, declared: Declared, hoisted = false): number[] {
  if (ts.isIdentifier(name)) return [u.declare({ ...declared, name: name.text, ...spanOf(u, name) }, hoisted)];
  const { fallback, type, ...rest } = declared;
  const bindings: number[] = [];
  declareMembers(u, name, { declared: rest, path: [], fallback, type, hoisted, bindings });
  return bindings;
}

/** Where a pattern stands in the value that is taken apart. */
interface Place {
  readonly declared: Omit<Declared, 'fallback' | 'type'>;
  /** Undefined below a step that is not known. */
  readonly path: readonly PathStep[] | undefined;
  readonly fallback: Expr | undefined;
  readonly type: TypeExpr | undefined;
  readonly hoisted: boolean;
  readonly bindings: number[];
}

function declareMembers(u: UnitReader, pattern: ts.BindingPattern, place: Place): void {
  const named: string[] = [];
  pattern.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const step = stepOf(u, pattern, element, index, named);
    if (typeof step === 'string') named.push(step);
    const own = element.initializer === undefined ? undefined : u.expression(element.initializer);
    const inner: Place = {
      ...place,
      path: step === undefined || place.path === undefined ? undefined : [...place.path, step],
      fallback: own ?? (step === undefined ? undefined : memberOf(place.fallback, step)),
      type: step === undefined ? undefined : typeAt(place.type, step),
    };
    if (ts.isIdentifier(element.name)) place.bindings.push(declareMember(u, element.name, inner));
    else declareMembers(u, element.name, inner);
  });
}

function declareMember(u: UnitReader, name: ts.Identifier, { declared, path, fallback, type, hoisted }: Place): number {
  // Behind a computed key nothing is known of the value, not even where it comes from.
  const known = path === undefined ? { kind: declared.kind } : { ...declared, path };
  return u.declare(
    {
      ...known,
      name: name.text,
      ...(type === undefined ? {} : { type }),
      ...(fallback === undefined || path === undefined ? {} : { fallback }),
      ...spanOf(u, name),
    },
    hoisted,
  );
}

/** The step that leads to an element; undefined for a computed key, and for what is left of an array. */
function stepOf(
  u: UnitReader,
  pattern: ts.BindingPattern,
  element: ts.BindingElement,
  index: number,
  named: readonly string[],
): PathStep | undefined {
  const isArray = ts.isArrayBindingPattern(pattern);
  if (element.dotDotDotToken !== undefined) return isArray ? undefined : { rest: [...named] };
  if (isArray) return index;
  const key = element.propertyName ?? element.name;
  if (ts.isObjectBindingPattern(key) || ts.isArrayBindingPattern(key)) return undefined;
  if (!ts.isComputedPropertyName(key)) return key.text;
  if (ts.isStringLiteralLike(key.expression)) return key.expression.text;
  u.expression(key.expression);
  return undefined;
}

/** A default of an enclosing pattern gives its members where they have no default of their own. */
function memberOf(value: Expr | undefined, step: PathStep): Expr | undefined {
  if (value === undefined || typeof step === 'object') return undefined;
  const { at, end } = value;
  if (typeof step === 'string') return { k: 'member', object: value, name: step, nameAt: at, at, end };
  return { k: 'index', object: value, index: { k: 'literal', value: step, at, end }, at, end };
}

function typeAt(type: TypeExpr | undefined, step: PathStep): TypeExpr | undefined {
  if (type === undefined || typeof step === 'object') return undefined;
  return { t: 'index', object: type, index: { t: 'literal', value: step } };
}
