import type { CodeFile, Import } from '../facts.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { moduleScope } from './module-scope.ts';
import type { Field, Value } from './value.ts';
import { scalar, union, unknown } from './value.ts';

/** What an import binds: a value of a file of the workspace, something of an SDK, or a name of a package. */
export function importedValue(evaluator: Evaluator, item: Import, file: CodeFile): Value {
  if (item.name === undefined) return unknown('the import binds nothing');
  const sdk = evaluator.program.sdkOfModule(file, item.module);
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
  return exportedValue(evaluator, imported, item.name);
}

/**
 * What an import of a qualified name means in languages that import declarations, not files: `com.shop.Events`, or a member of
 * one, `com.shop.Events.ORDER_COMPLETED`. Undefined where no file declares it.
 */
function importedSymbol(evaluator: Evaluator, module: string, name: string, file: CodeFile): Value | undefined {
  const [unit] = file.units;
  if (name === '*' || !unit) return undefined;
  const own = symbolValue(evaluator, name, file);
  if (own) return own;
  const holders = module.split(/[.:\\/]+/).filter(part => part !== 'Companion');
  const holder = holders.at(-1);
  const value = holder === undefined || !/^[A-Z]/.test(holder) ? undefined : symbolValue(evaluator, holder, file);
  return value && evaluator.memberOf(value, name, { file, unit, env: evaluator.module });
}

function symbolValue(evaluator: Evaluator, name: string, file: CodeFile): Value | undefined {
  const declared = evaluator.program.symbols(file, name);
  if (declared.length === 0) return undefined;
  return union(
    declared.flatMap(({ file: from, unit, binding }) => {
      const found = unit.bindings[binding];
      return found ? [evaluator.declared(from, unit, found)] : [];
    }),
  );
}

/** The value that a file exports under a name, through re-exports. */
export function exportedValue(
  evaluator: Evaluator,
  file: CodeFile,
  name: string,
  seen: ReadonlySet<string> = new Set(),
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
  for (const star of scope.stars) {
    if (!('from' in star.export) || name === 'default') continue;
    const value = reexported(evaluator, file, star.export.from, name, visited);
    if (!value.every(alternative => alternative.v === 'unknown')) return value;
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

const windowNames = new Set(['window', 'globalThis', 'self', 'global', 'top', 'parent']);

/** A name that nothing in the file declares: a language's global, an SDK's, or a declaration of another file. */
export function globalValue(evaluator: Evaluator, name: string, scope: Scope): Value {
  if (name === 'undefined') return scalar(undefined);
  const symbol = symbolValue(evaluator, name, scope.file);
  if (symbol) return symbol;
  if (windowNames.has(name)) return [{ v: 'module', name: 'window', path: [] }];
  const sdk = evaluator.program.sdkOfGlobal(scope.file, name);
  if (sdk) return [{ v: 'sdk', sdk, path: [] }];
  const brought = evaluator.program.sdkOfName(scope.file, name);
  if (brought) return [{ v: 'sdk', sdk: brought, path: [name] }];
  return [{ v: 'module', name: 'global', path: [name] }];
}
