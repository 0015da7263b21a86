import { pathToFileURL } from 'node:url';
import type { API, ObjectFlags, SignatureKind, SymbolFlags, TypeFlags } from 'typescript-7/unstable/async';
import type { TypeScriptPackage } from './find-typescript.ts';

/** What is used of the compiler's API, which its authors call unstable: all of it is looked at before it is used. */
export interface CompilerApi {
  readonly API: typeof API;
  readonly flags: typeof TypeFlags;
  readonly objects: typeof ObjectFlags;
  readonly symbols: typeof SymbolFlags;
  readonly signatures: typeof SignatureKind;
}

const flagNames = [
  ...['Any', 'Unknown', 'Never', 'NonPrimitive', 'ESSymbol', 'UniqueESSymbol', 'Undefined', 'Void', 'Null'],
  ...['BigInt', 'BigIntLiteral', 'StringLiteral', 'NumberLiteral', 'BooleanLiteral', 'String', 'TemplateLiteral'],
  ...['StringMapping', 'Number', 'Boolean', 'Enum', 'Union', 'Intersection', 'Object', 'TypeParameter'],
  ...['IndexedAccess', 'Conditional', 'Index', 'Substitution'],
];

/** Loads the API of a TypeScript package. Throws a message for the user where it is not the one that is known here. */
export async function loadApi({ apiPath, version }: TypeScriptPackage): Promise<CompilerApi> {
  const module: unknown = await import(pathToFileURL(apiPath).href);
  if (isObject(module)) {
    const {
      API: api,
      TypeFlags: flags,
      ObjectFlags: objects,
      SymbolFlags: symbols,
      SignatureKind: signatures,
    } = module;
    const isKnown =
      typeof api === 'function' &&
      hasNumbers(flags, flagNames) &&
      hasNumbers(objects, ['Tuple']) &&
      hasNumbers(symbols, ['Optional', 'Method', 'Property']) &&
      hasNumbers(signatures, ['Call', 'Construct']);
    // Looked at above, as far as it is used.
    if (isKnown) return { API: api, flags, objects, symbols, signatures } as unknown as CompilerApi;
  }
  throw new Error(`TypeScript ${version} has another API than the one that Tracklint knows`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function hasNumbers(table: unknown, names: readonly string[]): boolean {
  return isObject(table) && names.every(name => typeof table[name] === 'number');
}
