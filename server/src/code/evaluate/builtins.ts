import type { Call, Expr } from '../facts.ts';
import { arrayMethods, onArrays } from './array-methods.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { joinWords, splitWords } from '../../base/words.ts';
import { isJavaScript } from '../language-families.ts';
import { lazyLoaders, loadedLazily } from './components.ts';
import { createdContext } from './created-context.ts';
import { importedValue } from './imports.ts';
import { hashMethod } from './hash-methods.ts';
import { assignObjects, entriesOf, keysOf } from './objects.ts';
import { mapStrings, sameText } from './strings.ts';
import { primitive } from './primitives.ts';
import { single, scalar, union, unknown, type Alternative, type Value } from './value.ts';

/**
 * Calls whose meaning is known without their source: methods of strings, arrays and objects, and functions that give their
 * argument back (`useCallback`, `memo`, `debounce`). Undefined where the call is none of them.
 */
export function builtinCall(evaluator: Evaluator, call: Call, scope: Scope): Value | undefined {
  const { callee } = call;
  if (callee.k === 'member') {
    const onGlobal =
      callee.object.k === 'name' && (callee.object.binding < 0 || callee.object.name === 'strings')
        ? globalMethods.get(`${callee.object.name}.${callee.name}`)
        : undefined;
    if (onGlobal) return onGlobal(evaluator, call, scope);
    if (passThrough.has(callee.name)) return passed(evaluator, call, scope, callee.name);
    if (lazyLoaders.has(callee.name)) return loadedLazily(evaluator, call, scope);
    if (callee.name === 'then') return brought(evaluator, callee.object, call, scope);
    if (functionMethods.has(callee.name)) return functionMethod(evaluator, callee.object, callee.name, call, scope);
    const method = stringMethods.get(callee.name);
    if (method) return onStrings(evaluator, callee.object, call, scope, method, callee.name);
    if (arrayMethods.has(callee.name)) return onArrays(evaluator, callee.object, callee.name, call, scope);
    const typed = typedMethods.get(callee.name);
    return typed ? typedMethod(evaluator, callee.object, scope, typed) : hashMethod(evaluator, call, scope);
  }
  if (callee.k !== 'name') return undefined;
  if (call.form === 'new' && callee.binding < 0) return callee.name === 'Date' ? primitive('date') : undefined;
  if (callee.binding < 0) {
    if (callee.name === 'import' || callee.name === 'require') return loadedModule(evaluator, call, scope);
    const conversion = conversions.get(callee.name);
    if (conversion) return conversion(evaluator, call, scope);
  }
  const casing = caseFunctions.get(callee.name);
  if (casing && call.args.length === 1) {
    const value = first(evaluator, call, scope);
    return mapStrings(value, casing, alternative =>
      alternative.v === 'parameter' ? [{ ...alternative, derived: 'text' }] : primitive('string'),
    );
  }
  if (lazyLoaders.has(callee.name)) return loadedLazily(evaluator, call, scope);
  return passThrough.has(callee.name) ? passed(evaluator, call, scope, callee.name) : undefined;
}

/** `import('./analytics')` and `require('./analytics')` amid an expression. */
function loadedModule(evaluator: Evaluator, call: Call, scope: Scope): Value | undefined {
  const module = call.args[0]?.value;
  if (module?.k !== 'literal' || typeof module.value !== 'string' || !isJavaScript(scope.file.language))
    return undefined;
  return importedValue(evaluator, { module: module.value, name: '*', local: undefined, span: module }, scope.file);
}

/** `import('./analytics').then(module => module.track)`: what is made of a module once it is there. */
function brought(evaluator: Evaluator, object: Expr, call: Call, scope: Scope): Value | undefined {
  const module = evaluator.evaluate(object, scope);
  if (module.length === 0 || !module.every(({ v }) => v === 'module')) return undefined;
  const made = first(evaluator, call, scope).flatMap(callback =>
    callback.v === 'function' ? evaluator.apply({ ...callback, bound: [() => module] }, undefined, scope) : [],
  );
  return made.length > 0 ? made : undefined;
}

/** A table by name that has nothing but its own entries: `constructor` is no method of ours. */
function table<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}

