import type { CodeFile, Import } from '../facts.ts';
import { hasQualifiedNames, isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { libraryGlobal } from './lib-types.ts';
import { moduleScope, windowNames } from './module-scope.ts';
import { classesIn, sdkMember } from './sdk-constants.ts';
import type { Declared } from './program.ts';
import type { Field, Value } from './value.ts';
import { scalar, union, unknown } from './value.ts';

/** What an import binds: a value of a file of the workspace, something of an SDK, or a name of a package. */
export function importedValue(
  evaluator: Evaluator,
  item: Import,
  file: CodeFile,
  seen: ReadonlySet<string> = nothingSeen,
): Value {
  if (item.name === undefined) return unknown('the import binds nothing');
  if (file.language === 'python') {
    const own = pythonImport(evaluator, item.module, item.name, file, seen);
    if (own) return own;
  }
  const sdk = evaluator.program.sdkOfModule(file, item.module);
  if (sdk?.constants && item.name !== '*') return sdkMember(sdk, [...classesIn(item.module), item.name]);
  if (sdk) return [{ v: 'sdk', sdk, path: item.name === '*' ? [] : [item.name] }];
  const symbol = importedSymbol(evaluator, item.module, item.name, file);
  if (symbol) return symbol;
  const target = evaluator.program.resolveModule(file, item.module);
  if (target.kind === 'package') {
    return [{ v: 'module', name: target.name, path: item.name === '*' ? [] : [item.name] }];
  }
  const imported = evaluator.program.file(target.uri);
  if (!imported) return unknown(`${item.module} is not read`);
  if (item.name === '*') return [{ v: 'module', file: imported, name: item.module, path: [] }];
  return exportedValue(evaluator, imported, item.name, seen);
}

/** What the library of which a file of Dart is a part imports under a name. */
function importedByLibrary(evaluator: Evaluator, name: string, file: CodeFile): Value | undefined {
  const library = file.language === 'dart' ? libraryOf(evaluator, file) : undefined;
  const shared = library && moduleScope(library).imports.get(name);
  return library && shared && importedValue(evaluator, shared.import, library);
}

function libraryOf(evaluator: Evaluator, file: CodeFile): CodeFile | undefined {
  for (const { imports } of file.units)
    for (const item of imports) {
      const target = item.isPart ? evaluator.program.resolveModule(file, item.module) : undefined;
      if (target?.kind === 'file') return evaluator.program.file(target.uri);
    }
  return undefined;
}

/** Where following re-exports starts. */
const nothingSeen: ReadonlySet<string> = new Set();

/** A module of the workspace, or a name or a module in it; undefined for packages from outside. */
function pythonImport(
  evaluator: Evaluator,
  module: string,
  name: string,
  file: CodeFile,
  seen: ReadonlySet<string>,
): Value | undefined {
  const fileOf = (specifier: string): CodeFile | undefined => {
    const target = evaluator.program.resolveModule(file, specifier);
    // A file that is called like a package from outside (`posthog.py`) imports that, not itself.
    return target.kind === 'file' && target.uri !== file.uri ? evaluator.program.file(target.uri) : undefined;
  };
  const whole = fileOf(module);
  if (name === '*') return whole && [{ v: 'module', file: whole, name: module, path: [] }];
  const value = whole && exportedValue(evaluator, whole, name, seen);
  if (value && !value.every(alternative => alternative.v === 'unknown')) return value;
  const inner = `${module}${module.endsWith('.') ? '' : '.'}${name}`;
  const part = fileOf(inner);
  return part ? [{ v: 'module', file: part, name: inner, path: [] }] : value;
}

/**
 * What an import of a qualified name means in languages that import declarations, not files: `com.shop.Events`, or a member of
 * one, `com.shop.Events.ORDER_COMPLETED`. Undefined where no file declares it.
 */
function importedSymbol(evaluator: Evaluator, module: string, name: string, file: CodeFile): Value | undefined {
  if (name === '*' || isJavaScript(file.language)) return undefined;
  // A module of Swift is no folder: its declarations are found by their names.
  if (file.language === 'swift') return symbolValue(evaluator, name, file);
  return symbolIn(evaluator, module, name, file);
}

/** A declaration in a package, a namespace or a folder, or a member of one. Undefined where no file declares it. */
export function symbolIn(evaluator: Evaluator, module: string, name: string, file: CodeFile): Value | undefined {
  const [unit] = file.units;
  if (!unit || isJavaScript(file.language)) return undefined;
  const own = valuesOf(evaluator, evaluator.program.symbolsIn(file, module, name));
  if (own) return own;
  const separator = module.includes('\\') ? '\\' : '.';
  const parts = module.split(separator);
  for (let at = parts.length - 1; at >= 0 && at >= parts.length - 3; at--) {
    const holder = parts[at] ?? '';
    if (!/^[A-Z]/.test(holder)) continue;
    const outer = valuesOf(evaluator, evaluator.program.symbolsIn(file, parts.slice(0, at).join(separator), holder));
    if (!outer) continue;
    const path = [...parts.slice(at + 1), name].filter(part => part !== 'Companion');
    const scope: Scope = { file, unit, env: evaluator.module };
    return path.reduce((value, part) => evaluator.memberOf(value, part, scope), outer);
  }
  return undefined;
}

/** A class that is written with its package (`com.segment.analytics.Analytics`): of an SDK, or of the workspace. */
export function qualifiedName(
  evaluator: Evaluator,
  module: readonly string[],
  name: string,
  file: CodeFile,
): Value | undefined {
  if (!hasQualifiedNames(file.language) || module.length < 2 || !/^[A-Z]/.test(name)) return undefined;
  const specifier = module.join('.');
  const sdk = evaluator.program.sdkOfModule(file, specifier);
  return sdk ? [{ v: 'sdk', sdk, path: [name] }] : symbolIn(evaluator, specifier, name, file);
}

/** What files that need no import declare under a name; undefined where none does. */
export function symbolValue(evaluator: Evaluator, name: string, file: CodeFile): Value | undefined {
  return valuesOf(evaluator, evaluator.program.symbols(file, name));
}

function valuesOf(evaluator: Evaluator, declared: readonly Declared[]): Value | undefined {
  if (declared.length === 0) return undefined;
  return union(
    declared.flatMap(({ file: from, unit, binding }) => {
      const found = unit.bindings[binding];
      return found ? [evaluator.declared(from, unit, found)] : [];
    }),
  );
}

/** A name that an import of all members of something brings: `import com.shop.Event.*`, `from .events import *`. */
function broughtValue(
  evaluator: Evaluator,
  name: string,
  { file }: Scope,
  seen: ReadonlySet<string> = nothingSeen,
): Value | undefined {
  if (isJavaScript(file.language)) return undefined;
  for (const each of file.units)
    for (const item of each.imports) {
      if (item.name !== '*' || item.local !== undefined) continue;
      const target = file.language === 'python' ? evaluator.program.resolveModule(file, item.module) : undefined;
      const imported = target?.kind === 'file' ? evaluator.program.file(target.uri) : undefined;
      const holder = item.module.split(/[.\\]/).at(-1) ?? '';
      const value = imported
        ? exportedValue(evaluator, imported, name, seen)
        : /^[A-Z]/.test(holder) &&
            (file.language === 'kotlin' || file.language === 'java' || file.language === 'csharp')
          ? symbolIn(evaluator, item.module, name, file)
          : undefined;
      if (value && !value.every(alternative => alternative.v === 'unknown')) return value;
    }
  return undefined;
}

/** The value that a file exports under a name, through re-exports. */
export function exportedValue(
  evaluator: Evaluator,
  file: CodeFile,
  name: string,
  seen: ReadonlySet<string> = nothingSeen,
): Value {
  const key = `${file.uri}#${name}`;
  if (seen.has(key)) return unknown('the re-exports form a circle');
  const visited = new Set(seen).add(key);
  const scope = moduleScope(file);
  const found = scope.exports.get(name);
  if (found) {
    const { unit, export: item } = found;
    evaluator.program.touch(unit);
    if ('binding' in item) {
      const binding = unit.bindings[item.binding];
      return binding ? evaluator.declared(file, unit, binding) : unknown('the export is not readable');
    }
    if ('value' in item) return evaluator.evaluate(item.value, { file, unit, env: evaluator.module });
    if ('local' in item) return evaluator.moduleName(item.local, { file, unit, env: evaluator.module });
    return reexported(evaluator, file, item.from, item.imported, visited);
  }
  const starred = name === 'default' ? undefined : ofStars(evaluator, file, name, visited);
  if (starred) return starred;
  if (file.language === 'python') {
    const imported = scope.imports.get(name);
    if (imported) return importedValue(evaluator, imported.import, file, visited);
    const [unit] = file.units;
    const brought =
      unit && visited.size < 8
        ? broughtValue(evaluator, name, { file, unit, env: evaluator.module }, visited)
        : undefined;
    if (brought) return brought;
  }
  const whole = scope.exports.get('export=') ?? (name === 'default' ? undefined : scope.exports.get('default'));
  if (whole && 'value' in whole.export && file.language.startsWith('javascript')) {
    const value = evaluator.evaluate(whole.export.value, { file, unit: whole.unit, env: evaluator.module });
    const fields = value.flatMap(alternative =>
      alternative.v === 'object' ? (alternative.fields.get(name)?.value() ?? []) : [],
    );
    if (fields.length > 0) return fields;
  }
  return unknown(`"${name}" is not exported by ${file.uri.slice(file.uri.lastIndexOf('/') + 1)}`);
}

/** What `export * from` brings. A package outside may have the name or not, so what can be read counts before it. */
function ofStars(evaluator: Evaluator, file: CodeFile, name: string, seen: ReadonlySet<string>): Value | undefined {
  let outside: Value | undefined;
  for (const star of moduleScope(file).stars) {
    if (!('from' in star.export)) continue;
    const value = reexported(evaluator, file, star.export.from, name, seen);
    if (value.every(alternative => alternative.v === 'unknown')) continue;
    if (!value.every(alternative => alternative.v === 'module' && !alternative.file)) return value;
    outside ??= value;
  }
  return outside;
}

function reexported(
  evaluator: Evaluator,
  file: CodeFile,
  from: string,
  name: string,
  seen: ReadonlySet<string>,
): Value {
  const sdk = evaluator.program.sdkOfModule(file, from);
  if (sdk) return [{ v: 'sdk', sdk, path: name === '*' ? [] : [name] }];
  const target = evaluator.program.resolveModule(file, from);
  if (target.kind === 'package') return [{ v: 'module', name: target.name, path: name === '*' ? [] : [name] }];
  const next = evaluator.program.file(target.uri);
  if (!next) return unknown(`${from} is not read`);
  return name === '*'
    ? [{ v: 'module', file: next, name: from, path: [] }]
    : exportedValue(evaluator, next, name, seen);
}

/** What a whole module offers, as an object; for `import * as events` that is spread or indexed. */
export function moduleFields(evaluator: Evaluator, file: CodeFile): Map<string, Field> {
  const fields = new Map<string, Field>();
  const [unit] = file.units;
  if (!unit) return fields;
  for (const name of moduleScope(file).exports.keys()) {
    const place = { file, unit, at: 0, end: 0 };
    fields.set(name, {
      value: () => exportedValue(evaluator, file, name),
      key: place,
      entry: place,
      always: true,
      level: -1,
      shorthand: false,
    });
  }
  return fields;
}

/** A name that nothing in the file declares: a language's global, an SDK's, or a declaration of another file. */
export function globalValue(evaluator: Evaluator, name: string, scope: Scope): Value {
  if (name === 'undefined') return scalar(undefined);
  const shared = importedByLibrary(evaluator, name, scope.file);
  if (shared) return shared;
  const symbol = symbolValue(evaluator, name, scope.file) ?? broughtValue(evaluator, name, scope);
  if (symbol) return symbol;
  if (windowNames.has(name)) return [{ v: 'module', name: 'window', path: [] }];
  return windowMember(evaluator, name, scope);
}

/** A global of the program: an SDK's, what a file of the workspace assigns to it, or one of which nothing is known. */
export function windowMember(evaluator: Evaluator, name: string, scope: Scope): Value {
  const sdk = evaluator.program.sdkOfGlobal(scope.file, name);
  if (sdk) return [{ v: 'sdk', sdk, path: [] }];
  const writes = evaluator.program.globalWrites(scope.file, name);
  const brought = evaluator.program.sdkOfName(scope.file, name);
  if (brought) return sdkMember(brought, [name]);
  const known = isJavaScript(scope.file.language) ? libraryGlobal(name) : undefined;
  if (writes.length === 0) return [known ?? { v: 'module', name: 'global', path: [name] }];
  return union(
    writes.map(({ file, unit, write }) => {
      evaluator.program.touch(unit);
      return evaluator.evaluate(write.value, { file, unit, env: evaluator.module });
    }),
  );
}
