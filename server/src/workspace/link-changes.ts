import type { Uri } from '../base/text.ts';
import { globalsAssigned } from '../code/evaluate/module-scope.ts';
import type { CodeFile, Expr, Unit } from '../code/facts.ts';
import { namesGiven } from './symbols.ts';

/** In place of a file: whatever declares a name, so that files which asked for it are looked at again when that changes. */
export function named(name: string): Uri {
  return `name:${name}`;
}

export function isNamed(uri: Uri): boolean {
  return uri.startsWith('name:');
}

/** The names that files declare for others, and did not before, or no longer do. */
export function namesChanged(
  before: ReadonlyMap<Uri, CodeFile>,
  now: ReadonlyMap<Uri, CodeFile>,
  changed: ReadonlySet<Uri>,
): ReadonlySet<Uri> {
  const names = new Set<Uri>();
  for (const uri of changed) {
    const old = namesGiven(before.get(uri));
    const fresh = namesGiven(now.get(uri));
    // In another package, the same names mean something else to others.
    const isMoved = before.get(uri)?.namespace !== now.get(uri)?.namespace;
    for (const name of old) if (isMoved || !fresh.has(name)) names.add(named(name));
    for (const name of fresh) if (isMoved || !old.has(name)) names.add(named(name));
  }
  return names;
}

/** Whether names come or go that files of JavaScript make global: any file may mean them. */
export function changesGlobals(
  before: ReadonlyMap<Uri, CodeFile>,
  now: ReadonlyMap<Uri, CodeFile>,
  changed: ReadonlySet<Uri>,
): boolean {
  const namesIn = (file: CodeFile | undefined): string => (file ? [...globalsAssigned(file).keys()].join() : '');
  return [...changed].some(uri => namesIn(before.get(uri)) !== namesIn(now.get(uri)));
}

/** The names that units bring in and give out at the top level of their file, and those of the methods that stand alone, as one text. */
export function shapeOf(units: readonly Unit[]): string {
  return JSON.stringify(
    units
      .flatMap(({ bindings, globals, imports, exports, classes }) => [
        classes.flatMap(cls =>
          cls.part || cls.extension
            ? cls.members.map(member => [cls.name, member.name, member.kind, member.static])
            : [],
        ),
        globals.map(index => bindings[index]?.name),
        imports.map(({ module, name, local }) => [module, name, local]),
        exports.map(item => [
          item.name,
          'from' in item ? [item.from, item.imported] : 'local' in item ? item.local : '',
        ]),
      ])
      .flat(),
  );
}

/**
 * Whether the units of a long file that changed are functions, and the same ones: then only those that name them can rest on
 * what they do.
 */
export function changesFunctions(before: CodeFile, now: CodeFile, edited: ReadonlySet<Unit>): boolean {
  const [old, rest] = [before.units[0], now.units[0]];
  if (!old?.gaps || !rest?.gaps || edited.has(old) || edited.has(rest)) return false;
  const isEdited = (unit: Unit): boolean => edited.has(unit);
  const isCalledOtherwise = ({ functions }: Unit): boolean => functions.some(({ name = '' }) => unnamed.test(name));
  const isSame = shapeOf(before.units.filter(isEdited)) === shapeOf(now.units.filter(isEdited));
  return isSame && ![...edited].some(isCalledOtherwise);
}

/** Functions that are called without their names. */
const unnamed = /^(?:__\w+|call|callAsFunction|handle|invoke|perform|get|set|method_missing|\W+)$/;

/**
 * Whether a unit declares something, beside functions and constants of data, that other files may call through: a client, a
 * class, an object with functions. What such a thing is decides which calls count.
 */
export function givesBehaviour(unit: Unit): boolean {
  return unit.globals.some(index => {
    const binding = unit.bindings[index];
    if (!binding || binding.kind === 'function' || binding.kind === 'import') return false;
    return binding.kind === 'class' || !binding.init || (binding.init.k !== 'function' && !isData(binding.init));
  });
}

function isData(expr: Expr): boolean {
  switch (expr.k) {
    case 'literal':
    case 'template':
      return true;
    case 'object':
      return expr.entries.every(entry => isData(entry.value));
    case 'array':
      return expr.items.every(isData);
    case 'cast':
      return isData(expr.value);
    default:
      return false;
  }
}