function first(evaluator: Evaluator, call: Call, scope: Scope): Value {
  const arg = call.args[0];
  return arg ? evaluator.evaluate(arg.value, scope) : scalar(undefined);
}

// ---------------------------------------------------------------------------------------------------- functions

/**
 * Functions that return the function (or component, or object) that they are given, or one that behaves like it. By name,
 * since they come from many packages: React, lodash, MobX, Vue and their likes agree on these names.
 */
const passThrough = new Set([
  'useCallback',
  'useEvent',
  'useEventCallback',
  'useMemoizedFn',
  'useStableCallback',
  'useLatestCallback',
  'memo',
  'forwardRef',
  'observer',
  'debounce',
  'throttle',
  'once',
  'memoize',
  'useDebouncedCallback',
  'useThrottledCallback',
  'useDebounce',
  'useThrottle',
  'markRaw',
  'toRaw',
  'unref',
  'reactive',
  'readonly',
  'shallowRef',
  'shallowReactive',
  'ref',
  'useRef',
  'useMemo',
  'computed',
  'useEffectEvent',
  'withRouter',
  'batched',
  'action',
  'untracked',
  'defineComponent',
  'cache',
  'createContext',
  'useContext',
]);

function passed(evaluator: Evaluator, call: Call, scope: Scope, name: string): Value | undefined {
  const [arg] = call.args;
  if (
    !arg ||
    evaluator
      .evaluate(call.callee, scope)
      .some(alternative => alternative.v === 'function' || alternative.v === 'instance')
  )
    return undefined;
  if (name === 'createContext') return createdContext(evaluator, call, arg.value, scope);
  const value = evaluator.evaluate(arg.value, scope);
  if (name === 'useContext') return value.every(alternative => alternative.v === 'unknown') ? undefined : value;
  if (name === 'useMemo' || name === 'computed' || name === 'untracked') {
    return union(
      value.map(alternative =>
        alternative.v === 'function'
          ? evaluator.apply(alternative, undefined, scope)
          : unknown('it is made by a function that is not known'),
      ),
    );
  }
  return value.some(
    alternative =>
      alternative.v === 'function' ||
      alternative.v === 'sdk' ||
      alternative.v === 'object' ||
      alternative.v === 'instance',
  )
    ? value
    : undefined;
}

const functionMethods = new Set(['bind', 'call', 'apply']);

function functionMethod(
  evaluator: Evaluator,
  object: Expr,
  method: string,
  call: Call,
  scope: Scope,
): Value | undefined {
  const callee = evaluator.evaluate(object, scope);
  if (!callee.some(alternative => alternative.v === 'function' || alternative.v === 'sdk')) return undefined;
  if (method !== 'bind') return unknown('what it returns is not known');
  return callee.map((alternative): Alternative => {
    if (alternative.v !== 'function') return alternative;
    const self = call.args[0] && evaluator.evaluate(call.args[0].value, scope);
    const bound = call.args.slice(1).map(arg => (): Value => evaluator.evaluate(arg.value, scope));
    const known = self?.some(value => value.v === 'instance' || value.v === 'object');
    return { ...alternative, ...(known && self && { self }), bound: [...(alternative.bound ?? []), ...bound] };
  });
}

// ---------------------------------------------------------------------------------------------------- strings

type StringMethod = (text: string, args: readonly (string | number)[]) => string | number | boolean;

const stringMethods: ReadonlyMap<string, StringMethod> = table<StringMethod>({
  toLowerCase: text => text.toLowerCase(),
  toLocaleLowerCase: text => text.toLowerCase(),
  toUpperCase: text => text.toUpperCase(),
  toLocaleUpperCase: text => text.toUpperCase(),
  lowercase: text => text.toLowerCase(),
  uppercase: text => text.toUpperCase(),
  lower: text => text.toLowerCase(),
  upper: text => text.toUpperCase(),
  lowercased: text => text.toLowerCase(),
  uppercased: text => text.toUpperCase(),
  downcase: text => text.toLowerCase(),
  upcase: text => text.toUpperCase(),
  ToLower: text => text.toLowerCase(),
  ToLowerInvariant: text => text.toLowerCase(),
  ToUpper: text => text.toUpperCase(),
  ToUpperInvariant: text => text.toUpperCase(),
  to_s: sameText,
  to_sym: sameText,
  trim: text => text.trim(),
  trimStart: text => text.trimStart(),
  trimEnd: text => text.trimEnd(),
  toString: sameText,
  ToString: sameText,
  replace: (text, [from, to]) => text.replace(String(from), String(to)),
  replaceAll: (text, [from, to]) => text.replaceAll(String(from), String(to)),
  padStart: (text, [size, fill]) => text.padStart(Number(size), fill === undefined ? ' ' : String(fill)),
  charAt: (text, [at]) => text.charAt(Number(at)),
  substring: (text, [from, to]) => text.substring(Number(from), to === undefined ? undefined : Number(to)),
});

