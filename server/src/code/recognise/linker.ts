import type { Uri } from '../../base/text.ts';
import type { Call, CodeFile, Expr, Unit } from '../facts.ts';
import { calleeValue } from '../evaluate/callee.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { implementations } from '../evaluate/implementations.ts';
import type { Passed } from '../evaluate/program.ts';
import type { Alternative, Field, FunctionValue, ParameterValue } from '../evaluate/value.ts';
import { KnownNames, WantedNames, Words, type NameTest } from './known-names.ts';
import { moduleScope } from '../evaluate/module-scope.ts';
import { ReactContexts } from './react-contexts.ts';
import { hookOf, type FunctionSpec } from './configured.ts';
import { holdersOf, moduleName } from './holders.ts';
import { isDynamic, isJavaScript } from '../language-families.ts';
import { listensTo, readListeners } from './listeners.ts';
import { readsLocals } from './locals.ts';
import { PassedTrackers, type PassedAt } from './passed-trackers.ts';
import { isInside, senderOf } from './sender.ts';
import { sourcesOf } from './sources.ts';
import { aliasesOf } from './aliases.ts';
import { isNamed, uses } from './mentions.ts';
import { soundsLikeTracker } from './everyday.ts';
import { eventMethodAround, isFixedEvent } from './event-methods.ts';
import { callsByName } from './names.ts';
import { emitters, hook, track, type Forward, type Tracked, type Wrappers } from './track.ts';
import { mayBeTrackingObject, tracksItself } from './tracking-objects.ts';
import type { UnitMoves } from './unit-moves.ts';
import { movedWrapper, type Wrapper } from './wrapper.ts';

/**
 * Finds the wrappers of the workspace: starts at the calls of SDKs, and wherever a parameter of a function reaches the event
 * or the payload, the calls of that function count too, and so on. `words` grows with what is found.
 */
export class Linker implements Wrappers {
  readonly #words: Words;
  /** Those of the words that wrappers have, whether an SDK's function has the name too or not. */
  readonly wrapperNames = new Set<string>();
  /** Names of modules that export a tracker by default. */
  readonly defaultModules = new Set<string>();
  readonly #contexts: ReactContexts;
  readonly #wrappers = new Map<Unit, Map<number, Wrapper>>();
  readonly #passed: PassedTrackers;
  readonly #localWords = new Map<Uri, Set<string>>();
  readonly #specs: (file: CodeFile) => readonly FunctionSpec[];
  readonly #names = new Map<CodeFile, KnownNames>();
  readonly #forwards = new WeakSet<Call>();
  /** Names of what tracking calls are made on (`analytics` of `analytics.track(…)`): it may be handed on as a whole. */
  readonly #receivers = new Set<string>();
  #files: readonly CodeFile[] = [];
  readonly #users = new Map<string, readonly CodeFile[]>();
  #queue = new Map<CodeFile, WantedNames>();
  #listeners: ReadonlyMap<string, readonly FunctionValue[]> | undefined;
  /** Names of properties that a client was told to add to everything, by SDK. */
  readonly #registered = new Map<string, Set<string>>();

  constructor(
    words: Iterable<string>,
    specs: (file: CodeFile) => readonly FunctionSpec[],
    contexts: ReactContexts = new ReactContexts(),
    passed: PassedTrackers = new PassedTrackers(),
  ) {
    this.#words = new Words(words);
    this.#specs = specs;
    this.#contexts = contexts;
    this.#passed = passed;
  }

