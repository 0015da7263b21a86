import { atOnce } from '../base/slices.ts';
import { comparePositions, type Uri } from '../base/text.ts';
import type { CodeFile, Unit } from '../code/facts.ts';
import { FactsEvaluator } from '../code/evaluate/facts-evaluator.ts';
import type {
  Declared,
  GlobalWrite,
  NamedType,
  Program,
  RelatedClass,
  ResolvedModule,
} from '../code/evaluate/program.ts';
import type { FunctionSpec } from '../code/recognise/configured.ts';
import { everyday } from '../code/recognise/everyday.ts';
import { Linker } from '../code/recognise/linker.ts';
import { trackCalls, type CallsByUnit } from '../code/recognise/track-calls.ts';
import { lostWords, unitChanges, unmovedUnits, type UnitChanges } from '../code/recognise/unit-changes.ts';
import { UnitMoves } from '../code/recognise/unit-moves.ts';
import { sdks } from '../code/sdks/index.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { Configs } from './configs.ts';
import { functionSpec } from './function-specs.ts';
import { goFolder, GoPackages } from './go-packages.ts';
import {
  changesFunctions,
  changesGlobals,
  givesBehaviour,
  isNamed,
  named,
  namesChanged,
  shapeOf,
} from './link-changes.ts';
import { ModuleResolver } from './modules.ts';
import { SdkIndex } from './sdk-index.ts';
import { dartImports, Symbols } from './symbols.ts';
import { placeOf, type WantedNames } from './text-scan.ts';
import { isJavaScript } from '../code/language-families.ts';

export interface LinkInput {
  readonly code: Map<Uri, CodeFile>;
  readonly candidates: readonly Uri[];
  readonly files: ReadonlySet<Uri>;
  readonly manifests: ReadonlyMap<Uri, string>;
  readonly folders: readonly Uri[];
  readonly configs: Configs;
}

/** The link of a moment ago, and the code files whose facts have changed since. */
export interface PreviousLink {
  readonly linked: Linked;
  readonly changed: ReadonlySet<Uri>;
}

/** A file whose facts changed. */
interface FileChange {
  readonly before: CodeFile;
  readonly now: CodeFile;
  readonly units: UnitChanges;
}

interface FileCalls {
  readonly all: readonly TrackCall[];
  readonly byUnit: CallsByUnit;
}

/** What files declare for each other, and of how many files that was read. */
interface SymbolsRead {
  readonly all: Symbols;
  readonly files: number;
}

const index = new SdkIndex(sdks);
const wordsOfSdks: ReadonlySet<string> = index.words();

/** The code files of one moment with what follows from all of them together: wrappers, and each file's calls. */
export class Linked {
  /** Files that the evaluation asked for and that are not read. */
  readonly wanted = new Set<Uri>();
  readonly #wantedNames = new Map<Uri, Set<string>>();
  #goPackages: GoPackages | undefined;
  #linker: Linker;
  #evaluator: FactsEvaluator;
  readonly #input: LinkInput;
  readonly #calls = new Map<Uri, FileCalls>();
  /** Calls of units that are as they were, in files that changed. */
  readonly #kept = new Map<Uri, CallsByUnit>();
  readonly #specs: Map<Uri, readonly FunctionSpec[]>;
  /** Which files a file's values were read from, directly, and which names it asked for. What is stale costs no more than a second look. */
  readonly #edges: Map<Uri, Set<Uri>>;
  /** The same the other way. */
  readonly #users: Map<Uri, Set<Uri>>;
  readonly #modules: ModuleResolver;
  readonly #program: Program;
  #symbols: SymbolsRead | undefined;
  #newWords: ReadonlySet<string> | undefined;
  #bridging: readonly CodeFile[] | undefined;
  /** The files whose paths have certain ends. */
  readonly #lookedFor = new Map<string, readonly Uri[]>();

