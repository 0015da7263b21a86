import type { Uri } from '../../base/text.ts';
import type { Call, CodeFile, Expr, Unit } from '../facts.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { moduleScope } from '../evaluate/module-scope.ts';
import type { Passed } from '../evaluate/program.ts';
import type { Alternative } from '../evaluate/value.ts';
import { callName } from './names.ts';
import type { UnitMoves } from './unit-moves.ts';

/** What the providers of React contexts hold, where a tracker is among it. */
export class ReactContexts {
  /** By the call that makes the context, which stands in `unit`. */
  readonly #given = new Map<Call, { readonly unit: Unit; readonly values: readonly Passed[] }>();

  given(context: Call): readonly Passed[] {
    return this.#given.get(context)?.values ?? [];
  }

  /** Takes in an element that is a provider. Returns its context where something new is known of that by it. */
  provide(
    evaluator: Evaluator,
    scope: Scope,
    { callee, args: [attributes] }: Call,
    holdsTracker: (alternative: Alternative) => boolean,
  ): ContextAt | undefined {
    if (callee.k !== 'member' || callee.name !== 'Provider' || attributes?.value.k !== 'object') return undefined;
    const value = attributes.value.entries.find(({ key }) => key === 'value')?.value;
    const made = value && contextAt(evaluator, callee.object, scope);
    if (!made || this.given(made.call).some(each => each.value === value)) return undefined;
    if (!evaluator.evaluate(value, scope).some(holdsTracker)) return undefined;
    const values = [...this.given(made.call), { file: scope.file, unit: scope.unit, value }];
    this.#given.set(made.call, { unit: made.unit, values });
    return made;
  }

  /** The files with providers of contexts that are made in any of the units. */
  giversTo(units: ReadonlySet<Unit>): readonly Uri[] {
    return [...this.#given.values()].flatMap(({ unit, values }) =>
      units.has(unit) ? values.map(({ file }) => file.uri) : [],
    );
  }

  /** Whether a context is made in any of the units, or given something there. */
  concerns(units: ReadonlySet<Unit>): boolean {
    for (const { unit, values } of this.#given.values())
      if (units.has(unit) || values.some(each => units.has(each.unit))) return true;
    return false;
  }

  /** What is left where units are gone or moved. */
  after(moves: UnitMoves): ReactContexts {
    const next = new ReactContexts();
    for (const [context, { unit, values }] of this.#given) {
      const kept = values.filter(each => !moves.gone.has(each.unit)).map(each => moves.at(each));
      if (!moves.gone.has(unit) && kept.length > 0) next.#given.set(context, { unit: moves.unit(unit), values: kept });
    }
    return next;
  }
}

/** The call that makes a context, and the name that it is kept under. */
interface ContextAt {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly call: Call;
  readonly name: string;
}

/** Follows a name to the `createContext(…)` behind it, in its file or the one that it is imported from. */
function contextAt(evaluator: Evaluator, expr: Expr, scope: Scope): ContextAt | undefined {
  return expr.k === 'name' ? contextNamed(evaluator, expr.name, scope.file, 0) : undefined;
}

function contextNamed(evaluator: Evaluator, name: string, file: CodeFile, depth: number): ContextAt | undefined {
  const { declared, imports, exports, stars } = moduleScope(file);
  const own = declared.get(name);
  const binding = own?.unit.bindings[own.binding];
  if (own && binding && binding.kind !== 'import') {
    const call = binding.init?.k === 'call' ? own.unit.calls[binding.init.call] : undefined;
    return call && callName(call) === 'createContext' ? { file, unit: own.unit, call, name } : undefined;
  }
  if (depth > 8) return undefined;
  const follow = (module: string, imported: string): ContextAt | undefined => {
    const target = evaluator.program.resolveModule(file, module);
    const next = target.kind === 'file' ? evaluator.program.file(target.uri) : undefined;
    return next && contextNamed(evaluator, imported, next, depth + 1);
  };
  const item = imports.get(name)?.import;
  if (item?.name !== undefined) return follow(item.module, item.name);
  const exported = exports.get(name)?.export;
  if (exported && 'local' in exported && exported.local !== name)
    return contextNamed(evaluator, exported.local, file, depth + 1);
  if (exported && 'from' in exported) return follow(exported.from, exported.imported);
  for (const { export: star } of stars) {
    const found = 'from' in star ? follow(star.from, name) : undefined;
    if (found) return found;
  }
  return undefined;
}
