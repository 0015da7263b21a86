import type { Lines } from '../../base/lines.ts';
import { comparePositions } from '../../base/text.ts';
import type { CodeFile, Unit } from '../facts.ts';
import { listensTo } from './listeners.ts';

/** What an edit did to the units of a file. */
export interface UnitChanges {
  /** Units of before on which nothing may rest any more. */
  readonly gone: ReadonlySet<Unit>;
  /** Units as they are now to be looked at anew: those that changed, and those that could be told so by a name. */
  readonly fresh: ReadonlySet<Unit>;
  /** Units of before that are the same now, perhaps at another place. */
  readonly kept: ReadonlyMap<Unit, Unit>;
  /** Units of before, and of now, whose own text changed. */
  readonly edited: { readonly before: readonly Unit[]; readonly now: readonly Unit[] };
}

/**
 * Which units of a file an edit concerns. One that did not change itself is concerned where it mentions a name that a concerned
 * one declares, brings in or assigns. `isWhole` may have all units looked at anew: where what the edited ones say leads through
 * other files back into this one, or is found by something else than a name.
 */
export function unitChanges(
  before: CodeFile,
  now: CodeFile,
  isWhole: (edited: ReadonlySet<Unit>) => boolean,
): UnitChanges {
  const kept = keptUnits(before.units, now.units);
  const stays = new Set(kept.values());
  const edited = {
    before: before.units.filter(unit => !kept.has(unit)),
    now: now.units.filter(unit => !stays.has(unit)),
  };
  const all = new Set([...edited.before, ...edited.now]);
  const isAll = [...all].some(isFoundOtherwise) || isWhole(all);
  const fresh = isAll ? new Set(now.units) : concernedBy(now.units, all);
  const gone = new Set(edited.before);
  for (const [old, unit] of [...kept])
    if (fresh.has(unit)) {
      kept.delete(old);
      gone.add(old);
    }
  return { gone, fresh: new Set(now.units.filter(unit => fresh.has(unit))), kept, edited };
}

/** Words that a file mentioned before an edit, and no longer does. */
export function lostWords(now: CodeFile, { edited }: UnitChanges): ReadonlySet<string> {
  const lost = new Set<string>();
  for (const unit of edited.before) for (const word of facesOf(unit).mentioned) lost.add(word);
  for (const unit of edited.now) for (const word of facesOf(unit).mentioned) lost.delete(word);
  for (const word of [...lost]) if (now.units.some(unit => facesOf(unit).mentioned.has(word))) lost.delete(word);
  return lost;
}

/** The kept units that also stand at their old places, and rest on none that does not. */
export function unmovedUnits(before: CodeFile, now: CodeFile, { kept }: UnitChanges): ReadonlyMap<Unit, Unit> {
  const moved = new Set<Unit>();
  for (const [old, unit] of kept) if (isMoved(old, before.lines, unit, now.lines)) moved.add(unit);
  const concerned = concernedBy([...kept.values()], moved);
  const unmoved = new Map<Unit, Unit>();
  for (const [old, unit] of kept) if (!concerned.has(unit)) unmoved.set(old, unit);
  return unmoved;
}

/** Whether a unit starts elsewhere in the file now, or goes on behind a gap in another line. */
function isMoved(old: Unit, before: Lines, unit: Unit, now: Lines): boolean {
  if (comparePositions(before.position(old.start), now.position(unit.start)) !== 0) return true;
  if (!old.gaps || !unit.gaps) return false;
  let was = old.start;
  let is = unit.start;
  for (const [at, gap] of unit.gaps.entries()) {
    const oldGap = old.gaps[at];
    if (!oldGap) return true;
    was += oldGap.length;
    is += gap.length;
    if (before.position(was + oldGap.at).line !== now.position(is + gap.at).line) return true;
  }
  return old.gaps.length !== unit.gaps.length;
}

