import type { CodeFile, Export, Import, Unit, Write } from '../facts.ts';
import type { Declared } from './program.ts';

/** The names that a file's top level declares, imports and exports, by name. Made once per file. */
export interface ModuleScope {
  readonly declared: ReadonlyMap<string, Declared>;
  readonly imports: ReadonlyMap<string, ImportAt>;
  readonly exports: ReadonlyMap<string, ExportAt>;
  /** `export * from`. */
  readonly stars: readonly ExportAt[];
  /** Assignments to names, and to their members, from units that do not declare them. */
  readonly writes: ReadonlyMap<string, readonly WriteAt[]>;
}

export interface WriteAt {
  readonly unit: Unit;
  readonly write: Write;
}

export interface ImportAt {
  readonly unit: Unit;
  readonly import: Import;
}

export interface ExportAt {
  readonly unit: Unit;
  readonly export: Export;
}

const scopes = new WeakMap<CodeFile, ModuleScope>();

export function moduleScope(file: CodeFile): ModuleScope {
  let scope = scopes.get(file);
  if (!scope) scopes.set(file, (scope = readScope(file)));
  return scope;
}

/** Assignments to a name of the file's top level from other units than the one that declares it. */
export function outerWrites(file: CodeFile, name: string): readonly WriteAt[] {
  return moduleScope(file).writes.get(name) ?? [];
}

/** Names under which JavaScript knows the object that holds its globals. */
export const windowNames: ReadonlySet<string> = new Set(['window', 'globalThis', 'self', 'global', 'top', 'parent']);

const assignedGlobals = new WeakMap<CodeFile, ReadonlyMap<string, readonly WriteAt[]>>();

/** What a file makes a global by assignment (`window.analytics = client`), by name. Made once per file. */
export function globalsAssigned(file: CodeFile): ReadonlyMap<string, readonly WriteAt[]> {
  const known = assignedGlobals.get(file);
  if (known) return known;
  const found = new Map<string, WriteAt[]>();
  for (const unit of file.units)
    for (const { name: holder, write } of unit.writes ?? []) {
      const [name, ...rest] = write.path;
      if (!windowNames.has(holder) || typeof name !== 'string' || rest.length > 0) continue;
      found.set(name, [...(found.get(name) ?? []), { unit, write }]);
    }
  assignedGlobals.set(file, found);
  return found;
}

function readScope(file: CodeFile): ModuleScope {
  const declared = new Map<string, Declared>();
  const imports = new Map<string, ImportAt>();
  const exports = new Map<string, ExportAt>();
  const stars: ExportAt[] = [];
  const writes = new Map<string, WriteAt[]>();
  for (const unit of file.units) {
    for (const binding of unit.globals) {
      const name = unit.bindings[binding]?.name;
      if (name !== undefined && !declared.has(name)) declared.set(name, { file, unit, binding });
    }
    for (const item of unit.imports) if (item.local !== undefined) imports.set(item.local, { unit, import: item });
    for (const { name, write } of unit.writes ?? []) writes.set(name, [...(writes.get(name) ?? []), { unit, write }]);
    for (const item of unit.exports) {
      if (item.name === '*') stars.push({ unit, export: item });
      else exports.set(item.name, { unit, export: item });
    }
  }
  return { declared, imports, exports, stars, writes };
}
