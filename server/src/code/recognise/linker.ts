import type { Call, CodeFile, Expr, Unit } from '../facts.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import type { Passed } from '../evaluate/program.ts';
import type { Alternative, FunctionValue, ParameterValue, Value } from '../evaluate/value.ts';
import type { FunctionSpec } from './configured.ts';
import { holdersOf } from './holders.ts';
import { aliasesOf, callName, callsByName } from './names.ts';
import { emitters, track, type Forward, type Tracked, type Wrappers } from './track.ts';

/** A function whose parameter reaches the event or the payload of a tracking call. */
export interface Wrapper {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly fn: number;
  readonly forwards: readonly Forward[];
  /** Names under which it may be called; none for a function that nothing can call by name. */
  readonly names: ReadonlySet<string>;
  /** Whether the names mean something outside the file. */
  readonly escapes: boolean;
}

/**
 * Finds the wrappers of the workspace: starts at the calls of SDKs, and wherever a parameter of a function reaches the event
 * or the payload, the calls of that function count too, and so on. Files are given as they are read; `words` grows.
 */
export class Linker implements Wrappers {
  /** Names of calls to look at, in all files. */
  readonly words: Set<string>;
  readonly #wrappers = new Map<Unit, Map<number, Wrapper>>();
  readonly #passed = new Map<Unit, PassedAt[]>();
  readonly #localWords = new Map<CodeFile, Set<string>>();
  readonly #specs: (file: CodeFile) => readonly FunctionSpec[];
  readonly #done = new Set<string>();
  #files: readonly CodeFile[] = [];
  #listeners: ReadonlyMap<string, readonly FunctionValue[]> | undefined;
  #changed = false;

  constructor(words: Iterable<string>, specs: (file: CodeFile) => readonly FunctionSpec[]) {
    this.words = new Set(words);
    this.#specs = specs;
  }

  forwardsOf(unit: Unit, fn: number): readonly Forward[] {
    return this.wrapperAt(unit, fn)?.forwards ?? [];
  }

  wrapperAt(unit: Unit, fn: number): Wrapper | undefined {
    return this.#wrappers.get(unit)?.get(fn);
  }

  get wrappers(): readonly Wrapper[] {
    return [...this.#wrappers.values()].flatMap(byFn => [...byFn.values()]);
  }

  specsFor(file: CodeFile): readonly FunctionSpec[] {
    return this.#specs(file);
  }

  passed(unit: Unit, fn: number, param: number, path: readonly string[]): readonly Passed[] {
    const all = this.#passed.get(unit) ?? [];
    return all.filter(
      at =>
        at.fn === fn &&
        at.param === param &&
        at.path.length === path.length &&
        at.path.every((step, index) => step === path[index]),
    );
  }

  /** The names under which calls of a file are looked at. */
  namesIn(file: CodeFile): ReadonlySet<string> {
    const names = new Set(this.words);
    for (const name of this.#localWords.get(file) ?? []) names.add(name);
    for (const spec of this.#specs(file)) {
      const last = spec.callee.at(-1);
      if (last !== undefined) names.add(last);
    }
    for (const alias of aliasesOf(file, names)) names.add(alias);
    return names;
  }

  /** Looks at calls of the files until nothing new is found. New words may ask for more files. */
  explore(evaluator: Evaluator, files: readonly CodeFile[]): void {
    this.#files = files;
    this.#listeners = undefined;
    for (let round = 0; round < 12; round++) {
      this.#changed = false;
      for (const file of files) this.#exploreFile(evaluator, file);
      if (!this.#changed) return;
    }
  }

  #exploreFile(evaluator: Evaluator, file: CodeFile): void {
    const byName = callsByName(file);
    for (const name of this.namesIn(file)) {
      for (const { unit, call, index } of byName.get(name) ?? []) {
        const key = `${file.uri}#${unit.start}#${index}`;
        const scope: Scope = { file, unit, env: evaluator.site };
        const found = track(evaluator, this, call, scope);
        if (found.length > 0 && !this.#done.has(key)) this.#done.add(key);
        for (const message of found) this.#learn(message, { file, unit, call });
      }
    }
    this.#passTrackers(evaluator, file);
  }

  /** A parameter that reaches the event, or the payload of a fixed event, makes its function a wrapper. */
  #learn(message: Tracked, forward: Forward): void {
    const sources = [
      ...parametersIn(message.event),
      ...(parametersIn(message.event).length > 0 ? [] : parametersIn(message.payload)),
    ];
    for (const source of sources) this.#addWrapper(source, forward);
  }

  #addWrapper({ file, unit, fn }: ParameterValue, forward: Forward): void {
    if (forward.unit === unit && isInside(unit, forward.call, fn) === false) return;
    let byFn = this.#wrappers.get(unit);
    if (!byFn) this.#wrappers.set(unit, (byFn = new Map<number, Wrapper>()));
    const old = byFn.get(fn);
    if (old?.forwards.some(known => known.call === forward.call)) return;
    const holders = old ?? holdersOf(file, unit, fn);
    byFn.set(fn, {
      file,
      unit,
      fn,
      forwards: [...(old?.forwards ?? []), forward],
      names: holders.names,
      escapes: holders.escapes,
    });
    for (const name of holders.names) this.#addWord(name, file, holders.escapes);
    if (unit.functions[fn]?.decorators?.some(decorator => listensTo(unit, decorator)))
      for (const name of emitters) this.#addWord(name, file, true);
    this.#changed = true;
  }

  #addWord(name: string, file: CodeFile, everywhere: boolean): void {
    if (everywhere) {
      if (!this.words.has(name)) this.#changed = true;
      this.words.add(name);
      return;
    }
    let local = this.#localWords.get(file);
    if (!local) this.#localWords.set(file, (local = new Set()));
    if (!local.has(name)) this.#changed = true;
    local.add(name);
  }