/** Some units, and those that rest on them by a name, directly or not. */
function concernedBy(units: readonly Unit[], some: ReadonlySet<Unit>): ReadonlySet<Unit> {
  const concerned = new Set(some);
  const names = new Set([...some].flatMap(unit => [...facesOf(unit).given]));
  for (let isGrowing = names.size > 0; isGrowing;) {
    isGrowing = false;
    for (const unit of units) {
      if (concerned.has(unit) || !mentions(unit, names)) continue;
      concerned.add(unit);
      for (const name of facesOf(unit).given) names.add(name);
      isGrowing = true;
    }
  }
  return concerned;
}

/** Units with the same content, from both ends of the file. A unit keeps its lists when it is moved. */
function keptUnits(before: readonly Unit[], now: readonly Unit[]): Map<Unit, Unit> {
  const kept = new Map<Unit, Unit>();
  const shorter = Math.min(before.length, now.length);
  const take = (old: Unit | undefined, unit: Unit | undefined): boolean => {
    if (!old || !unit || !isSame(old, unit)) return false;
    kept.set(old, unit);
    return true;
  };
  let head = 0;
  while (head < shorter && take(before[head], now[head])) head++;
  for (let tail = 1; tail <= shorter - head; tail++) if (!take(before.at(-tail), now.at(-tail))) break;
  return kept;
}

function isSame(old: Unit, unit: Unit): boolean {
  return old.calls === unit.calls && old.bindings === unit.bindings;
}

function mentions(unit: Unit, names: ReadonlySet<string>): boolean {
  const { mentioned } = facesOf(unit);
  for (const name of names) if (mentioned.has(name)) return true;
  return false;
}

/** Methods that are called when something is emitted under a name. */
function isFoundOtherwise(unit: Unit): boolean {
  return unit.functions.some(({ decorators = [] }) => decorators.some(decorator => listensTo(unit, decorator)));
}

/** What a unit shows to the others of its file, and what it may know of them. */
interface Faces {
  /** Names that it declares, imports, exports or assigns, and those of the classes that its classes add to. */
  readonly given: ReadonlySet<string>;
  /** Every word of it that can be a name. */
  readonly mentioned: ReadonlySet<string>;
}

/** By the unit's calls, which it keeps when it is moved. */
const faces = new WeakMap<Unit['calls'], Faces>();

function facesOf(unit: Unit): Faces {
  let known = faces.get(unit.calls);
  if (!known) faces.set(unit.calls, (known = { given: givenBy(unit), mentioned: mentionedBy(unit) }));
  return known;
}

function givenBy(unit: Unit): ReadonlySet<string> {
  const given = new Set<string>();
  for (const index of unit.globals) {
    const name = unit.bindings[index]?.name;
    if (name !== undefined) given.add(name);
  }
  for (const { local } of unit.imports) if (local !== undefined) given.add(local);
  for (const { name } of unit.exports) given.add(name);
  for (const { name } of unit.types) given.add(name);
  for (const { name } of unit.writes ?? []) given.add(name);
  for (const cls of unit.classes) {
    // What it adds to a class is known by its own name.
    for (const { name } of cls.part || cls.extension ? cls.members : []) given.add(name);
    if (cls.part || cls.extension) continue;
    if (cls.name !== undefined) given.add(cls.name);
    collectWords(
      [cls.extends, cls.extends.flatMap(parent => (parent.k === 'call' ? unit.calls[parent.call] : []))],
      given,
    );
  }
  return given;
}

function mentionedBy(unit: Unit): ReadonlySet<string> {
  const words = new Set<string>();
  collectWords(unit, words);
  return words;
}

/** Every short text in facts, whatever it means there: a name is one of them. */
function collectWords(facts: unknown, words: Set<string>): void {
  const waiting = [facts];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      if (next.length < 80) words.add(next);
    } else if (Array.isArray(next)) for (const item of next as readonly unknown[]) waiting.push(item ?? 0);
    else if (typeof next === 'object')
      for (const item of Object.values(next ?? {}) as readonly unknown[]) waiting.push(item ?? 0);
  }
}