  /** A linker that knows what this one knows, but for what rests on units that are gone. */
  after(moves: UnitMoves, specs: (file: CodeFile) => readonly FunctionSpec[]): Linker {
    const next = new Linker(this.#words.all, specs, this.#contexts.after(moves), this.#passed.after(moves));
    for (const name of this.wrapperNames) next.wrapperNames.add(name);
    for (const name of this.defaultModules) next.defaultModules.add(name);
    for (const name of this.#receivers) next.#receivers.add(name);
    for (const [unit, byFn] of this.#wrappers) {
      if (moves.gone.has(unit)) continue;
      const kept = [...byFn].flatMap(([fn, wrapper]): [number, Wrapper][] => {
        const moved = movedWrapper(wrapper, moves);
        return moved ? [[fn, moved]] : [];
      });
      if (kept.length > 0) next.#wrappers.set(moves.unit(unit), new Map(kept));
      for (const [, { names, forwards }] of kept)
        if (names.size > 0) for (const { call } of forwards) next.#forwards.add(call);
    }
    for (const [sdk, names] of this.#registered) next.#registered.set(sdk, new Set(names));
    for (const [uri, words] of this.#localWords) next.#localWords.set(uri, new Set(words));
    return next;
  }

  /** Whether what is known of calls elsewhere rests on what the units hand on or are given. */
  concerns(units: ReadonlySet<Unit>): boolean {
    return this.#passed.concerns(units) || this.#contexts.concerns(units);
  }

  forwardsOf(unit: Unit, fn: number): readonly Forward[] {
    return this.wrapperAt(unit, fn)?.forwards ?? [];
  }

  wrapperAt(unit: Unit, fn: number): Wrapper | undefined {
    return this.#wrappers.get(unit)?.get(fn);
  }

  /** The wrappers of units, as one text that changes with them. */
  wrappersIn(units: readonly Unit[]): string {
    const found: string[] = [];
    for (const unit of units)
      for (const { names, flows } of this.#wrappers.get(unit)?.values() ?? []) found.push([...names, ...flows].join());
    return found.sort().join(';');
  }

  /** Changes when what is handed on, or the words that count, change: then every file's calls may be others. */
  fingerprint(): string {
    const registered = [...this.#registered.values()].reduce((sum, names) => sum + names.size, 0);
    return `${this.#words.all.size} ${this.#passed.size} ${registered}`;
  }

  specsFor(file: CodeFile): readonly FunctionSpec[] {
    return this.#specs(file);
  }

  /** The trackers that callers give a function for a parameter. */
  passed(unit: Unit, fn: number, param: number, path: readonly string[]): readonly PassedAt[] {
    return this.#passed.passed(unit, fn, param, path);
  }

  /** The files that hand a tracker on to any of the units, or to a context that is made there. */
  handersTo(units: ReadonlySet<Unit>): readonly Uri[] {
    return [...this.#passed.handersTo(units), ...this.#contexts.giversTo(units)];
  }

  /** Names of calls to look at, in all files. */
  get words(): ReadonlySet<string> {
    return this.#words.all;
  }

  /** The names under which calls of a file are looked at. */
  namesIn(file: CodeFile): KnownNames {
    let names = this.#names.get(file);
    if (!names) this.#names.set(file, (names = this.#readNames(file)));
    return names;
  }

  #readNames(file: CodeFile): KnownNames {
    const known = new KnownNames(this.#words);
    for (const name of this.#localWords.get(file.uri) ?? []) known.addOwn(name);
    for (const spec of this.#specs(file)) {
      const last = hookOf(spec.callee) ?? spec.callee.at(-1);
      if (last !== undefined) known.addOwn(last);
    }
    for (const local of this.#defaultsIn(file)) known.addOwn(local);
    for (const alias of aliasesOf(file, known)) known.addOwn(alias);
    return known;
  }

  /**
   * Looks at the calls of `fresh`, and at those of the other `files` that what is found there concerns. Of files among `units`
   * those units alone are looked at, unless something new comes up. Others may run after each step.
   */
  *explore(
    evaluator: Evaluator,
    files: readonly CodeFile[],
    fresh: readonly CodeFile[] = files,
    units: ReadonlyMap<CodeFile, ReadonlySet<Unit>> = new Map(),
  ): Generator<undefined, void> {
    const parts = new Map(units);
    this.#files = files;
    this.#users.clear();
    this.#listeners = undefined;
    // What all of them are asked for is found file by file, and not when the first one asks.
    for (const file of fresh) {
      uses(file, '');
      this.#wantedIn(file).addAll(this.namesIn(file));
      yield;
    }
    for (let work = 0; this.#queue.size > 0 && work < 40; work++) {
      const queue = this.#queue;
      this.#queue = new Map();
      for (const [file, names] of queue) {
        yield* this.#exploreFile(evaluator, file, names, parts.get(file));
        parts.delete(file);
        yield;
      }
    }
  }

  *#exploreFile(
    evaluator: Evaluator,
    file: CodeFile,
    names: NameTest,
    among: ReadonlySet<Unit> = new Set(file.units),
  ): Generator<undefined, void> {
    const byName = callsByName(file);
    const before = this.#names.get(file);
    this.#names.delete(file);
    const known = this.namesIn(file);
    for (const name of known.among(byName.names())) {
      if (before?.has(name) && !names.has(name)) continue;
      for (const { unit, call } of byName.get(name)) {
        if (!among.has(unit)) continue;
        yield;
        const scope: Scope = { file, unit, env: evaluator.site };
        const isFixed = eventMethodAround(file, unit, call) !== undefined;
        if (!isJavaScript(file.language) && !isFixed && !name.startsWith('register') && !readsLocals(unit, call)) {
          // What they read has to be loaded all the same, unless the call is of something else.
          const callees = calleeValue(evaluator, call, scope);
          if (callees.some(callee => this.#mayTrack(evaluator, callee, call)))
            for (const { value } of call.args) evaluator.evaluate(value, scope);
          if (callees.some(callee => this.#isTracker(callee))) this.#addReceiver(call, file);
          continue;
        }
        const found = track(evaluator, this, call, scope);
        for (const message of found) {
          if (message.kind === 'register') this.#register(message);
          else this.#learn(message, { file, unit, call });
        }
        if (found.length > 0) this.#addReceiver(call, file);
      }
    }
    yield* this.#passTrackers(evaluator, file, known, among);
    this.#exportAliases(evaluator, file, known, among);
  }

  /** Exported names for what is known under others: `export const send = analytics.track`, hooks that give a tracker. */
  #exportAliases(evaluator: Evaluator, file: CodeFile, known: NameTest, among: ReadonlySet<Unit>): void {
    for (const [name, { unit, export: item }] of moduleScope(file).exports) {
      if (!among.has(unit)) continue;
      const binding = 'binding' in item ? unit.bindings[item.binding] : undefined;
      if (!binding || this.wrapperNames.has(name) || !known.has(binding.name)) continue;
      const value = evaluator.declared(file, unit, binding);
      const given = value.flatMap(alternative =>
        alternative.v === 'function'
          ? [alternative, ...evaluator.apply(alternative, undefined, { file, unit, env: evaluator.module })]
          : [alternative],
      );
      if (!given.some(alternative => this.#isTracker(alternative))) continue;
      if (name === 'default') this.#addDefault(file);
      else this.#addWord(name, file, true);
    }
  }

  /** Whether a call only passes on what a function that can be called by name is given. */
  isForward(call: Call): boolean {
    return this.#forwards.has(call);
  }

  /** Properties that were registered with an SDK, which adds them to every event. */
  registeredFor(sdk: string): Iterable<string> {
    return this.#registered.get(sdk) ?? [];
  }

  #register(message: Tracked): void {
    let names = this.#registered.get(message.sdk);
    if (!names) this.#registered.set(message.sdk, (names = new Set()));
    for (const alternative of message.payload ?? [])
      if (alternative.v === 'object') for (const name of alternative.fields.keys()) names.add(name);
  }

  /** A parameter that reaches the event, or the payload of a fixed event, makes its function a wrapper. */
  #learn(message: Tracked, forward: Forward): void {
    const { inEvent, sources, whole } = sourcesOf(message);
    for (const source of sources) {
      // `name => () => track(name)` makes a handler: the event is known where that is made. With parameters of the inner
      // function in what is sent (`name => props => track(name, props)`), it is the inner call that sends.
      const isHandler = [...inEvent, ...whole].every(({ unit, fn }) => unit === source.unit && fn === source.fn);
      this.#addWrapper(source, forward, { isFixed: inEvent.length === 0, isHandler });
    }
    const { file, unit, call } = forward;
    const method = sources.length === 0 && isFixedEvent(message) ? eventMethodAround(file, unit, call) : undefined;
    if (method !== undefined) this.#addForward(file, unit, method, 'itself', { ...forward, isFixed: true });
  }

  #addWrapper(
    { file, unit, fn: owner, param, path }: ParameterValue,
    forward: Forward,
    { isFixed, isHandler }: { readonly isFixed: boolean; readonly isHandler: boolean },
  ): void {
    // A parameter that reaches the call through a field or a getter is not what a call of its function sends.
    if (forward.unit !== unit || !isInside(unit, forward.call, owner)) return;
    const fn = isHandler && !isFixed ? owner : senderOf(unit, forward.call, owner);
    // A callback that sends one event is where that event is sent, whoever calls it.
    if (isFixed && (this.wrapperAt(unit, fn) ?? holdersOf(file, unit, fn)).names.size === 0) return;
    this.#addForward(file, unit, fn, [owner, param, ...path].join('.'), forward);
  }

  #addForward(file: CodeFile, unit: Unit, fn: number, flow: string, forward: Forward): void {
    let byFn = this.#wrappers.get(unit);
    if (!byFn) this.#wrappers.set(unit, (byFn = new Map<number, Wrapper>()));
    const old = byFn.get(fn);
    if (old?.forwards.some(known => known.call === forward.call)) return;
    const { names, escapes, isDefault } = old ?? holdersOf(file, unit, fn);
    const isNew = !old?.flows.includes(flow);
    const flows = isNew ? [...(old?.flows ?? []), flow] : (old?.flows ?? []);
    const forwards = [...(old?.forwards ?? []), forward];
    const wrapper: Wrapper = { file, unit, fn, forwards, flows, names, escapes, isDefault };
    byFn.set(fn, wrapper);
    if (names.size > 0) this.#forwards.add(forward.call);
    // Callers have been looked at with what they pass in mind: a further forward of it tells nothing new of them.
    if (isNew) this.#announce(wrapper);
  }

  /** Has the calls of a wrapper looked at, by all the names that it has. */
  #announce({ file, unit, fn, names, escapes, isDefault }: Wrapper): void {
    for (const name of names) this.#addWord(name, file, escapes);
    if (isDefault) this.#addDefault(file);
    if (unit.functions[fn]?.decorators?.some(decorator => listensTo(unit, decorator)))
      for (const name of emitters) this.#addWord(name, file, true);
    if (file.language === 'php' && this.#files.some(each => uses(each, 'add_action'))) this.#addWord(hook, file, true);
  }

  /** What a file exports by default is called by whatever name an import gives it. */
  #addDefault(file: CodeFile): void {
    const name = moduleName(file.uri);
    if (this.defaultModules.has(name)) return;
    this.defaultModules.add(name);
    for (const user of this.#files) for (const local of this.#defaultsIn(user)) this.#wantedIn(user).add(local);
  }

  /** Names that a file gives to default exports that may be trackers. */
  #defaultsIn(file: CodeFile): string[] {
    if (this.defaultModules.size === 0) return [];
    return file.units.flatMap(({ imports }) =>
      imports.flatMap(({ name, local, module }) =>
        name === 'default' && local !== undefined && this.defaultModules.has(moduleName(module)) ? [local] : [],
      ),
    );
  }

  /** Calls of a word count from now on, or mean something new: files that use it are looked at again. */
  #addWord(word: string, file: CodeFile, everywhere: boolean): void {
    if (everywhere) {
      this.#words.add(word);
      this.wrapperNames.add(word);
    } else {
      let local = this.#localWords.get(file.uri);
      if (!local) this.#localWords.set(file.uri, (local = new Set()));
      local.add(word);
    }
    for (const user of everywhere ? this.#usersOf(word) : [file].filter(each => uses(each, word)))
      this.#wantedIn(user).add(word);
  }

  /** The names under which the calls of a file are still to be looked at. */
  #wantedIn(file: CodeFile): WantedNames {
    let names = this.#queue.get(file);
    if (!names) this.#queue.set(file, (names = new WantedNames()));
    return names;
  }

  /** What a tracking call is made on is a tracker wherever it is handed on by that name. */
  #addReceiver({ callee }: Call, { language }: CodeFile): void {
    if (callee.k !== 'member' || !isDynamic(language)) return;
    const { object } = callee;
    if ((object.k !== 'name' && object.k !== 'member') || this.#receivers.has(object.name)) return;
    if (!soundsLikeTracker.test(object.name)) return;
    this.#receivers.add(object.name);
    for (const user of this.#usersOf(object.name)) this.#wantedIn(user);
  }

  /** The files that use a word. */
  #usersOf(word: string): readonly CodeFile[] {
    let users = this.#users.get(word);
    if (!users) this.#users.set(word, (users = this.#files.filter(file => uses(file, word))));
    return users;
  }

  /** Has the calls of functions looked at that are given a tracker: `<Row onTrack={track}/>`, `register(analytics)`. */
  *#passTrackers(
    evaluator: Evaluator,
    file: CodeFile,
    names: NameTest,
    among: ReadonlySet<Unit>,
  ): Generator<undefined, void> {
    for (const unit of among) {
      yield;
      const scope: Scope = { file, unit, env: evaluator.site };
      const isTracker = (expr: Expr): boolean =>
        isNamed(expr, names) ||
        isNamed(expr, this.#receivers) ||
        (expr.k === 'function'
          ? this.forwardsOf(unit, expr.fn).length > 0
          : mayBeTrackingObject(expr, scope, this, names));
      for (const call of unit.calls) if (call.form === 'element') this.#provide(evaluator, scope, call);
      const receivers = this.#passed.handOn(evaluator, scope, isTracker, value =>
        this.#isOrHolds(evaluator, value, names),
      );
      // What is known of the fields that constructors fill is known better now.
      if (receivers.some(({ isConstructed }) => isConstructed)) evaluator.forget();
      for (const { file: receiver, local } of receivers) {
        yield;
        if (local !== undefined) this.#addWord(local, receiver, false);
        // What it is given may be called by any of the words.
        this.#wantedIn(receiver).addAll(this.namesIn(receiver));
      }
    }
  }

  /** `<TrackContext.Provider value={track}>`: readers of the context are given the tracker, or the object that holds it. */
  #provide(evaluator: Evaluator, scope: Scope, call: Call): void {
    const made = this.#contexts.provide(evaluator, scope, call, value => this.#holdsTracker(value));
    if (!made) return;
    // What was read from the context before is known better now.
    evaluator.forget();
    this.#addWord(made.name, made.file, true);
  }

  /** What providers give the context that a call makes. */
  provided(context: Call): readonly Passed[] {
    return this.#contexts.given(context);
  }

  #isTracker(alternative: Alternative): boolean {
    if (alternative.v === 'sdk') return true;
    return alternative.v === 'function' && this.forwardsOf(alternative.unit, alternative.fn).length > 0;
  }

  /** Whether something is a tracker, or an object with one among its members. */
  #holdsTracker(alternative: Alternative): boolean {
    return this.#isTracker(alternative) || (alternative.v === 'object' && this.#isAmong(alternative.fields.values()));
  }

  /** The same for what is handed on by a name that often is no tracker's: only members of a known name are looked at. */
  #isOrHolds(evaluator: Evaluator, alternative: Alternative, names: NameTest): boolean {
    switch (alternative.v) {
      case 'instance':
        return tracksItself(evaluator, alternative, this, names, each => this.#isTracker(each));
      case 'parameter':
        return this.passed(alternative.unit, alternative.fn, alternative.param, alternative.path).length > 0;
      case 'object':
        return this.#isAmong([...alternative.fields].flatMap(([name, field]) => (names.has(name) ? [field] : [])));
      default:
        return this.#isTracker(alternative);
    }
  }

  #isAmong(fields: Iterable<Field>): boolean {
    return [...fields].some(field => field.value().some(each => this.#isTracker(each)));
  }

  /** A function that is no wrapper so far is looked at again once it is: its callers' arguments can wait until then. */
  #mayTrack(evaluator: Evaluator, callee: Alternative, call: Call): boolean {
    if (callee.v !== 'function') return true;
    return [callee, ...implementations(evaluator, callee, call)].some(each => this.#isTracker(each));
  }

  listeners(evaluator: Evaluator, name: string): readonly FunctionValue[] {
    this.#listeners ??= readListeners(evaluator, this.#files);
    return this.#listeners.get(name) ?? [];
  }
}