const noArguments = new Set([
  'lowercased',
  'uppercased',
  'downcase',
  'upcase',
  'ToLower',
  'ToLowerInvariant',
  'ToUpper',
  'ToUpperInvariant',
  'ToString',
  'to_s',
  'to_sym',
  'toLowerCase',
  'toLocaleLowerCase',
  'toUpperCase',
  'toLocaleUpperCase',
  'lowercase',
  'uppercase',
  'lower',
  'upper',
  'trim',
  'trimStart',
  'trimEnd',
  'toString',
]);

function onStrings(
  evaluator: Evaluator,
  object: Expr,
  call: Call,
  scope: Scope,
  method: StringMethod,
  name: string,
): Value {
  const value = evaluator.evaluate(object, scope);
  const args = call.args.map(arg => single(evaluator.evaluate(arg.value, scope))?.value);
  const given = args.filter(arg => typeof arg === 'string' || typeof arg === 'number');
  const known = noArguments.has(name) || (args.length > 0 && given.length === args.length);
  const constants = /^[tT]oString$/.test(name) ? namesOfConstants(value) : undefined;
  if (constants) return constants;
  if (
    value.some(alternative => alternative.v === 'instance' || alternative.v === 'sdk' || alternative.v === 'function')
  )
    return unknown('it is computed when the program runs');
  if (!known) return primitive('string');
  return mapStrings(value, method === sameText ? sameText : text => method(text, given), alternative =>
    alternative.v === 'parameter' ? [{ ...alternative, derived: 'text' }] : primitive('string'),
  );
}

/** The constants of enums turn into their names, where their class does not say what they turn into. */
function namesOfConstants(value: Value): Value | undefined {
  const names = value.flatMap((alternative): Value =>
    alternative.v === 'instance' &&
    alternative.constant !== undefined &&
    !isJavaScript(alternative.of.file.language) &&
    !alternative.of.cls.members.some(({ name }) => /^[tT]oString$/.test(name))
      ? scalar(alternative.constant)
      : [],
  );
  return names.length > 0 && names.length === value.length ? names : undefined;
}

function spell(text: string, nameCase: Parameters<typeof joinWords>[1]): string {
  return joinWords(
    splitWords(text).map(word => word.text),
    nameCase,
  );
}

const caseFunctions: ReadonlyMap<string, (text: string) => string> = table<(text: string) => string>({
  snakeCase: text => spell(text, 'snake_case'),
  camelCase: text => spell(text, 'camelCase'),
  kebabCase: text => spell(text, 'kebab-case'),
  startCase: text => spell(text, 'Title Case'),
  titleCase: text => spell(text, 'Title Case'),
  pascalCase: text => spell(text, 'PascalCase'),
  capitalize: text => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
  upperFirst: text => text.charAt(0).toUpperCase() + text.slice(1),
  toLower: text => text.toLowerCase(),
  toUpper: text => text.toUpperCase(),
  strtolower: text => text.toLowerCase(),
  strtoupper: text => text.toUpperCase(),
});

// ---------------------------------------------------------------------------------------------------- types of results

/** Methods whose result has one type whatever they are called on, if that is no class of the workspace. */
const typedMethods = new Map<string, 'string' | 'number' | 'boolean'>([
  ...names(
    'string',
    'toFixed toISOString toJSON toDateString toLocaleString toLocaleDateString toPrecision substr normalize repeat',
  ),
  ...names('boolean', 'startsWith endsWith hasOwnProperty isArray'),
  ...names('number', 'getTime getFullYear charCodeAt localeCompare'),
]);

