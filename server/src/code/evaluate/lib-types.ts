import type { TypeExpr } from '../facts.ts';
import { objectType, primitiveType, typedAs } from './made-types.ts';
import type { TypedValue } from './value.ts';

/** What JavaScript and browsers bring along, as far as people send it: the plain members of a few types and globals. */
export function libraryType(name: string): TypeExpr | undefined {
  return types.get(name);
}

/** A global of the browser; undefined where it is none, or is not told of here. */
export function libraryGlobal(name: string): TypedValue | undefined {
  const type = globals.get(name);
  return type && typedAs(type);
}

const string = primitiveType('string');
const number = primitiveType('number');
const boolean = primitiveType('boolean');

const error: TypeExpr = {
  t: 'object',
  members: [
    { name: 'name', type: string, optional: false, at: 0 },
    { name: 'message', type: string, optional: false, at: 0 },
    { name: 'stack', type: string, optional: true, at: 0 },
  ],
};
const blob = { size: number, type: string };
const keyboardEvent = {
  ...{ key: string, code: string, type: string, repeat: boolean },
  ...{ altKey: boolean, ctrlKey: boolean, metaKey: boolean, shiftKey: boolean },
};
const address = {
  ...{ href: string, origin: string, protocol: string, host: string, hostname: string, port: string },
  ...{ pathname: string, search: string, hash: string },
};

const types: ReadonlyMap<string, TypeExpr> = new Map([
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'DOMException'].map(
    (name): [string, TypeExpr] => [name, error],
  ),
  ['Blob', objectType(blob)],
  ['File', objectType({ ...blob, name: string, lastModified: number })],
  ['KeyboardEvent', objectType(keyboardEvent)],
  ['Location', objectType(address)],
  ['URL', objectType({ ...address, username: string, password: string })],
]);

const globals: ReadonlyMap<string, TypeExpr> = new Map([
  ['location', objectType(address)],
  ['document', objectType({ title: string, referrer: string, URL: string, cookie: string })],
  ['navigator', objectType({ userAgent: string, language: string, platform: string, onLine: boolean })],
  [
    'screen',
    objectType({ width: number, height: number, availWidth: number, availHeight: number, colorDepth: number }),
  ],
  ...['innerWidth', 'innerHeight', 'outerWidth', 'outerHeight', 'scrollX', 'scrollY', 'devicePixelRatio'].map(
    (name): [string, TypeExpr] => [name, number],
  ),
]);
