import type { PropertyDefinition, ValueConstraint } from './plan.ts';

/** Shared properties by name, with their own references merged in. */
export class SharedProperties {
  readonly #unresolved: ReadonlyMap<string, PropertyDefinition>;
  readonly #resolved = new Map<string, PropertyDefinition>();
  readonly #open = new Set<string>();
  #all: ReadonlyMap<string, PropertyDefinition> | undefined;

  constructor(unresolved: ReadonlyMap<string, PropertyDefinition>) {
    this.#unresolved = unresolved;
  }

  /** All of them, in the order of the plan. */
  all(): ReadonlyMap<string, PropertyDefinition> {
    this.#all ??= new Map([...this.#unresolved].map(([name, property]) => [name, this.#target(name) ?? property]));
    return this.#all;
  }

  /** The properties with shared ones merged in, at any depth; the very same list where nothing refers to anything. */
  resolve(properties: readonly PropertyDefinition[]): readonly PropertyDefinition[] {
    const resolved = properties.map(property => this.#property(property));
    return resolved.some((property, i) => property !== properties[i]) ? resolved : properties;
  }

  /** Each shared property is resolved once. One that leads back to itself is taken for what it says by itself. */
  #target(name: string | undefined): PropertyDefinition | undefined {
    if (name === undefined || this.#open.has(name)) return undefined;
    const known = this.#resolved.get(name);
    if (known) return known;
    const property = this.#unresolved.get(name);
    if (!property) return undefined;
    this.#open.add(name);
    const resolved = this.#property(property);
    this.#open.delete(name);
    this.#resolved.set(name, resolved);
    return resolved;
  }

  #property(property: PropertyDefinition): PropertyDefinition {
    const own = this.#parts(property);
    const target = this.#target(property.ref?.value);
    if (!target) return own;
    const flag = (name: 'required' | 'pii' | 'deprecated') =>
      property.explicit?.includes(name) ? property[name] : property[name] || target[name];
    return { ...target, ...own, required: flag('required'), pii: flag('pii'), deprecated: flag('deprecated') };
  }

  /** What items of a list are: a constraint without a name, which may refer as well. */
  #constraint(constraint: ValueConstraint): ValueConstraint {
    const own = this.#parts(constraint);
    const target = this.#target(constraint.ref?.value);
    return target ? { ...target, ...own } : own;
  }

  #parts<T extends ValueConstraint>(constraint: T): T {
    const properties = constraint.properties && this.resolve(constraint.properties);
    const items = constraint.items && this.#constraint(constraint.items);
    if (properties === constraint.properties && items === constraint.items) return constraint;
    return { ...constraint, ...(properties && { properties }), ...(items && { items }) };
  }
}
