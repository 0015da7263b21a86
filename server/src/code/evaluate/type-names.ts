import type { CodeFile, TypeDeclaration, TypeExpr, Unit } from '../facts.ts';
import type { Evaluator } from './evaluator.ts';
import { isJavaScript } from '../language-families.ts';
import { exportedValue, importedValue, qualifiedName } from './imports.ts';
import { moduleScope } from './module-scope.ts';
import { scalar, type ClassValue, type TypeAt, type Value } from './value.ts';

/** What a name in a type position leads to. */
export type TypeTarget =
  | {
      readonly kind: 'declaration';
      readonly declaration: TypeDeclaration;
      readonly file: CodeFile;
      readonly unit: Unit;
    }
  | { readonly kind: 'value'; readonly value: Value };

const typeNames = new WeakMap<CodeFile, Map<string, { declaration: TypeDeclaration; unit: Unit }>>();

function typesIn(file: CodeFile): Map<string, { declaration: TypeDeclaration; unit: Unit }> {
  let names = typeNames.get(file);
  if (!names) {
    names = new Map();
    for (const unit of file.units)
      for (const declaration of unit.types) names.set(declaration.name, { declaration, unit });
    typeNames.set(file, names);
  }
  return names;
}

/** What a type's name stands for in a file; undefined where nothing in reach declares it. */
export function findType(
  evaluator: Evaluator,
  file: CodeFile,
  name: string,
  seen: ReadonlySet<string> = new Set(),
): TypeTarget | undefined {
  const local = typesIn(file).get(name);
  if (local) {
    evaluator.program.touch(local.unit);
    return { kind: 'declaration', declaration: local.declaration, file, unit: local.unit };
  }
  if (!isJavaScript(file.language)) return declaredType(evaluator, file, name);
  const [head = name, ...rest] = name.split('.');
  const scope = moduleScope(file);
  const imported = scope.imports.get(head)?.import;
  if (imported?.name !== undefined) {
    const sdk = evaluator.program.sdkOfModule(file, imported.module);
    if (sdk)
      return {
        kind: 'value',
        value: [{ v: 'sdk', sdk, path: [...(imported.name === '*' ? [] : [imported.name]), ...rest] }],
      };
    const target = evaluator.program.resolveModule(file, imported.module);
    const other = target.kind === 'file' ? evaluator.program.file(target.uri) : undefined;
    if (!other) return undefined;
    if (imported.name === '*')
      return rest.length > 0 ? exportedType(evaluator, other, rest.join('.'), seen) : undefined;
    const found = exportedType(evaluator, other, imported.name, seen);
    if (found?.kind === 'value')
      return {
        kind: 'value',
        value: rest.reduce(
          (value, member) =>
            evaluator.elementOf(value, scalar(member), {
              file,
              unit: file.units[0] ?? emptyUnit,
              env: evaluator.module,
            }),
          found.value,
        ),
      };
    return found;
  }
  const declared = scope.declared.get(head);
  const [symbol] = declared ? [declared] : evaluator.program.symbols(file, head);
  const binding = symbol?.unit.bindings[symbol.binding];
  if (!symbol || !binding || !['class', 'enum'].includes(binding.kind)) return undefined;
  return { kind: 'value', value: evaluator.declared(symbol.file, symbol.unit, binding) };
}

/** What a type's name stands for in languages that import declarations rather than files. */
function declaredType(evaluator: Evaluator, file: CodeFile, name: string): TypeTarget | undefined {
  const [head = name, ...rest] = name.split('.');
  const imported = moduleScope(file).imports.get(head)?.import;
  const inModule = rest.length === 1 ? rest[0] : rest.length === 0 ? head : undefined;
  const module = rest.length === 1 ? imported?.module : undefined;
  const isReachable = inModule !== undefined && (rest.length === 0 || imported !== undefined);
  const [type] = isReachable ? evaluator.program.types(file, module, inModule) : [];
  if (type) return { kind: 'declaration', ...type };
  if (imported?.name !== undefined) {
    const sdk = evaluator.program.sdkOfModule(file, imported.module);
    const path = [...(imported.name === '*' ? [] : [imported.name]), ...rest];
    if (sdk && file.language !== 'python') return { kind: 'value', value: [{ v: 'sdk', sdk, path }] };
    return membersAt(evaluator, importedValue(evaluator, imported, file), rest, file);
  }
  const nested = nestedClass(evaluator, file, head);
  if (nested) return membersAt(evaluator, [nested], rest, file);
  const first = rest.findIndex(part => /^[A-Z]/.test(part));
  const qualified = first > 0 && qualifiedName(evaluator, [head, ...rest.slice(0, first)], rest[first] ?? '', file);
  if (qualified) return membersAt(evaluator, qualified, rest.slice(first + 1), file);
  const [unit = emptyUnit] = file.units;
  return membersAt(evaluator, evaluator.moduleName(head, { file, unit, env: evaluator.module }), rest, file);
}

