import type { Uri } from '../../base/text.ts';
import type { Call, CodeFile, Expr, Unit } from '../facts.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import type { Passed } from '../evaluate/program.ts';
import type { Alternative } from '../evaluate/value.ts';
import type { UnitMoves } from './unit-moves.ts';

/** The parameters of functions that are given trackers, or objects that hold them, with what is given. */
export class PassedTrackers {
  readonly #passed = new Map<Unit, PassedAt[]>();

  /** How many arguments are known to hand a tracker on. */
  get size(): number {
    return [...this.#passed.values()].reduce((sum, all) => sum + all.length, 0);
  }

  /** What is given for a parameter, or for the member of it to which `path` leads. */
  passed(unit: Unit, fn: number, param: number, path: readonly string[]): readonly PassedAt[] {
    const all = this.#passed.get(unit) ?? [];
    return all.filter(
      at =>
        at.fn === fn &&
        at.param === param &&
        at.path.length === path.length &&
        at.path.every((step, index) => step === path[index]),
    );
  }

  /**
   * Takes in the trackers among the arguments of a unit's calls. `mayTrack` tells by its text whether an argument can be one,
   * `holdsTracker` by its value. Returns the functions that are given one that was not known before.
   */
  handOn(
    evaluator: Evaluator,
    scope: Scope,
    mayTrack: (expr: Expr) => boolean,
    holdsTracker: (alternative: Alternative) => boolean,
  ): readonly Receiver[] {
    return handedOn(scope.unit).flatMap(({ call, expr, position, keyword, path }) => {
      // What is handed on is mostly near; what is called may be far.
      if (!mayTrack(expr) || !evaluator.evaluate(expr, scope).some(holdsTracker)) return [];
      return functionsOf(evaluator, call, scope).flatMap(({ file, unit, fn }): Receiver[] => {
        const params = unit.functions[fn]?.params ?? [];
        const param = keyword === undefined ? position : params.findIndex(({ name }) => name === keyword);
        if (!params[param]) return [];
        let all = this.#passed.get(unit);
        if (!all) this.#passed.set(unit, (all = []));
        if (all.some(at => at.value === expr && at.param === param)) return [];
        all.push({ fn, param, path, to: file.uri, file: scope.file, unit: scope.unit, value: expr });
        const { binding } = params[param];
        const local = path.at(-1) ?? unit.bindings[binding]?.name;
        return [{ file, local, isConstructed: call.form === 'new' || unit.classes.some(({ ctor }) => ctor === fn) }];
      });
    });
  }

  /** The files that hand a tracker on to any of the units. */
  handersTo(units: ReadonlySet<Unit>): readonly Uri[] {
    return [...units].flatMap(unit => (this.#passed.get(unit) ?? []).map(({ file }) => file.uri));
  }

  /** Whether any of the units hands a tracker on, or is given one. */
  concerns(units: ReadonlySet<Unit>): boolean {
    for (const [unit, all] of this.#passed) if (units.has(unit) || all.some(at => units.has(at.unit))) return true;
    return false;
  }

  /** What is left where units are gone or moved. */
  after(moves: UnitMoves): PassedTrackers {
    const next = new PassedTrackers();
    for (const [unit, all] of this.#passed) {
      const kept = all.filter(at => !moves.gone.has(at.unit)).map(at => moves.at(at));
      if (!moves.gone.has(unit) && kept.length > 0) next.#passed.set(moves.unit(unit), kept);
    }
    return next;
  }
}

/** A function that is given a tracker, and what it calls it. */
export interface Receiver {
  readonly file: CodeFile;
  readonly local: string | undefined;
  /** Whether it is a constructor. */
  readonly isConstructed: boolean;
}

/** A tracker that is given for a parameter, or for the member of it to which `path` leads. */
export interface PassedAt extends Passed {
  /** The file of the function that is given it. */
  readonly to: Uri;
  readonly fn: number;
  readonly param: number;
  readonly path: readonly string[];
}

interface FunctionAt {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly fn: number;
}

/** The functions that a call runs; `new Service(…)` runs the constructor. */
function functionsOf(evaluator: Evaluator, call: Call, scope: Scope): readonly FunctionAt[] {
  const { callee: called } = call;
  const isNew = scope.file.language === 'ruby' && called.k === 'member' && called.name === 'new';
  return evaluator.evaluate(isNew ? called.object : called, scope).flatMap((callee): FunctionAt[] => {
    if (callee.v === 'function') return [callee];
    if (callee.v !== 'class' || callee.cls.ctor === undefined) return [];
    return [{ file: callee.file, unit: callee.unit, fn: callee.cls.ctor }];
  });
}

/** An argument, or a member of one, that can be a tracker: a name, a function, or the object itself. */
interface HandedOn {
  readonly call: Call;
  readonly expr: Expr;
  readonly position: number;
  readonly keyword: string | undefined;
  readonly path: readonly string[];
}

/** By the unit's calls, which it keeps when it is moved. */
const byUnit = new WeakMap<Unit['calls'], readonly HandedOn[]>();

function handedOn({ calls }: Unit): readonly HandedOn[] {
  let found = byUnit.get(calls);
  if (!found) byUnit.set(calls, (found = calls.flatMap(handedOnBy)));
  return found;
}

function handedOnBy(call: Call): HandedOn[] {
  return call.args.flatMap(({ value, name: keyword }, position): HandedOn[] => {
    if (isHandy(value)) return [{ call, expr: value, position, keyword, path: [] }];
    if (value.k !== 'object') return [];
    return value.entries.flatMap(({ key, value: expr }) =>
      typeof key === 'string' && isHandy(expr) ? [{ call, expr, position, keyword, path: [key] }] : [],
    );
  });
}

function isHandy({ k }: Expr): boolean {
  return k === 'name' || k === 'member' || k === 'function' || k === 'this';
}
