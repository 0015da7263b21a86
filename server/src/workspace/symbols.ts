import type { Uri } from '../base/text.ts';
import { globalsAssigned, moduleScope } from '../code/evaluate/module-scope.ts';
import type { Declared, GlobalWrite, NamedType, RelatedClass } from '../code/evaluate/program.ts';
import type { CodeFile, Expr, Unit } from '../code/facts.ts';
import { familyOf, isJavaScript } from '../code/language-families.ts';
import { pathOfClass } from '../code/ruby-paths.ts';

/** What the files of a language declare for each other without being imported by path: names, and additions to classes. */
export class Symbols {
  #declared = new Map<string, Declared[]>();
  #types = new Map<string, NamedType[]>();
  #related = new Map<string, RelatedClass[]>();
  /** For Go: the types, by folder and name, that have a method, and the places that give them methods. */
  #methods = new Map<string, Set<string>>();
  #parts = new Map<string, RelatedClass[]>();
  #globals = new Map<string, GlobalWrite[]>();
  /** For Ruby: the classes that modules and classes hold, by their full names. */
  #nested = new Map<string, RelatedClass[]>();
  /** For Dart: the files by their names, as imports end. */
  #dartFiles = new Map<string, { readonly file: CodeFile }[]>();

  constructor(files: Iterable<CodeFile>) {
    for (const file of files) {
      const family = familyOf(file.language);
      if (family === 'dart') add(this.#dartFiles, lastPart(file.uri), { file });
      if (family === undefined) {
        this.#addScript(file);
        continue;
      }
      for (const [name, declared] of moduleScope(file).declared) {
        if (declared.unit.bindings[declared.binding]?.kind === 'import') continue;
        add(this.#declared, `${family} ${name}`, declared);
      }
      for (const unit of file.units)
        for (const declaration of unit.types)
          add(this.#types, `${family} ${declaration.name}`, { file, unit, declaration });
      for (const unit of file.units)
        for (const cls of unit.classes) {
          if (file.language === 'go' && cls.kind !== 'interface')
            this.#addType({ file, unit, cls, isExtension: false });
          if (cls.within !== undefined && !cls.part)
            add(this.#nested, pathOfClass(cls), { file, unit, cls, isExtension: false });
          if (cls.extension)
            add(this.#related, `${family} ${String(cls.name)}`, { file, unit, cls, isExtension: true });
          for (const parent of cls.extends)
            add(this.#related, `${family} ${String(parentName(unit, parent))}`, {
              file,
              unit,
              cls,
              isExtension: false,
            });
        }
    }
  }

  /** The same where some files have other versions; undefined where one of them declares something else than before. */
  after(changes: readonly FileVersions[]): Symbols | undefined {
    const telling = changes.filter(({ before, now }) => tells(before) || tells(now));
    if (telling.length > mostReplaced) return undefined;
    let all: Symbols | undefined;
    for (const { before, now } of telling) {
      const known: Symbols = all ?? this;
      all = before && now && known.#replacing(before, now);
      if (!all) return undefined;
    }
    return all ?? this;
  }

  #replacing(before: CodeFile, now: CodeFile): Symbols | undefined {
    const old = new Symbols([before]);
    const fresh = new Symbols([now]);
    const next = new Symbols([]);
    const declared = replaced(this.#declared, old.#declared, fresh.#declared, before);
    const types = replaced(this.#types, old.#types, fresh.#types, before);
    const related = replaced(this.#related, old.#related, fresh.#related, before);
    const parts = replaced(this.#parts, old.#parts, fresh.#parts, before);
    const globals = replaced(this.#globals, old.#globals, fresh.#globals, before);
    const nested = replaced(this.#nested, old.#nested, fresh.#nested, before);
    const dartFiles = replaced(this.#dartFiles, old.#dartFiles, fresh.#dartFiles, before);
    if (!declared || !types || !related || !parts || !globals || !nested || !dartFiles) return undefined;
    if (print(old.#methods) !== print(fresh.#methods)) return undefined;
    next.#declared = declared;
    next.#types = types;
    next.#related = related;
    next.#parts = parts;
    next.#globals = globals;
    next.#nested = nested;
    next.#dartFiles = dartFiles;
    next.#methods = this.#methods;
    return next;
  }

  /** Files of JavaScript name each other, but for interfaces that a class implements, and globals that one assigns. */
  #addScript(file: CodeFile): void {
    if (!isJavaScript(file.language)) return;
    for (const [name, writes] of globalsAssigned(file))
      for (const write of writes) add(this.#globals, name, { file, ...write });
    for (const unit of file.units)
      for (const cls of unit.classes)
        for (const type of cls.implements ?? [])
          if (type.t === 'reference')
            add(this.#related, `script ${type.name}`, { file, unit, cls, isExtension: false });
  }

  /** Assignments that make a name a global. */
  globals(name: string): readonly GlobalWrite[] {
    return this.#globals.get(name) ?? [];
  }

  /** Classes of Ruby by their full names, if modules or other classes hold them. */
  nested(path: string): readonly RelatedClass[] {
    return this.#nested.get(path) ?? [];
  }

  #addType(part: RelatedClass): void {
    const type = `${folderOf(part.file.uri)} ${String(part.cls.name)}`;
    add(this.#parts, type, part);
    for (const { name, kind } of part.cls.members) {
      if (kind !== 'method') continue;
      let types = this.#methods.get(name);
      if (!types) this.#methods.set(name, (types = new Set()));
      types.add(type);
    }
  }

  /** Declarations that a bare name can mean in a file. */
  named(from: CodeFile, name: string): readonly Declared[] {
    const all = this.#all(from, name);
    switch (from.language) {
      case 'go':
        return all.filter(({ file }) => folderOf(file.uri) === folderOf(from.uri));
      case 'java':
      case 'kotlin': {
        const own = all.filter(({ file }) => file.namespace === from.namespace);
        if (own.length > 0) return own;
        const brought = wildcards(from);
        return all.filter(({ file }) => file.namespace !== undefined && brought.has(file.namespace));
      }
      case 'csharp': {
        const brought = wildcards(from);
        const own = all.filter(({ file: { namespace } }) =>
          namespace === undefined
            ? true
            : brought.has(namespace) || namespace === from.namespace || from.namespace?.startsWith(`${namespace}.`),
        );
        return own.length > 0 ? nearest(from, own) : all.length === 1 ? all : [];
      }
      case 'php':
        return nearest(
          from,
          all.filter(({ file }) => file.namespace === from.namespace || file.namespace === undefined),
        );
      case 'dart':
        return nearest(from, this.#importedInto(from, all));
      default:
        return nearest(from, all);
    }
  }

  /** Of declarations in Dart, those of files that a file imports, or that those import or export; all where none is. */
  #importedInto(from: CodeFile, all: readonly Declared[]): readonly Declared[] {
    if (all.length < 2) return all;
    const direct = broughtTo(from, all);
    if (direct.length > 0) return direct;
    const further = [...wildcards(from)]
      .flatMap(module => this.#dartFiles.get(lastPart(module)) ?? [])
      .flatMap(({ file }) => broughtTo(file, all));
    return further.length > 0 ? all.filter(each => further.includes(each)) : all;
  }

  /** Declarations of a package, a namespace or a folder. */
  within(from: CodeFile, module: string, name: string): readonly Declared[] {
    const all = this.#all(from, name);
    switch (from.language) {
      case 'go': {
        const path = module.split('/');
        for (let size = path.length; size > 0; size--) {
          const tail = `/${path.slice(-size).join('/')}`;
          const found = all.filter(({ file }) => folderOf(file.uri).endsWith(tail));
          if (found.length > 0) return found;
        }
        return [];
      }
      case 'dart': {
        const file = `/${module.slice(module.lastIndexOf('/') + 1)}`;
        return all.filter(each => each.file.uri.endsWith(file));
      }
      case 'swift':
      case 'objective-c':
      case 'ruby':
      case 'python':
        return [];
      default:
        return all.filter(({ file }) => (file.namespace ?? '') === module);
    }
  }

  /** Names that types are given, in the same package, or in one that is imported. */
  types(from: CodeFile, module: string | undefined, name: string): readonly NamedType[] {
    const family = familyOf(from.language);
    const all = family === undefined ? [] : (this.#types.get(`${family} ${name}`) ?? []);
    if (from.language === 'go')
      return all.filter(({ file: { uri } }) =>
        module === undefined
          ? folderOf(uri) === folderOf(from.uri)
          : folderOf(uri).endsWith(`/${module.slice(module.lastIndexOf('/') + 1)}`),
      );
    return all.length === 1 ? all : all.filter(({ file }) => file.namespace === from.namespace);
  }

  /** Classes that add to, or inherit from, classes of a name. */
  related(from: CodeFile, name: string): readonly RelatedClass[] {
    const family = isJavaScript(from.language) ? 'script' : familyOf(from.language);
    if (family === undefined) return [];
    const found = this.#related.get(`${family} ${name}`) ?? [];
    if (from.language !== 'go') return found;
    const own = found.filter(({ file }) => folderOf(file.uri) === folderOf(from.uri));
    return [...own, ...this.#behind(from, name)];
  }

  /** In Go, a type with all methods of an interface stands behind it without saying so. */
  #behind(from: CodeFile, name: string): readonly RelatedClass[] {
    const [declared] = this.named(from, name);
    const cls = declared?.unit.classes[declared.unit.bindings[declared.binding]?.cls ?? -1];
    if (cls?.kind !== 'interface' || cls.members.length === 0) return [];
    const [first] = cls.members;
    return [...(this.#methods.get(first?.name ?? '') ?? [])]
      .filter(type => cls.members.every(({ name: method }) => this.#methods.get(method)?.has(type)))
      .flatMap(type => this.#parts.get(type) ?? []);
  }

  #all(from: CodeFile, name: string): readonly Declared[] {
    const family = familyOf(from.language);
    return family === undefined ? [] : (this.#declared.get(`${family} ${name}`) ?? []);
  }
}

/** A file that changed, before and now. */
export interface FileVersions {
  readonly before: CodeFile | undefined;
  readonly now: CodeFile | undefined;
}

/** With more files than this that changed, all are read anew. */
const mostReplaced = 3;

function tells(file: CodeFile | undefined): boolean {
  return file !== undefined && declaresForOthers(file);
}

/** What files declare, with what one of them declares in its new version; undefined where that is not as many of each name. */
function replaced<T extends { readonly file: CodeFile }>(
  all: ReadonlyMap<string, T[]>,
  old: ReadonlyMap<string, T[]>,
  fresh: ReadonlyMap<string, T[]>,
  before: CodeFile,
): Map<string, T[]> | undefined {
  if (old.size !== fresh.size) return undefined;
  const next = new Map(all);
  for (const [name, items] of fresh) {
    const waiting = [...items];
    if (old.get(name)?.length !== items.length) return undefined;
    next.set(
      name,
      (all.get(name) ?? []).map(item => (item.file === before ? (waiting.shift() ?? item) : item)),
    );
    if (waiting.length > 0) return undefined;
  }
  return next;
}

function print(sets: ReadonlyMap<string, ReadonlySet<string>>): string {
  return [...sets].map(([name, set]) => `${name} ${[...set].join()}`).join(';');
}

/** The names under which a file is found by others: of what it declares, of the classes that it adds to, and of their parents. */
export function namesGiven(file: CodeFile | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  if (!file || familyOf(file.language) === undefined) return names;
  for (const name of moduleScope(file).declared.keys()) names.add(name);
  for (const unit of file.units) {
    for (const { name } of unit.types) names.add(name);
    for (const cls of unit.classes) {
      if (cls.name !== undefined) names.add(cls.name);
      for (const parent of cls.extends) names.add(String(parentName(unit, parent)));
    }
  }
  return names;
}

/** A file that other files need not name to depend on it: methods that fulfil an interface of Go, what Swift is bridged to. */
export function reachesFar(uri: Uri): boolean {
  return /\.go$|bridging[^/]*\.h$/i.test(uri);
}

/** Whether a file has anything that `Symbols` would tell others of. */
export function declaresForOthers(file: CodeFile): boolean {
  return (
    !isJavaScript(file.language) ||
    globalsAssigned(file).size > 0 ||
    file.units.some(({ classes }) => classes.some(cls => cls.implements !== undefined))
  );
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}

/** Of several declarations of one name, those that share most folders with a file. */
function nearest(from: CodeFile, all: readonly Declared[]): readonly Declared[] {
  if (all.length < 2) return all;
  const defined = all.filter(each => !isOnlyDeclared(each));
  if (defined.length > 0 && defined.length < all.length) return nearest(from, defined);
  const own = from.uri.split('/');
  const shared = all.map(({ file }) => {
    const parts = file.uri.split('/');
    const end = parts.findIndex((part, index) => part !== own[index]);
    return file === from ? Infinity : end < 0 ? parts.length : end;
  });
  const most = Math.max(...shared);
  const near = all.filter((_, index) => shared[index] === most);
  return near.length > 3 ? [] : near;
}

/** Whether a header says that there is a constant, and another file what it is (`extern NSString *const Name;`). */
function isOnlyDeclared({ file, unit, binding }: Declared): boolean {
  const declared = unit.bindings[binding];
  return file.uri.endsWith('.h') && declared?.init === undefined && /^(?:const|let)$/.test(declared?.kind ?? '');
}

/** Declarations of a file of Dart itself, and of those that it imports without a prefix. */
function broughtTo(from: CodeFile, all: readonly Declared[]): readonly Declared[] {
  const own = all.filter(({ file }) => file === from);
  if (own.length > 0) return own;
  const ends = dartImports(from);
  return all.filter(({ file: { uri } }) => ends.some(end => uri.endsWith(end)));
}

/** How the paths of files end that a file of Dart imports without a prefix. */
export function dartImports(from: CodeFile): readonly string[] {
  return [...wildcards(from)].map(module => `/${module.replace(/^package:[^/]*\/|^(?:\.\.?\/)+/, '')}`);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Modules all of whose names a file imports. */
function wildcards({ units }: CodeFile): ReadonlySet<string> {
  return new Set(
    units.flatMap(({ imports }) =>
      imports.flatMap(item => (item.name === '*' && item.local === undefined ? [item.module] : [])),
    ),
  );
}

function folderOf(uri: Uri): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** The last name of a parent, which may be written with its constructor's arguments. */
function parentName(unit: Unit, parent: Expr): string | undefined {
  const expr = parent.k === 'call' ? unit.calls[parent.call]?.callee : parent;
  return expr?.k === 'name' || expr?.k === 'member' ? expr.name : undefined;
}