/** The only class of a name in a file, wherever it is declared there. */
function nestedClass(evaluator: Evaluator, file: CodeFile, name: string): ClassValue | undefined {
  const found = file.units.flatMap(unit =>
    unit.classes
      .filter(cls => cls.name === name && !cls.extension && !cls.part)
      .map((cls): ClassValue => ({ v: 'class', file, unit, cls, env: evaluator.module })),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The class, or the SDK's type, that a name's further parts lead to. */
function membersAt(
  evaluator: Evaluator,
  value: Value,
  rest: readonly string[],
  file: CodeFile,
): TypeTarget | undefined {
  const [unit = emptyUnit] = file.units;
  const scope = { file, unit, env: evaluator.module };
  const found = rest
    .reduce((outer, member) => evaluator.memberOf(outer, member, scope), value)
    .filter(alternative => alternative.v === 'class' || alternative.v === 'sdk');
  return found.length > 0 ? { kind: 'value', value: found } : undefined;
}

const emptyUnit: Unit = {
  start: 0,
  bindings: [],
  functions: [],
  calls: [],
  classes: [],
  types: [],
  imports: [],
  exports: [],
  globals: [],
};

function exportedType(
  evaluator: Evaluator,
  file: CodeFile,
  name: string,
  seen: ReadonlySet<string>,
): TypeTarget | undefined {
  const key = `${file.uri}#${name}`;
  if (seen.has(key)) return undefined;
  const visited = new Set(seen).add(key);
  const scope = moduleScope(file);
  const item = scope.exports.get(name)?.export;
  if (item && 'local' in item) return findType(evaluator, file, item.local, visited);
  if (item && 'from' in item) {
    const target = evaluator.program.resolveModule(file, item.from);
    const next = target.kind === 'file' ? evaluator.program.file(target.uri) : undefined;
    return next && exportedType(evaluator, next, item.imported, visited);
  }
  const own = findType(evaluator, file, name, visited);
  if (own) return own;
  if (item) return { kind: 'value', value: exportedValue(evaluator, file, name) };
  for (const star of scope.stars) {
    if (!('from' in star.export)) continue;
    const target = evaluator.program.resolveModule(file, star.export.from);
    const next = target.kind === 'file' ? evaluator.program.file(target.uri) : undefined;
    const found = next && exportedType(evaluator, next, name, visited);
    if (found) return found;
  }
  return undefined;
}

/** The values that a reference gives to a declaration's type parameters. */
export function argumentsOf(
  at: TypeAt,
  type: Extract<TypeExpr, { t: 'reference' }>,
  declaration: TypeDeclaration,
): ReadonlyMap<string, TypeAt> {
  return new Map(
    declaration.params.flatMap((name, index): [string, TypeAt][] => {
      const given = type.args[index];
      return given ? [[name, { ...at, type: given }]] : [];
    }),
  );
}

/** Generic types that stand for their argument, or whose members are those of their argument. */
export const transparent = new Set([
  'Readonly',
  'NonNullable',
  'Required',
  'Promise',
  'PromiseLike',
  'Awaited',
  'Ref',
  'ShallowRef',
  'ComputedRef',
  'MaybeRef',
  'Observable',
  'Lazy',
  'Provider',
  'PropsWithChildren',
  'DeepReadonly',
  'Partial',
  'Pick',
  'Omit',
  'Exact',
  'Extract',
  'Final',
  'Optional',
]);
export const arrayTypes = new Set([
  'Array',
  'ReadonlyArray',
  'List',
  'MutableList',
  'Sequence',
  'Iterable',
  'Collection',
]);
export const objectTypes = new Set([
  'Record',
  'Map',
  'ReadonlyMap',
  'Set',
  'WeakMap',
  'Object',
  'Dictionary',
  'MutableMap',
  'HashMap',
  'Error',
  'RegExp',
  'URL',
]);
export const functionTypes = new Set(['Function', 'Dispatch']);
