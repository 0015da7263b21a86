import type { Uri } from '../base/text.ts';
import type { CodeFile, Unit } from '../code/facts.ts';
import { FactsEvaluator } from '../code/evaluate/facts-evaluator.ts';
import { moduleScope } from '../code/evaluate/module-scope.ts';
import type { Declared, Program, ResolvedModule } from '../code/evaluate/program.ts';
import type { FunctionSpec } from '../code/recognise/configured.ts';
import { Linker } from '../code/recognise/linker.ts';
import { trackCalls } from '../code/recognise/track-calls.ts';
import { sdks } from '../code/sdks/index.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { Configs } from './configs.ts';
import { functionSpec } from './function-specs.ts';
import { ModuleResolver } from './modules.ts';
import { SdkIndex } from './sdk-index.ts';

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

const index = new SdkIndex(sdks);

/** The code files of one moment with what follows from all of them together: wrappers, and each file's calls. */
export class Linked {
  /** Files that the evaluation asked for and that are not read. */
  readonly wanted = new Set<Uri>();
  readonly #wantedNames = new Set<string>();
  readonly #linker: Linker;
  readonly #evaluator: FactsEvaluator;
  readonly #input: LinkInput;
  readonly #calls = new Map<Uri, readonly TrackCall[]>();
  readonly #specs: Map<Uri, readonly FunctionSpec[]>;
  /** Which files a file's values were read from, directly. Grows only: what is stale costs no more than a second look. */
  readonly #edges: Map<Uri, Set<Uri>>;
  readonly #modules: ModuleResolver;
  readonly #initial: ReadonlySet<string>;
  #symbols: ReadonlyMap<string, readonly Declared[]> | undefined;

  /** `previous` and the files that changed since: what does not rest on them is taken over. */
  constructor(input: LinkInput, readAtOnce: (uri: Uri) => CodeFile | undefined, previous?: PreviousLink) {
    this.#input = input;
    this.#initial = index.words();
    this.#specs = previous ? previous.linked.#specs : new Map<Uri, readonly FunctionSpec[]>();
    this.#edges = previous ? previous.linked.#edges : new Map<Uri, Set<Uri>>();
    this.#modules = previous
      ? previous.linked.#modules
      : new ModuleResolver(input.files, input.manifests, input.folders);
    const linker = this.#linkerFrom(previous);
    const program: Program = {
      file: uri => this.#file(uri, readAtOnce),
      resolveModule: (from, specifier) => this.#resolve(from, specifier),
      sdkOfModule: (file, specifier) => index.ofModule(file.language, specifier),
      sdkOfGlobal: (file, name) => index.ofGlobal(file.language, name),
      symbols: (from, name) => this.#symbolsOf(from, name),
      passed: (unit, fn, param, path) => linker.passed(unit, fn, param, path),
      touch: () => undefined,
    };
    this.#linker = linker;
    this.#evaluator = new FactsEvaluator(program);
    const files = input.candidates.map(uri => input.code.get(uri)).filter(file => file !== undefined);
    if (!previous) {
      linker.explore(this.#evaluator, files);
      return;
    }
    const { changed } = previous;
    const stale = this.#dependents(changed);
    const isNew = [...changed].some(uri => !previous.linked.#input.code.has(uri));
    linker.explore(
      this.#evaluator,
      files,
      files.filter(file => (isNew ? stale : changed).has(file.uri)),
    );
    if (!isNew && this.#isReshaped(previous))
      linker.explore(
        this.#evaluator,
        files,
        files.filter(file => stale.has(file.uri)),
      );
    if (linker.fingerprint() === previous.linked.#linker.fingerprint()) {
      for (const [uri, calls] of previous.linked.#calls) if (!stale.has(uri)) this.#calls.set(uri, calls);
    }
  }

  /** Whether a change touches what other files see: names that come and go, and functions that become wrappers. */
  #isReshaped({ linked, changed }: PreviousLink): boolean {
    return [...changed].some(uri => {
      const before = linked.#input.code.get(uri);
      const now = this.#input.code.get(uri);
      if (!before || !now) return true;
      return shapeOf(before) !== shapeOf(now) || linked.#linker.wrappersIn(before) !== this.#linker.wrappersIn(now);
    });
  }

  #linkerFrom(previous: PreviousLink | undefined): Linker {
    const specs = (file: CodeFile): readonly FunctionSpec[] => this.#specsFor(file);
    if (!previous) return new Linker(this.#initial, specs);
    const gone = new Set<Unit>();
    for (const uri of previous.changed) {
      const now = new Set(this.#input.code.get(uri)?.units);
      for (const unit of previous.linked.#input.code.get(uri)?.units ?? []) if (!now.has(unit)) gone.add(unit);
    }
    return previous.linked.#linker.without(gone, specs);
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

  get words(): ReadonlySet<string> {
    return this.#linker.words;
  }

  /** Names of calls beyond those of the SDKs. */
  newWords(): ReadonlySet<string> {
    const words = new Set([...this.#linker.words].filter(word => !this.#initial.has(word) && word.length > 1));
    for (const config of this.#input.configs.all())
      for (const item of config.functions) {
        const last = item.callee.value.split('.').at(-1)?.replace(/\(\)$/, '');
        if (last !== undefined && last !== '*') words.add(last);
      }
    return words;
  }

  /** Names that files of other languages use and no read file declares. */
  wantedNames(): ReadonlySet<string> {
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

  #specsFor(file: CodeFile): readonly FunctionSpec[] {
    let specs = this.#specs.get(file.uri);
    if (!specs) this.#specs.set(file.uri, (specs = this.#input.configs.functionsFor(file.uri).map(functionSpec)));
    return specs;
  }

  /** Declarations at the top level of files of the same language family, for languages without imports by path. */
  #symbolsOf(from: CodeFile, name: string): readonly Declared[] {
    const family = familyOf(from);
    if (family === undefined) return [];
    this.#symbols ??= this.#indexSymbols();
    const found = this.#symbols.get(`${family} ${name}`) ?? [];
    if (found.length === 0 && /^[A-Z]/.test(name)) this.#wantedNames.add(name);
    for (const { file } of found) if (file !== from) this.#depend(from.uri, file.uri);
    const near = found.filter(({ file }) => file.namespace !== undefined && file.namespace === from.namespace);
    return near.length > 0 ? near : found.length > 3 ? [] : found;
  }

  #indexSymbols(): ReadonlyMap<string, readonly Declared[]> {
    const symbols = new Map<string, Declared[]>();
    for (const file of this.#input.code.values()) {
      const family = familyOf(file);
      if (family === undefined) continue;
      for (const [name, declared] of moduleScope(file).declared) {
        if (declared.unit.bindings[declared.binding]?.kind === 'import') continue;
        const key = `${family} ${name}`;
        const known = symbols.get(key);
        if (known) known.push(declared);
        else symbols.set(key, [declared]);
      }
    }
    return symbols;
  }
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

/** Languages whose files see each other's declarations without naming the file. */
function familyOf({ language }: CodeFile): string | undefined {
  switch (language) {
    case 'java':
    case 'kotlin':
      return 'jvm';
    case 'swift':
    case 'objective-c':
      return 'apple';
    case 'go':
    case 'ruby':
    case 'php':
    case 'csharp':
    case 'dart':
    case 'python':
      return language;
    default:
      return undefined;
  }
}