  readonly #specsOf = (file: CodeFile): readonly FunctionSpec[] => {
    let specs = this.#specs.get(file.uri);
    if (!specs) this.#specs.set(file.uri, (specs = this.#input.configs.functionsFor(file.uri).map(functionSpec)));
    return specs;
  };

  /** `before` gives what stays true whatever has changed in files. */
  private constructor(input: LinkInput, readAtOnce: (uri: Uri) => CodeFile | undefined, before?: Linked) {
    this.#input = input;
    this.#specs = before ? before.#specs : new Map<Uri, readonly FunctionSpec[]>();
    this.#edges = before ? before.#edges : new Map<Uri, Set<Uri>>();
    this.#users = before ? before.#users : new Map<Uri, Set<Uri>>();
    this.#modules = before ? before.#modules : new ModuleResolver(input.files, input.manifests, input.folders);
    this.#program = {
      file: uri => this.#file(uri, readAtOnce),
      resolveModule: (from, specifier) => this.#resolve(from, specifier),
      sdkOfModule: (file, specifier) => index.ofModule(file.language, specifier),
      sdkOfGlobal: (file, name) => index.ofGlobal(file.language, name),
      sdkOfName: (file, name) => index.ofName(file, name, this.#bridges()),
      sdkOfReceiver: (file, name) => index.ofReceiver(file, name),
      related: (from, name) => this.#relatedTo(from, name),
      types: (from, module, name) => this.#typesFor(from, module, name),
      symbols: (from, name) => this.#symbolsFor(from, undefined, name, symbols => symbols.named(from, name)),
      symbolsIn: (from, module, name) =>
        this.#symbolsFor(from, module, name, symbols => symbols.within(from, module, name)),
      nested: (from, holder, name) => this.#nestedIn(from, holder, name),
      globalWrites: (from, name) => this.#globalWritesOf(from, name),
      provided: (from, context) => {
        const provided = this.#linker.provided(context);
        for (const { file } of provided) this.#depend(from.uri, file.uri);
        return provided;
      },
      passed: (unit, fn, param, path) => {
        const passed = this.#linker.passed(unit, fn, param, path);
        for (const { to, file } of passed) this.#depend(to, file.uri);
        return passed;
      },
      want: (from, name) => {
        this.#want(from, undefined, name);
      },
      touch: () => undefined,
    };
    this.#evaluator = new FactsEvaluator(this.#program);
    this.#linker = new Linker(wordsOfSdks, this.#specsOf);
  }

  /** Links files at once. What does not rest on those that changed `since` is taken over. */
  static of(...parts: Parameters<typeof Linked.steps>): Linked {
    return atOnce(Linked.steps(...parts));
  }

  /** The same in steps between which others may run. */
  static *steps(
    input: LinkInput,
    readAtOnce: (uri: Uri) => CodeFile | undefined,
    since?: PreviousLink,
  ): Generator<undefined, Linked> {
    const previous = since && !changesGlobals(since.linked.#input.code, input.code, since.changed) ? since : undefined;
    const linked = new Linked(input, readAtOnce, previous?.linked);
    const files = input.candidates.map(uri => input.code.get(uri)).filter(file => file !== undefined);
    if (previous) yield* linked.#linkAgain(previous, files);
    else yield* linked.#linker.explore(linked.#evaluator, files);
    return linked;
  }

  /**
   * Takes over what does not rest on the files that changed. A method of its own: nothing that lives as long as this link may
   * hold the one before it, which holds the one before that.
   */
  *#linkAgain(previous: PreviousLink, files: readonly CodeFile[]): Generator<undefined, void> {
    const { changed, linked } = previous;
    const specs = this.#specsOf;
    this.#symbols = linked.#symbolsAfter(changed, this.#input.code);
    // Nobody has brought them in yet, and not everything that asked for them is looked at anew.
    for (const uri of linked.wanted) if (!this.#input.code.has(uri)) this.wanted.add(uri);
    const stale = this.#dependents(
      new Set([...changed, ...namesChanged(linked.#input.code, this.#input.code, changed)]),
    );
    const isNew = [...changed].some(uri => !linked.#input.code.has(uri));
    const changes = isNew ? [] : this.#changesOf(previous, stale);
    const moves = new UnitMoves(
      isNew ? linked.#unitsOf(stale) : new Set(changes.flatMap(({ units }) => [...units.gone])),
    );
    for (const { now, units } of changes) moves.add(now, units.kept);
    for (const { now, units } of changes) for (const word of lostWords(now, units)) this.#forget(now.uri, named(word));
    this.#linker = linked.#linker.after(moves, specs);
    const fresh = (uris: ReadonlySet<Uri>): CodeFile[] => files.filter(file => uris.has(file.uri));
    // What is given to functions that changed is given to what they are now.
    const handers = linked.#linker.handersTo(moves.gone);
    const parts = changes
      .filter(({ now }) => !handers.includes(now.uri))
      .map(({ now, units }) => [now, units.fresh] as const);
    yield* this.#linker.explore(
      this.#evaluator,
      files,
      fresh(isNew ? stale : new Set([...changed, ...handers])),
      new Map(parts),
    );
    const isReshaped = !isNew && this.#isReshaped(linked, changes);
    if (isReshaped) {
      this.#linker = linked.#linker.after(new UnitMoves(linked.#unitsOf(stale)), specs);
      this.#evaluator = new FactsEvaluator(this.#program);
      yield* this.#linker.explore(this.#evaluator, files, fresh(stale));
    }
    if (this.#linker.fingerprint() !== linked.#linker.fingerprint()) return;
    for (const [uri, calls] of linked.#calls) if (!stale.has(uri)) this.#calls.set(uri, calls);
    if (!isReshaped) for (const change of changes) this.#keepCalls(linked, change);
  }

  /** Takes over the calls of units that neither changed nor rest on what did, nor moved. */
  #keepCalls(linked: Linked, { before, now, units }: FileChange): void {
    const known = linked.#calls.get(now.uri)?.byUnit;
    if (!known || this.#linker.concerns(units.fresh)) return;
    const kept = new Map<Unit, readonly TrackCall[]>();
    for (const [old, unit] of unmovedUnits(before, now, units)) kept.set(unit, known.get(old) ?? []);
    this.#kept.set(now.uri, kept);
  }

  #changesOf({ linked, changed }: PreviousLink, stale: ReadonlySet<Uri>): readonly FileChange[] {
    return [...changed].flatMap(uri => {
      const before = linked.#input.code.get(uri);
      const now = this.#input.code.get(uri);
      if (!before || !now) return [];
      // Nobody has looked at the calls of a file that was only read from so far.
      const isUnseen = !linked.#input.candidates.includes(uri);
      const isWhole = (edited: ReadonlySet<Unit>): boolean =>
        isUnseen ||
        (!isJavaScript(now.language) && !changesFunctions(before, now, edited)) ||
        linked.#linker.concerns(edited) ||
        this.#leadsBack(uri, stale);
      return [{ before, now, units: unitChanges(before, now, isWhole) }];
    });
  }

  /** Whether a file reads anything from a file that rests on it. */
  #leadsBack(uri: Uri, stale: ReadonlySet<Uri>): boolean {
    if (stale.size === 1) return false;
    return [...reachable([uri], from => this.#edges.get(from))].some(other => other !== uri && stale.has(other));
  }

  /** The declarations for other files, where those that changed have none and no file was added. */
  #symbolsAfter(changed: ReadonlySet<Uri>, now: ReadonlyMap<Uri, CodeFile>): SymbolsRead | undefined {
    if (this.#symbols?.files !== now.size) return undefined;
    const changes = [...changed].map(uri => ({ before: this.#input.code.get(uri), now: now.get(uri) }));
    const all = this.#symbols.all.after(changes);
    return all && { all, files: now.size };
  }

  #declared(): Symbols {
    const { code } = this.#input;
    this.#symbols ??= { all: new Symbols(code.values()), files: code.size };
    return this.#symbols.all;
  }

  #unitsOf(uris: ReadonlySet<Uri>): ReadonlySet<Unit> {
    return new Set([...uris].flatMap(uri => this.#input.code.get(uri)?.units ?? []));
  }

  /** Whether a change touches what other files see: names that come and go, and functions that become wrappers. */
  #isReshaped(linked: Linked, changes: readonly FileChange[]): boolean {
    return changes.some(({ before, now, units: { edited } }) => {
      return (
        shapeOf(edited.before) !== shapeOf(edited.now) ||
        linked.#linker.wrappersIn(before.units) !== this.#linker.wrappersIn(now.units) ||
        edited.before.some(givesBehaviour) ||
        edited.now.some(givesBehaviour)
      );
    });
  }

  #dependents(changed: ReadonlySet<Uri>): ReadonlySet<Uri> {
    return reachable(changed, uri => this.#users.get(uri));
  }

  #resolve(from: CodeFile, specifier: string): ResolvedModule {
    const target = this.#modules.resolve(from.uri, specifier);
    if (target.kind === 'file') this.#depend(from.uri, target.uri);
    return target;
  }

  #depend(from: Uri, to: Uri): void {
    connect(this.#edges, from, to);
    connect(this.#users, to, from);
  }

  /** A file no longer asks for a name: half-typed ones would pile up. */
  #forget(from: Uri, name: Uri): void {
    if (!this.#edges.get(from)?.delete(name)) return;
    const users = this.#users.get(name);
    users?.delete(from);
    if (users?.size === 0) this.#users.delete(name);
  }

  /** Names of calls beyond those that an SDK's own calls are found by. The same set until something is linked anew. */
  newWords(): ReadonlySet<string> {
    return (this.#newWords ??= this.#readNewWords());
  }

  #readNewWords(): ReadonlySet<string> {
    const words = new Set([...this.#linker.wrapperNames].filter(word => word.length > 1 && !everyday.has(word)));
    for (const config of this.#input.configs.all())
      for (const item of config.functions) {
        const last = item.callee.value.split('.').at(-1)?.replace(/\(\)$/, '');
        if (last !== undefined && last !== '*') words.add(last);
      }
    return words;
  }

  /** Names of modules whose default export tracks. */
  newModules(): ReadonlySet<string> {
    return this.#linker.defaultModules;
  }

  /** Names that files of other languages use and no read file declares. */
  wantedNames(): WantedNames {
    return this.#wantedNames;
  }

  calls(uri: Uri): readonly TrackCall[] {
    return this.#calls.get(uri)?.all ?? atOnce(this.callSteps(uri));
  }

  /** The same in steps between which others may run. */
  *callSteps(uri: Uri): Generator<undefined, readonly TrackCall[]> {
    const known = this.#calls.get(uri);
    if (known) return known.all;
    const file = this.#input.code.get(uri);
    const byUnit: CallsByUnit = file
      ? yield* trackCalls(this.#evaluator, this.#linker, file, this.#kept.get(uri))
      : new Map();
    const all = [...byUnit.values()].flat();
    all.sort((a, b) => comparePositions(a.calleeRange.start, b.calleeRange.start));
    this.#calls.set(uri, { all, byUnit });
    return all;
  }

  /** The files that values in some files were read from, directly or not. */
  sourcesOf(uris: Iterable<Uri>): readonly Uri[] {
    return [...reachable(uris, uri => this.#edges.get(uri))].filter(uri => !isNamed(uri));
  }

  get candidates(): readonly Uri[] {
    return this.#input.candidates;
  }

  #file(uri: Uri, readAtOnce: (uri: Uri) => CodeFile | undefined): CodeFile | undefined {
    const known = this.#input.code.get(uri) ?? readAtOnce(uri);
    if (known) this.#input.code.set(uri, known);
    else this.wanted.add(uri);
    return known;
  }

  /** What files declare for each other; names that none of them declares are wanted. */
  #symbolsFor(
    from: CodeFile,
    module: string | undefined,
    name: string,
    find: (symbols: Symbols) => readonly Declared[],
  ): readonly Declared[] {
    const found = find(this.#declared());
    this.#depend(from.uri, named(name));
    // A header says that there is something, and another file what.
    const isKnown = found.some(({ file }) => !file.uri.endsWith('.h'));
    if (!isKnown && /^(?:[A-Z]|k[A-Z])/.test(name) && !isJavaScript(from.language)) this.#want(from, module, name);
    for (const { file } of found) if (file !== from) this.#depend(from.uri, file.uri);
    if (from.language === 'dart' && found.length > 1) this.#wantImports(from);
    return found;
  }

  /** Of several declarations, that one is meant which a file of Dart imports, perhaps through what another one exports. */
  #wantImports(from: CodeFile): void {
    for (const end of dartImports(from)) {
      let found = this.#lookedFor.get(end);
      if (!found) this.#lookedFor.set(end, (found = [...this.#input.files].filter(uri => uri.endsWith(end))));
      for (const uri of found) {
        this.#depend(from.uri, uri);
        if (!this.#input.code.has(uri)) this.wanted.add(uri);
      }
    }
  }

  /**
   * Has a name's declaration looked for in files of languages that see each other: in Go, where a name says its package, in the
   * folders of that alone.
   */
  #want(from: CodeFile, module: string | undefined, name: string): void {
    for (const place of from.language === 'go' ? this.#goFolders(from, module) : [placeOf(from.language)]) {
      const names = this.#wantedNames.get(place);
      if (names) names.add(name);
      else this.#wantedNames.set(place, new Set([name]));
    }
  }

  #goFolders(from: CodeFile, module: string | undefined): readonly Uri[] {
    if (module === undefined) return [goFolder(from.uri)];
    this.#goPackages ??= new GoPackages(this.#input.files);
    return this.#goPackages.foldersOf(module);
  }

  #typesFor(from: CodeFile, module: string | undefined, name: string): readonly NamedType[] {
    const found = this.#declared().types(from, module, name);
    this.#depend(from.uri, named(name));
    for (const { file } of found) if (file !== from) this.#depend(from.uri, file.uri);
    return found;
  }

  #relatedTo(from: CodeFile, name: string): readonly RelatedClass[] {
    const found = this.#declared().related(from, name);
    this.#depend(from.uri, named(name));
    for (const { file } of found) if (file !== from) this.#depend(from.uri, file.uri);
    return isJavaScript(from.language) ? found.filter(({ file }) => this.#input.configs.includes(file.uri)) : found;
  }

  #nestedIn(from: CodeFile, holder: string, name: string): readonly RelatedClass[] {
    const found = this.#declared().nested(`${holder}::${name}`);
    this.#depend(from.uri, named(name));
    if (found.length === 0) this.#want(from, undefined, name);
    for (const { file } of found) if (file !== from) this.#depend(from.uri, file.uri);
    return found;
  }

  /** Headers by which what is written in Objective-C is known in Swift. */
  #bridges(): readonly CodeFile[] {
    return (this.#bridging ??= [...this.#input.code.values()].filter(({ uri }) => /bridging[^/]*\.h$/i.test(uri)));
  }

  /** A global that is assigned in many places is none of them; what tests and mocks assign does not count. */
  #globalWritesOf(from: CodeFile, name: string): readonly GlobalWrite[] {
    if (!isJavaScript(from.language)) return [];
    const found = this.#declared()
      .globals(name)
      .filter(({ file }) => this.#input.configs.includes(file.uri));
    for (const { file } of found) if (file !== from) this.#depend(from.uri, file.uri);
    return found.length > 3 ? [] : found;
  }
}

/** What can be reached from some things by going on from each. They are among it. */
function reachable(from: Iterable<Uri>, next: (uri: Uri) => Iterable<Uri> | undefined): ReadonlySet<Uri> {
  const found = new Set(from);
  // A set that grows is walked to its end.
  for (const uri of found) for (const other of next(uri) ?? []) found.add(other);
  return found;
}

function connect(edges: Map<Uri, Set<Uri>>, from: Uri, to: Uri): void {
  const targets = edges.get(from);
  if (targets) targets.add(to);
  else edges.set(from, new Set([to]));
}