function names<T extends string>(type: T, list: string): [string, T][] {
  return list.split(' ').map(name => [name, type]);
}

function typedMethod(
  evaluator: Evaluator,
  object: Expr,
  scope: Scope,
  type: 'string' | 'number' | 'boolean',
): Value | undefined {
  const value = evaluator.evaluate(object, scope);
  return value.some(
    alternative =>
      alternative.v === 'instance' ||
      alternative.v === 'class' ||
      alternative.v === 'sdk' ||
      alternative.v === 'object',
  )
    ? undefined
    : primitive(type);
}

// ---------------------------------------------------------------------------------------------------- globals

type Builtin = (evaluator: Evaluator, call: Call, scope: Scope) => Value | undefined;

const toText: Builtin = (evaluator, call, scope) =>
  mapStrings(first(evaluator, call, scope), sameText, alternative =>
    alternative.v === 'parameter' ? [{ ...alternative, derived: 'text' }] : primitive('string'),
  );

const conversions: ReadonlyMap<string, Builtin> = table<Builtin>({
  String: toText,
  string: toText,
  str: toText,
  Number: () => primitive('number'),
  BigInt: () => primitive('bigint'),
  parseInt: () => primitive('number'),
  parseFloat: () => primitive('number'),
  Boolean: () => primitive('boolean'),
  encodeURIComponent: () => primitive('string'),
  Symbol: () => primitive('symbol'),
});

const number: Builtin = () => primitive('number');

function respelled(evaluator: Evaluator, call: Call, scope: Scope, spelling: (text: string) => string): Value {
  return mapStrings(first(evaluator, call, scope), spelling, alternative =>
    alternative.v === 'parameter' ? [{ ...alternative, derived: 'text' }] : primitive('string'),
  );
}

const globalMethods: ReadonlyMap<string, Builtin> = table<Builtin>({
  'strings.ToLower': (evaluator, call, scope) => respelled(evaluator, call, scope, text => text.toLowerCase()),
  'strings.ToUpper': (evaluator, call, scope) => respelled(evaluator, call, scope, text => text.toUpperCase()),
  'strings.ReplaceAll': (evaluator, call, scope) => {
    const [, from, to] = call.args.map(({ value }) => single(evaluator.evaluate(value, scope))?.value);
    if (typeof from !== 'string' || typeof to !== 'string') return primitive('string');
    return respelled(evaluator, call, scope, text => text.replaceAll(from, () => to));
  },
  'Object.freeze': first,
  'Object.seal': first,
  'Promise.resolve': first,
  'Object.assign': (evaluator, call, scope) =>
    assignObjects(
      evaluator,
      call.args.map(arg => evaluator.evaluate(arg.value, scope)),
      scope,
    ),
  'Object.keys': (evaluator, call, scope) => keysOf(first(evaluator, call, scope)),
  'Object.entries': (evaluator, call, scope) => entriesOf(first(evaluator, call, scope)),
  'Object.values': (evaluator, call, scope) =>
    union(
      first(evaluator, call, scope).map((alternative): Value =>
        alternative.v === 'object'
          ? [
              {
                v: 'array',
                items: [...alternative.fields.values()].map(field => field.value),
                ...(alternative.open !== undefined && { open: alternative.open }),
              },
            ]
          : unknown('its members are not known'),
      ),
    ),
  'JSON.stringify': () => primitive('string'),
  'Date.now': number,
  'performance.now': number,
  'Date.parse': number,
  'Number.parseInt': number,
  'Number.parseFloat': number,
  'Math.round': number,
  'Math.floor': number,
  'Math.ceil': number,
  'Math.max': number,
  'Math.min': number,
  'Math.abs': number,
  'Math.random': number,
  'Math.trunc': number,
  'Array.isArray': () => primitive('boolean'),
  'Number.isInteger': () => primitive('boolean'),
  'Number.isNaN': () => primitive('boolean'),
  'String.raw': () => primitive('string'),
  'crypto.randomUUID': () => primitive('string'),
});