  /** Trackers that are handed on: `<Row onTrack={track}/>`, `register(track)`. The receiving parameter stands for them. */
  #passTrackers(evaluator: Evaluator, file: CodeFile): void {
    const names = this.namesIn(file);
    for (const unit of file.units) {
      for (const call of unit.calls) {
        for (const { expr, param, path } of handedOn(
          call,
          expr => isNamed(expr, names) || (expr.k === 'function' && this.forwardsOf(unit, expr.fn).length > 0),
        ))
          this.#pass(evaluator, { file, unit, env: evaluator.site }, call, expr, param, path);
      }
    }
  }

  #pass(evaluator: Evaluator, scope: Scope, call: Call, expr: Expr, param: number, path: readonly string[]): void {
    const value = evaluator.evaluate(expr, scope);
    if (!value.some(alternative => this.#isTracker(alternative))) return;
    for (const callee of evaluator.evaluate(call.callee, scope)) {
      if (callee.v !== 'function') continue;
      const target = callee.unit.functions[callee.fn];
      if (!target?.params[param]) continue;
      let all = this.#passed.get(callee.unit);
      if (!all) this.#passed.set(callee.unit, (all = []));
      if (all.some(at => at.value === expr && at.param === param)) continue;
      all.push({ fn: callee.fn, param, path, file: scope.file, unit: scope.unit, value: expr });
      const local = path.at(-1) ?? callee.unit.bindings[target.params[param]?.binding ?? -1]?.name;
      if (local !== undefined) this.#addWord(local, callee.file, false);
      this.#changed = true;
    }
  }

  #isTracker(alternative: Alternative): boolean {
    if (alternative.v === 'sdk') return true;
    return alternative.v === 'function' && this.forwardsOf(alternative.unit, alternative.fn).length > 0;
  }

  listeners(evaluator: Evaluator, name: string): readonly FunctionValue[] {
    this.#listeners ??= readListeners(evaluator, this.#files);
    return this.#listeners.get(name) ?? [];
  }
}

interface PassedAt extends Passed {
  readonly fn: number;
  readonly param: number;
  readonly path: readonly string[];
}

function parametersIn(value: Value | undefined): ParameterValue[] {
  return (value ?? []).flatMap(alternative =>
    alternative.v === 'parameter' ? [alternative] : alternative.v === 'object' ? [...(alternative.spreads ?? [])] : [],
  );
}

/** Whether a call stands in a function or in one nested in it. */
function isInside(unit: Unit, call: Call, fn: number): boolean {
  for (let at = call.fn; at >= 0; at = unit.functions[at]?.parent ?? -1) if (at === fn) return true;
  return false;
}

interface HandedOn {
  readonly expr: Expr;
  readonly param: number;
  readonly path: readonly string[];
}

function handedOn(call: Call, isTracker: (expr: Expr) => boolean): HandedOn[] {
  return call.args.flatMap(({ value }, param): HandedOn[] => {
    if (isTracker(value)) return [{ expr: value, param, path: [] }];
    if (value.k !== 'object') return [];
    return value.entries.flatMap(entry =>
      typeof entry.key === 'string' && isTracker(entry.value) ? [{ expr: entry.value, param, path: [entry.key] }] : [],
    );
  });
}

function isNamed(expr: Expr, names: ReadonlySet<string>): boolean {
  return (expr.k === 'name' || expr.k === 'member') && names.has(expr.name);
}

/** Methods with `@OnEvent(NAME)` or `@EventListener(NAME)`, and functions given to `.on(NAME, listener)`. */
function readListeners(
  evaluator: Evaluator,
  files: readonly CodeFile[],
): ReadonlyMap<string, readonly FunctionValue[]> {
  const found = new Map<string, FunctionValue[]>();
  const add = (names: Value, listener: FunctionValue): void => {
    for (const name of names) {
      if (name.v !== 'scalar' || typeof name.value !== 'string') continue;
      found.set(name.value, [...(found.get(name.value) ?? []), listener]);
    }
  };
  for (const file of files) {
    for (const unit of file.units) {
      const scope: Scope = { file, unit, env: evaluator.module };
      unit.functions.forEach((fn, index) => {
        for (const decorator of fn.decorators ?? []) {
          const name = listensTo(unit, decorator);
          if (name)
            add(evaluator.evaluate(name, scope), { v: 'function', file, unit, fn: index, env: evaluator.module });
        }
      });
    }
  }
  return found;
}

/** The name that a decorator makes its method listen to. */
function listensTo(unit: Unit, decorator: Expr): Expr | undefined {
  const call = decorator.k === 'call' ? unit.calls[decorator.call] : undefined;
  return call && /^(OnEvent|EventListener|On|Subscribe|EventPattern)$/.test(callName(call) ?? '')
    ? call.args[0]?.value
    : undefined;
}
