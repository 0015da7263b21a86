import type { Class, CodeFile, Unit } from '../facts.ts';

/** A class where it is declared. */
export interface ClassAt {
  readonly unit: Unit;
  readonly cls: Class;
}

interface Parts {
  readonly whole: ClassAt;
  readonly others: readonly ClassAt[];
  /** The same by the names of their members. */
  readonly byMember: ReadonlyMap<string, readonly ClassAt[]>;
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
  const found = new Map<string, PartsDraft>();
  const [rest] = units;
  for (const cls of rest?.classes ?? [])
    if (rest && cls.name !== undefined && !found.has(cls.name))
      found.set(cls.name, { whole: { unit: rest, cls }, others: [], byMember: new Map<string, ClassAt[]>() });
  for (const unit of units)
    for (const cls of unit.classes) {
      const parts = unit !== rest && (cls.part || cls.extension) ? found.get(cls.name ?? '') : undefined;
      if (!parts) continue;
      const part = { unit, cls };
      parts.others.push(part);
      for (const name of new Set(cls.members.map(member => member.name))) {
        const same = parts.byMember.get(name);
        if (same) same.push(part);
        else parts.byMember.set(name, [part]);
      }
    }
  return found;
}

interface PartsDraft extends Parts {
  readonly others: ClassAt[];
  readonly byMember: Map<string, ClassAt[]>;
}

/** The class that a class of a file is a part of; the class itself where it is none. */
export function wholeOf(file: CodeFile, unit: Unit, cls: Class): ClassAt {
  const whole = cls.part || cls.extension ? partsIn(file).get(cls.name ?? '')?.whole : undefined;
  return whole ?? { unit, cls };
}

/** A class with its parts that are units of their own; of those, only the ones with a member of a name where one is given. */
export function withParts<T extends ClassAt & { readonly file: CodeFile }>(of: T, member?: string): readonly T[] {
  if (of.cls.name === undefined) return [of];
  const known = partsIn(of.file).get(of.cls.name);
  const others = member === undefined ? known?.others : known?.byMember.get(member);
  if (known?.whole.cls !== of.cls || !others) return [of];
  return [of, ...others.map(({ unit, cls }): T => ({ ...of, unit, cls }))];
}

/** The functions of a class's members. */
export function methodsOf(
  of: ClassAt & { readonly file: CodeFile },
): readonly { readonly unit: Unit; readonly fn: number }[] {
  return withParts(of).flatMap(({ unit, cls }) =>
    cls.members.flatMap(({ fn }) => (fn === undefined ? [] : [{ unit, fn }])),
  );
}
