import type { Class, CodeFile, Unit } from '../facts.ts';

/** A class where it is declared. */
export interface ClassAt {
  readonly unit: Unit;
  readonly cls: Class;
}

interface Parts {
  readonly whole: ClassAt;
  readonly others: readonly ClassAt[];
}

const none: ReadonlyMap<string, Parts> = new Map();
const byFile = new WeakMap<CodeFile, ReadonlyMap<string, Parts>>();

/** The classes of a long file some of whose methods are units of their own, by name. */
function partsIn(file: CodeFile): ReadonlyMap<string, Parts> {
  const known = byFile.get(file);
  if (known) return known;
  const parts = file.units[0]?.gaps ? readParts(file) : none;
  byFile.set(file, parts);
  return parts;
}

function readParts({ units }: CodeFile): ReadonlyMap<string, Parts> {
  const found = new Map<string, { readonly whole: ClassAt; readonly others: ClassAt[] }>();
  const [rest] = units;
  if (!rest) return found;
  for (const cls of rest.classes)
    if (cls.name !== undefined && !found.has(cls.name)) found.set(cls.name, { whole: { unit: rest, cls }, others: [] });
  for (const unit of units)
    for (const cls of unit.classes)
      if (unit !== rest && (cls.part || cls.extension)) found.get(cls.name ?? '')?.others.push({ unit, cls });
  return found;
}

/** The class that a class of a file is a part of; the class itself where it is none. */
export function wholeOf(file: CodeFile, unit: Unit, cls: Class): ClassAt {
  const whole = cls.part || cls.extension ? partsIn(file).get(cls.name ?? '')?.whole : undefined;
  return whole ?? { unit, cls };
}

/** A class with its parts that are units of their own. */
export function withParts<T extends ClassAt & { readonly file: CodeFile }>(of: T): readonly T[] {
  if (of.cls.name === undefined) return [of];
  const known = partsIn(of.file).get(of.cls.name);
  if (known?.whole.cls !== of.cls || known.others.length === 0) return [of];
  return [of, ...known.others.map(({ unit, cls }): T => ({ ...of, unit, cls }))];
}

/** The functions of a class's members. */
export function methodsOf(
  of: ClassAt & { readonly file: CodeFile },
): readonly { readonly unit: Unit; readonly fn: number }[] {
  return withParts(of).flatMap(({ unit, cls }) =>
    cls.members.flatMap(({ fn }) => (fn === undefined ? [] : [{ unit, fn }])),
  );
}
