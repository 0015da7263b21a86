import type { Binding, Name, OuterWrite, Write } from '../../facts.ts';
import type { Mutable } from './mutable.ts';

/**
 * The lexical scopes of one unit. Names are resolved when a scope ends, since a declaration may follow its use: what the
 * scope does not declare is left to the scope around it.
 */
export class Scopes {
  readonly bindings: Mutable<Binding>[] = [];
  readonly globals: number[] = [];
  /** How many branches, loops and functions surround the place being read: tells which assignments are conditional. */
  branches = 0;
  readonly #used: Name[] = [];
  readonly #written: PendingWrite[] = [];
  #scope: Scope = { parent: undefined, names: undefined, isFunction: true, branches: 0, used: 0, written: 0 };

  get isOutermost(): boolean {
    return this.#scope.parent === undefined;
  }

  /** Enters a scope; a function's own variables (`var`) belong to it wherever they are declared inside. */
  enter(isFunction: boolean): void {
    this.#scope = {
      parent: this.#scope,
      names: undefined,
      isFunction,
      branches: this.branches,
      used: this.#used.length,
      written: this.#written.length,
    };
  }

  leave(): void {
    const scope = this.#scope;
    if (scope.names !== undefined) this.#resolve(scope, scope.names);
    if (scope.parent !== undefined) this.#scope = scope.parent;
  }

  /** Adds a binding to the innermost scope, or with `hoisted` to the innermost function's. Answers its index. */
  declare(binding: Mutable<Binding>, hoisted: boolean): number {
    let scope = this.#scope;
    if (hoisted) while (!scope.isFunction && scope.parent !== undefined) scope = scope.parent;
    const index = this.bindings.push(binding) - 1;
    scope.names ??= new Map();
    // Of declarations that share a name (overloads, `var` twice, merged enums) the first stands for all uses.
    if (!scope.names.has(binding.name)) scope.names.set(binding.name, index);
    if (scope.parent === undefined) this.globals.push(index);
    return index;
  }

  /** Whether a binding is of the innermost scope. */
  isDeclaredHere(binding: number): boolean {
    return this.#scope.names?.get(this.bindings[binding]?.name ?? '') === binding;
  }

  use(name: Name): void {
    this.#used.push(name);
  }

  write(name: string, write: Omit<Write, 'conditional'>): void {
    this.#written.push({ name, write, branches: this.branches });
  }

  /** Ends the outermost scope; `outer` are the assignments to names that the unit does not declare. */
  finish(): { bindings: readonly Binding[]; globals: readonly number[]; outer: readonly OuterWrite[] } {
    this.leave();
    const outer = this.#written.map(({ name, write, branches }) => ({
      name,
      write: { ...write, conditional: branches > 0 },
    }));
    return { bindings: this.bindings, globals: this.globals, outer };
  }

  #write(index: number, write: Write): void {
    const binding = this.bindings[index];
    if (binding !== undefined) binding.writes = [...binding.writes, write];
  }

  #resolve(scope: Scope, names: ReadonlyMap<string, number>): void {
    const used = this.#used;
    let left = scope.used;
    for (let i = scope.used; i < used.length; i++) {
      const name = used[i] as Mutable<Name>;
      const binding = names.get(name.name);
      if (binding === undefined) used[left++] = name;
      else name.binding = binding;
    }
    if (left < used.length) used.length = left;
    const written = this.#written;
    left = scope.written;
    for (let i = scope.written; i < written.length; i++) {
      const pending = written[i];
      if (pending === undefined) continue;
      const binding = names.get(pending.name);
      if (binding === undefined) written[left++] = pending;
      else this.#write(binding, { ...pending.write, conditional: pending.branches > scope.branches });
    }
    if (left < written.length) written.length = left;
  }
}

interface Scope {
  readonly parent: Scope | undefined;
  names: Map<string, number> | undefined;
  readonly isFunction: boolean;
  readonly branches: number;
  /** Where the names used and written in this scope start among the pending ones. */
  readonly used: number;
  readonly written: number;
}

interface PendingWrite {
  readonly name: string;
  readonly write: Omit<Write, 'conditional'>;
  readonly branches: number;
}
