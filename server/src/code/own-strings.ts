import { detached } from '../base/detached.ts';
import type { CodeFile, Unit } from './facts.ts';

/**
 * Makes the strings in a file's facts independent of the text that they were read from, and has equal ones share one: facts live
 * as long as the workspace, and the parts of a file that is edited are each read from another of its texts.
 */
export function ownStrings(file: CodeFile): CodeFile {
  for (const unit of file.units) {
    // A unit that is moved keeps its lists.
    if (owned.has(unit.calls)) continue;
    owned.add(unit.calls);
    own(unit as unknown as Slots);
  }
  own(file.suppressions as unknown as Slots);
  return file;
}

type Slots = Record<string | number, unknown>;

const owned = new WeakSet<Unit['calls']>();

/** Facts are plain data without cycles, and nobody else's yet. */
function own(facts: Slots): void {
  const waiting = [facts];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (Array.isArray(next)) for (let at = 0; at < next.length; at++) ownSlot(next, at, waiting);
    else for (const key in next) if (key !== 'k') ownSlot(next, key, waiting);
  }
}

function ownSlot(facts: Slots, key: string | number, waiting: Slots[]): void {
  const value = facts[key];
  if (typeof value === 'string') facts[key] = value.length > longestShared ? detached(value) : shared(value);
  else if (typeof value === 'object' && value !== null) waiting.push(value as Slots);
}

function shared(text: string): string {
  const known = pool.get(text);
  if (known !== undefined) return known;
  if (pool.size >= mostShared) pool.clear();
  const own = detached(text);
  pool.set(own, own);
  return own;
}

/** Names and short values, most of which stand in many places. */
const pool = new Map<string, string>();

/** Bounds of the pool: the length of a string, and how many there are. */
const longestShared = 60;
const mostShared = 50_000;
