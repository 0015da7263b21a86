import { plainName } from './words.ts';

/** The candidate most similar to `word`, if any is similar enough to be what was meant. Case and separators count little. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, candidates, 1)[0];
}

/** Up to `count` candidates that are similar enough to be what was meant, the most similar first. */
export function nearest(word: string, candidates: Iterable<string>, count: number): readonly string[] {
  return new Candidates(candidates).nearest(word, count);
}

/** How many kinds of letters are told apart to rule out most candidates: the last five bits of a letter's code. */
const KINDS = 32;

/** Names to look for similar ones in, prepared so that ten thousand of them are searched within a keystroke. */
export class Candidates {
  readonly #names: readonly string[];
  readonly #plain: readonly string[];
  /** How often each kind of letter is in each name. */
  readonly #letters: Uint8Array;

  constructor(names: Iterable<string>) {
    this.#names = [...names];
    this.#plain = this.#names.map(plainName);
    this.#letters = new Uint8Array(this.#names.length * KINDS);
    this.#plain.forEach((plain, i) => {
      countLetters(plain, this.#letters.subarray(i * KINDS, (i + 1) * KINDS));
    });
  }

  /** Up to `count` names that are similar enough to be what was meant, the most similar first. */
  nearest(word: string, count: number): readonly string[] {
    const plain = plainName(word);
    // A third of the letters: of a short word fewer can be wrong before it is another word.
    const limit = Math.max(1, Math.floor(plain.length / 3));
    const letters = countLetters(plain, new Uint8Array(KINDS));
    const room = (): Int32Array => new Int32Array(plain.length + limit + 2);
    const rows = [room(), room(), room()] as const;
    const found: { readonly name: string; readonly distance: number }[] = [];
    this.#names.forEach((name, i) => {
      const other = this.#plain[i] ?? '';
      if (name === word) return;
      const distance = isBeginning(plain, other)
        ? limit
        : this.#leastDistance(i, letters) > limit
          ? limit + 1
          : editDistance(plain, other, limit, rows);
      if (distance <= limit) found.push({ name, distance });
    });
    found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
    return found.slice(0, count).map(({ name }) => name);
  }

  /** What the letters alone say: as many edits are needed at least as one of the two has letters that the other lacks. */
  #leastDistance(index: number, letters: Uint8Array): number {
    let more = 0;
    let less = 0;
    for (let kind = 0, at = index * KINDS; kind < KINDS; kind++, at++) {
      const difference = (this.#letters[at] ?? 0) - (letters[kind] ?? 0);
      if (difference > 0) more += difference;
      else less -= difference;
    }
    return Math.max(more, less);
  }
}

function countLetters(text: string, counts: Uint8Array): Uint8Array {
  for (let i = 0; i < text.length; i++) {
    const kind = text.charCodeAt(i) % KINDS;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Half a name and more, still being typed. */
function isBeginning(start: string, whole: string): boolean {
  return start.length >= 4 && start.length * 2 >= whole.length && whole.startsWith(start);
}

/**
 * How many letters are to be changed, added, removed or swapped with their neighbour; more than `limit` where it is more.
 * Only cells of the table that can still lead to `limit` are computed. `rows` is room for three rows of `b` and one more.
 */
function editDistance(
  a: string,
  b: string,
  limit: number,
  rows: readonly [Int32Array, Int32Array, Int32Array],
): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [beforeLast, last, row] = rows;
  const far = limit + 1;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const start = Math.max(1, i - limit);
    const end = Math.min(b.length, i + limit);
    row[start - 1] = start === 1 ? i : far;
    let smallest = row[start - 1] ?? far;
    for (let j = start; j <= end; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j - 1] ?? far) + (isSame ? 0 : 1), (last[j] ?? far) + 1, (row[j - 1] ?? far) + 1);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, (beforeLast[j - 2] ?? far) + 1);
      row[j] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return smallest;
    // The next row looks one cell further than this one went.
    if (end < b.length) row[end + 1] = far;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length] ?? far;
}
