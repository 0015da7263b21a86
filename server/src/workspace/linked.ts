import type { Uri } from '../base/text.ts';
import type { CodeFile, Expr, Unit } from '../code/facts.ts';
import { FactsEvaluator } from '../code/evaluate/facts-evaluator.ts';
import { globalsAssigned, moduleScope } from '../code/evaluate/module-scope.ts';
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
import { trackCalls } from '../code/recognise/track-calls.ts';
import { sdks } from '../code/sdks/index.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { Configs } from './configs.ts';
import { functionSpec } from './function-specs.ts';
import { goFolder, GoPackages } from './go-packages.ts';
import { ModuleResolver } from './modules.ts';
import { SdkIndex } from './sdk-index.ts';
import { dartImports, declaresForOthers, namesGiven, Symbols } from './symbols.ts';
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
  readonly #calls = new Map<Uri, readonly TrackCall[]>();
  readonly #specs: Map<Uri, readonly FunctionSpec[]>;
  /** Which files a file's values were read from, directly, and which names it asked for. Grows only: what is stale costs no more than a second look. */
  readonly #edges: Map<Uri, Set<Uri>>;
  readonly #modules: ModuleResolver;
  #symbols: SymbolsRead | undefined;
  #newWords: ReadonlySet<string> | undefined;
  #bridging: readonly CodeFile[] | undefined;
  /** Ends of paths for which the files have been searched. */
  readonly #lookedFor = new Set<string>();

  readonly #specsOf = (file: CodeFile): readonly FunctionSpec[] => {
    let specs = this.#specs.get(file.uri);
    if (!specs) this.#specs.set(file.uri, (specs = this.#input.configs.functionsFor(file.uri).map(functionSpec)));
    return specs;
  };

  /** `previous` and the files that changed since: what does not rest on them is taken over. */
  constructor(input: LinkInput, readAtOnce: (uri: Uri) => CodeFile | undefined, since?: PreviousLink) {
    this.#input = input;
    const previous = since && !changesGlobals(since.linked.#input.code, input.code, since.changed) ? since : undefined;
    this.#specs = previous ? previous.linked.#specs : new Map<Uri, readonly FunctionSpec[]>();
    this.#edges = previous ? previous.linked.#edges : new Map<Uri, Set<Uri>>();
    this.#modules = previous
      ? previous.linked.#modules
      : new ModuleResolver(input.files, input.manifests, input.folders);
    const program: Program = {
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
      globalWrites: (from, name) => this.#globalWritesOf(from, name),
      provided: context => this.#linker.provided(context),
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
    this.#evaluator = new FactsEvaluator(program);
    const files = input.candidates.map(uri => input.code.get(uri)).filter(file => file !== undefined);
    this.#linker = new Linker(wordsOfSdks, this.#specsOf);
    if (previous) this.#linkAgain(previous, program, files);
    else this.#linker.explore(this.#evaluator, files);
  }

  /**
   * Takes over what does not rest on the files that changed. A method of its own: nothing that lives as long as this link may
   * hold the one before it, which holds the one before that.
   */
  #linkAgain(previous: PreviousLink, program: Program, files: readonly CodeFile[]): void {
    const { changed, linked } = previous;
    const specs = this.#specsOf;
    this.#symbols = linked.#symbolsAfter(changed, this.#input.code);
    const stale = this.#dependents(
      new Set([...changed, ...namesChanged(linked.#input.code, this.#input.code, changed)]),
    );
    const isNew = [...changed].some(uri => !linked.#input.code.has(uri));
    const gone = this.#unitsGone(previous, isNew ? stale : changed);
    this.#linker = linked.#linker.without(gone, specs);
    const fresh = (uris: ReadonlySet<Uri>): CodeFile[] => files.filter(file => uris.has(file.uri));
    // What is given to functions that changed is given to what they are now.
    const concerned = new Set([...changed, ...linked.#linker.handersTo(gone)]);
    this.#linker.explore(this.#evaluator, files, fresh(isNew ? stale : concerned));
    if (!isNew && this.#isReshaped(previous)) {
      this.#linker = linked.#linker.without(this.#unitsGone(previous, stale), specs);
      this.#evaluator = new FactsEvaluator(program);
      this.#linker.explore(this.#evaluator, files, fresh(stale));
    }
    if (this.#linker.fingerprint() === linked.#linker.fingerprint()) {
      for (const [uri, calls] of linked.#calls) if (!stale.has(uri)) this.#calls.set(uri, calls);
    }
  }

  /** The declarations for other files, where those that changed have none and no file was added. */
  #symbolsAfter(changed: ReadonlySet<Uri>, now: ReadonlyMap<Uri, CodeFile>): SymbolsRead | undefined {
    const declares = (file: CodeFile | undefined): boolean => file !== undefined && declaresForOthers(file);
    const isSame = [...changed].every(uri => !declares(this.#input.code.get(uri)) && !declares(now.get(uri)));
    return isSame && this.#symbols?.files === now.size ? this.#symbols : undefined;
  }

  #declared(): Symbols {
    const { code } = this.#input;
    this.#symbols ??= { all: new Symbols(code.values()), files: code.size };
    return this.#symbols.all;
  }

  /** Units of a moment ago on which nothing may rest any more: those that changed, and all of the files to be looked at anew. */
  #unitsGone({ linked, changed }: PreviousLink, anew: ReadonlySet<Uri>): ReadonlySet<Unit> {
    const gone = new Set<Unit>();
    for (const uri of anew) {
      const kept = anew === changed ? new Set(this.#input.code.get(uri)?.units) : new Set<Unit>();
      for (const unit of linked.#input.code.get(uri)?.units ?? []) if (!kept.has(unit)) gone.add(unit);
    }
    return gone;
  }

  /** Whether a change touches what other files see: names that come and go, and functions that become wrappers. */
  #isReshaped({ linked, changed }: PreviousLink): boolean {
    return [...changed].some(uri => {
      const before = linked.#input.code.get(uri);
      const now = this.#input.code.get(uri);
      if (!before || !now) return true;
      const kept = new Set(now.units);
      const old = new Set(before.units);
      return (
        shapeOf(before) !== shapeOf(now) ||
        linked.#linker.wrappersIn(before) !== this.#linker.wrappersIn(now) ||
        before.units.some(unit => !kept.has(unit) && givesBehaviour(unit)) ||
        now.units.some(unit => !old.has(unit) && givesBehaviour(unit))
      );
    });
  }

  #dependents(changed: ReadonlySet<Uri>): ReadonlySet<Uri> {
    const users = new Map<Uri, Uri[]>();
    for (const [from, targets] of this.#edges) {
      for (const target of targets) {
        const known = users.get(target);
        if (known) known.push(from);
        else users.set(target, [from]);
      }
    }
    const found = new Set(changed);
    const queue = [...changed];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const user of users.get(next) ?? []) {
        if (found.has(user)) continue;
        found.add(user);
        queue.push(user);
      }
    }
    return found;
  }

  #resolve(from: CodeFile, specifier: string): ResolvedModule {
    const target = this.#modules.resolve(from.uri, specifier);
    if (target.kind === 'file') this.#depend(from.uri, target.uri);
    return target;
  }

  #depend(from: Uri, to: Uri): void {
    let targets = this.#edges.get(from);
    if (!targets) this.#edges.set(from, (targets = new Set()));
    targets.add(to);
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
    let calls = this.#calls.get(uri);
    if (!calls) {
      const file = this.#input.code.get(uri);
      this.#calls.set(uri, (calls = file ? trackCalls(this.#evaluator, this.#linker, file) : []));
    }
    return calls;
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
      if (this.#lookedFor.has(end)) continue;
      this.#lookedFor.add(end);
      for (const uri of this.#input.files) if (uri.endsWith(end) && !this.#input.code.has(uri)) this.wanted.add(uri);
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

/** In place of a file: whatever declares a name, so that files which asked for it are looked at again when that changes. */
function named(name: string): Uri {
  return `name:${name}`;
}

/** The names that files declare for others, and did not before, or no longer do. */
function namesChanged(
  before: ReadonlyMap<Uri, CodeFile>,
  now: ReadonlyMap<Uri, CodeFile>,
  changed: ReadonlySet<Uri>,
): ReadonlySet<Uri> {
  const names = new Set<Uri>();
  for (const uri of changed) {
    const old = namesGiven(before.get(uri));
    const fresh = namesGiven(now.get(uri));
    for (const name of old) if (!fresh.has(name)) names.add(named(name));
    for (const name of fresh) if (!old.has(name)) names.add(named(name));
  }
  return names;
}

/** Whether names come or go that files of JavaScript make global: any file may mean them. */
function changesGlobals(
  before: ReadonlyMap<Uri, CodeFile>,
  now: ReadonlyMap<Uri, CodeFile>,
  changed: ReadonlySet<Uri>,
): boolean {
  const namesIn = (file: CodeFile | undefined): string => (file ? [...globalsAssigned(file).keys()].join() : '');
  return [...changed].some(uri => namesIn(before.get(uri)) !== namesIn(now.get(uri)));
}

/** The names that a file's top level brings in and gives out, as one text. */
function shapeOf(file: CodeFile): string {
  const { declared, imports, exports, stars } = moduleScope(file);
  const parts = [...imports.values(), ...exports.values(), ...stars].map(item =>
    'import' in item
      ? [item.import.module, item.import.name, item.import.local]
      : [
          item.export.name,
          'from' in item.export
            ? [item.export.from, item.export.imported]
            : 'local' in item.export
              ? item.export.local
              : '',
        ],
  );
  return JSON.stringify([[...declared.keys()], parts]);
}

/**
 * Whether a unit declares something, beside functions and constants of data, that other files may call through: a client, a
 * class, an object with functions. What such a thing is decides which calls count.
 */
function givesBehaviour(unit: Unit): boolean {
  return unit.globals.some(index => {
    const binding = unit.bindings[index];
    if (!binding || binding.kind === 'function' || binding.kind === 'import') return false;
    return binding.kind === 'class' || !binding.init || (binding.init.k !== 'function' && !isData(binding.init));
  });
}

function isData(expr: Expr): boolean {
  switch (expr.k) {
    case 'literal':
    case 'template':
      return true;
    case 'object':
      return expr.entries.every(entry => isData(entry.value));
    case 'array':
      return expr.items.every(isData);
    case 'cast':
      return isData(expr.value);
    default:
      return false;
  }
}
