import { Lines } from '../../base/lines.ts';
import type { CodeFile, Primitive, Unit } from '../facts.ts';
import type { TypeAt, Value } from './value.ts';

const unit: Unit = {
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

/** Where types stand that no source file declares. */
const nowhere: CodeFile = { uri: '', language: 'typescript', lines: new Lines(''), units: [unit], suppressions: [] };

const known = new Map<Primitive, TypeAt>();

/** A primitive type; it needs no file to be looked up in. */
export function primitiveAt(name: Primitive): TypeAt {
  let at = known.get(name);
  if (!at) known.set(name, (at = { type: { t: 'primitive', name }, file: nowhere, unit }));
  return at;
}

/** A value of which nothing is known but its primitive type. */
export function primitive(name: Primitive): Value {
  return [{ v: 'typed', type: primitiveAt(name) }];
}
