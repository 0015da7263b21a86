/** What can tell whether a name is among its own. */
export interface NameTest {
  has(name: string): boolean;
}

/** Words that count in all files, in the order in which they came to. */
export class Words {
  readonly #places = new Map<string, number>();
  readonly all: Set<string>;

  constructor(words: Iterable<string>) {
    this.all = new Set(words);
    for (const word of this.all) this.#places.set(word, this.#places.size);
  }

  add(word: string): void {
    if (this.all.has(word)) return;
    this.#places.set(word, this.all.size);
    this.all.add(word);
  }

  /** Undefined for a word that does not count. */
  placeOf(word: string): number | undefined {
    return this.#places.get(word);
  }
}

/**
 * The names under which calls of one file are looked at: the words that counted when it was asked, and some of its own. Made for
 * each file whenever it is looked at, of hundreds of words, so the words are not copied.
 */
export class KnownNames {
  readonly #words: Words;
  readonly #count: number;
  readonly #own = new Set<string>();

  constructor(words: Words) {
    this.#words = words;
    this.#count = words.all.size;
  }

  addOwn(name: string): void {
    this.#own.add(name);
  }

  has(name: string): boolean {
    return this.#isWord(name) || this.#own.has(name);
  }

  /** Those of some names that are among them: words first, in the order in which they came to count. */
  among(names: Iterable<string>): readonly string[] {
    const words: string[] = [];
    const others: string[] = [];
    for (const name of names) {
      if (this.#isWord(name)) words.push(name);
      else if (this.#own.has(name)) others.push(name);
    }
    words.sort((a, b) => (this.#words.placeOf(a) ?? 0) - (this.#words.placeOf(b) ?? 0));
    return others.length > 0 ? [...words, ...others] : words;
  }

  #isWord(name: string): boolean {
    const place = this.#words.placeOf(name);
    return place !== undefined && place < this.#count;
  }
}

/** Names under which a file's calls are to be looked at again. */
export class WantedNames {
  readonly #names = new Set<string>();
  #known: KnownNames | undefined;

  add(name: string): void {
    this.#names.add(name);
  }

  /** All that a file's calls are looked at under. Of two such, the later has what the earlier had. */
  addAll(known: KnownNames): void {
    this.#known = known;
  }

  has(name: string): boolean {
    return this.#names.has(name) || (this.#known?.has(name) ?? false);
  }
}
