import type { Expr, PathStep, TypeExpr } from '../../facts.ts';
import { ts } from './parser.ts';
import type { Declared, UnitReader } from './unit-reader.ts';

/** Declares a name, or all names of a destructuring pattern; answers their bindings. `hoisted` is for `var`. */
export function declarePattern(u: UnitReader, name: ts.BindingName, declared: Declared, hoisted = false): number[] {
  if (ts.isIdentifier(name)) return [u.declare(name, declared, hoisted)];
  const { fallback, type } = declared;
  const bindings: number[] = [];
  declareMembers(u, name, { declared, path: [], fallback, type, hoisted, bindings });
  return bindings;
}

/** Where a pattern stands in the value that is taken apart. */
interface Place {
  readonly declared: Declared;
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
      declared: place.declared,
      path: step === undefined || place.path === undefined ? undefined : [...place.path, step],
      fallback:
        own ??
        (step === undefined ? undefined : memberOf(place.fallback, step, u, element.propertyName ?? element.name)),
      type: step === undefined ? undefined : typeAt(place.type, step),
      hoisted: place.hoisted,
      bindings: place.bindings,
    };
    if (ts.isIdentifier(element.name)) place.bindings.push(declareMember(u, element.name, inner));
    else declareMembers(u, element.name, inner);
  });
}

/** Behind a computed key nothing is known of the value, not even where it comes from. */
function declareMember(u: UnitReader, name: ts.Identifier, { declared, path, fallback, type, hoisted }: Place): number {
  const { kind, init, fn, param } = declared;
  return u.declare(name, path === undefined ? { kind } : { kind, init, fn, param, path, fallback, type }, hoisted);
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

/**
 * The member of a value that a pattern takes out of it, placed where the pattern names it. A default of an enclosing
 * pattern gives its members in this way where they have no default of their own.
 */
export function memberOf(value: Expr | undefined, step: PathStep, u: UnitReader, key: ts.Node): Expr | undefined {
  if (value === undefined || typeof step === 'object') return undefined;
  const at = u.at(key);
  const end = u.end(key);
  if (typeof step === 'string') return { k: 'member', object: value, name: step, nameAt: at, at, end };
  return { k: 'index', object: value, index: { k: 'literal', value: step, at, end }, at, end };
}

function typeAt(type: TypeExpr | undefined, step: PathStep): TypeExpr | undefined {
  if (type === undefined || typeof step === 'object') return undefined;
  return { t: 'index', object: type, index: { t: 'literal', value: step } };
}
