import type { Checker, Symbol as TypeSymbol, Type } from 'typescript-7/unstable/async';
import { checkedUnion } from '../../base/checked-union.ts';
import type { CheckedMember, CheckedType } from '../../base/type-checker.ts';
import type { Scalar, StaticType } from '../../base/vocabulary.ts';
import type { CompilerApi } from './load-api.ts';

/** How deep the members of objects and the items of arrays are told. */
const deepest = 3;
/** Wider unions are told by their types, not by their members; in members. */
const widestUnion = 300;
const mostMembers = 60;
/** Objects of the language that are sent as `{}`. */
const withoutMembers: ReadonlySet<string> = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'RegExp', 'Error']);

/** Turns the compiler's types into ours. One describer serves one state of one project: types are told once. */
export class TypeDescriber {
  readonly #api: CompilerApi;
  readonly #checker: Checker;
  readonly #known = new Map<Type, Promise<CheckedType | undefined>>();

  constructor(api: CompilerApi, checker: Checker) {
    this.#api = api;
    this.#checker = checker;
  }

  /** What a value of the type can be; undefined where that can be anything. */
  describe(type: Type | undefined, depth = 0): Promise<CheckedType | undefined> {
    if (!type || depth > deepest) return Promise.resolve(undefined);
    // Types that hold themselves end by their depth, so only what is told in full may be told again.
    if (depth > 0) return this.#describe(type, depth);
    let described = this.#known.get(type);
    if (!described) this.#known.set(type, (described = this.#describe(type, depth)));
    return described;
  }

  async #describe(type: Type, depth: number): Promise<CheckedType | undefined> {
    const { flags: F } = this.#api;
    const is = (flag: number): boolean => (type.flags & flag) !== 0;
    if (is(F.Any | F.Unknown | F.Never | F.NonPrimitive | F.ESSymbol | F.UniqueESSymbol)) return undefined;
    if (is(F.Undefined | F.Void)) return { types: [], values: [], optional: true };
    if (is(F.Null)) return ofValue(null);
    if (is(F.BigInt | F.BigIntLiteral)) return { types: ['bigint'] };
    if (is(F.StringLiteral | F.NumberLiteral | F.BooleanLiteral)) return literal(type);
    if (is(F.String | F.TemplateLiteral | F.StringMapping)) return { types: ['string'] };
    if (is(F.Number)) return { types: ['number'] };
    if (is(F.Boolean)) return { types: ['boolean'] };
    if (is(F.Union)) return this.#union(type, depth);
    if (is(F.Enum)) return { types: ['number'] };
    if (is(F.Intersection)) return this.#intersection(type, depth);
    if (is(F.Object)) return this.#object(type, depth);
    return is(F.TypeParameter | F.IndexedAccess | F.Conditional | F.Index | F.Substitution)
      ? this.#constrained(type, depth)
      : undefined;
  }

  async #union(type: Type, depth: number): Promise<CheckedType | undefined> {
    const parts = await partsOf(type);
    if (parts.length === 0 || parts.length > widestUnion) return undefined;
    return checkedUnion(await Promise.all(parts.map(part => this.describe(part, depth))));
  }

  /** `string & { readonly brand: … }` is a string. */
  async #intersection(type: Type, depth: number): Promise<CheckedType | undefined> {
    const parts = await partsOf(type);
    const described = await Promise.all(parts.map(part => this.describe(part, deepest)));
    const primitive = described.find(part => part && !part.optional && part.types.every(isPrimitive));
    if (primitive) return primitive;
    if (parts.some(part => (part.flags & this.#api.flags.Object) === 0)) return this.#constrained(type, depth);
    return this.#object(type, depth);
  }

  /** What is generic is at least what its constraint says. */
  async #constrained(type: Type, depth: number): Promise<CheckedType | undefined> {
    const constraint = await this.#checker.getBaseConstraintOfType(type);
    return constraint && constraint !== type ? this.describe(constraint, depth + 1) : undefined;
  }

  async #object(type: Type, depth: number): Promise<CheckedType | undefined> {
    const name = (await type.getSymbol())?.name;
    switch (name) {
      case 'Date':
        return { types: ['date'] };
      case 'Array':
      case 'ReadonlyArray':
        return this.#array(type, depth);
      case 'String':
      case 'Number':
      case 'Boolean':
        return undefined;
    }
    const [properties, calls, constructs, indexes] = await Promise.all([
      this.#checker.getPropertiesOfType(type),
      this.#checker.getSignaturesOfType(type, this.#api.signatures.Call),
      this.#checker.getSignaturesOfType(type, this.#api.signatures.Construct),
      this.#checker.getIndexInfosOfType(type),
    ]);
    if (calls.length > 0 || constructs.length > 0) return { types: ['function'] };
    // What JSON makes of such an object is its own affair.
    if (properties.some(property => property.name === 'toJSON')) return undefined;
    // Everything but null and undefined is assignable to `{}`.
    if (properties.length === 0 && indexes.length === 0 && name !== undefined && /^(__type|Object)$/.test(name))
      return undefined;
    // A tuple has no name.
    if (await this.#checker.isArrayLikeType(type))
      return name === undefined ? this.#array(type, depth) : { types: ['array'] };
    const isPlain = depth < deepest && indexes.length === 0 && !withoutMembers.has(name ?? '');
    const members = isPlain ? await this.#members(properties, depth) : undefined;
    return { types: ['object'], ...(members && { members }) };
  }

  async #array(type: Type, depth: number): Promise<CheckedType> {
    const parts = type.isTypeReference() ? await this.#checker.getTypeArguments(type) : [];
    const items =
      parts.length > 0 && depth < deepest
        ? checkedUnion(await Promise.all(parts.map(part => this.describe(part, depth + 1))))
        : undefined;
    return { types: ['array'], ...(items && { items }) };
  }

  async #members(properties: readonly TypeSymbol[], depth: number): Promise<readonly CheckedMember[] | undefined> {
    const { Optional, Method, Property } = this.#api.symbols;
    const shown = properties.filter(({ flags, name }) => (flags & Property) !== 0 && !name.startsWith('__@'));
    if (shown.length > mostMembers || shown.length === 0) return undefined;
    const types = await this.#checker.getTypeOfSymbol(shown);
    return (
      await Promise.all(
        shown.map(async ({ name, flags }, index) => {
          const type = (flags & Method) === 0 ? await this.describe(types[index], depth + 1) : undefined;
          return { name, type, optional: (flags & Optional) !== 0 || type?.optional === true };
        }),
      )
    ).filter(({ type }) => !type?.types.includes('function'));
  }
}

async function partsOf(type: Type): Promise<readonly Type[]> {
  return type.isUnionType() || type.isIntersectionType() ? type.getTypes() : [];
}

function literal(type: Type): CheckedType | undefined {
  const { value } = type as Type & { readonly value?: unknown };
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? ofValue(value)
    : undefined;
}

function ofValue(value: Scalar): CheckedType {
  return { types: [typeOf(value)], values: [value] };
}

function typeOf(value: Scalar): StaticType {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' ? 'string' : 'boolean';
}

function isPrimitive(type: StaticType): boolean {
  return type === 'string' || type === 'number' || type === 'integer' || type === 'boolean' || type === 'bigint';
}
