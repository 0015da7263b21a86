import { found, kernel, layout, mostBytes, mostSlots, probes, step, tellingSlots } from './kernel.ts';

/** The words of a text, as a Bloom filter: it never denies a word that is there, and takes one in a thousand for one. */
export type WordFilter = Uint8Array;

export interface Looked {
  /** Whether one of the telling words is there. */
  readonly isTelling: boolean;
  readonly isAscii: boolean;
  readonly hasZero: boolean;
  readonly lines: number;
  /** Undefined where the text has too many words for one. */
  readonly filter: WordFilter | undefined;
}

/**
 * Looks through the bytes of texts for words, at about the speed at which they are read. A word is a run of ASCII letters, digits
 * and `_`, at least two long, that does not begin with a digit; nothing else can be looked for.
 */
export class WordScan {
  /** Where to put the bytes of a text before it is looked through. */
  readonly input: Uint8Array;
  readonly #memory: Uint8Array;
  readonly #numbers: Uint32Array;
  readonly #scan: (length: number, mask: number, stamp: number) => void;
  readonly #filter: (groups: number, count: number) => void;
  #stamp = 0;
  #chunk = new Uint8Array(0);
  #used = 0;

  constructor() {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernel()));
    const { buffer } = exports.memory as WebAssembly.Memory;
    this.#memory = new Uint8Array(buffer);
    this.#numbers = new Uint32Array(buffer);
    this.input = this.#memory.subarray(layout.input, layout.input + mostBytes);
    this.#scan = exports.scan as (length: number, mask: number, stamp: number) => void;
    this.#filter = exports.filter as (groups: number, count: number) => void;
  }

  /** The hash that stands for a word; undefined for what is no word. */
  hash(word: string): number | undefined {
    if (!/^[A-Za-z_]\w+$/.test(word)) return undefined;
    for (let i = 0; i < word.length; i++) this.input[i] = word.charCodeAt(i);
    this.#run(word.length);
    return this.#numbers[layout.list / 4];
  }

  /** Sets the words that are looked for, by their hashes. */
  set telling(hashes: Iterable<number>) {
    const table = this.#numbers.subarray(layout.telling / 4, layout.telling / 4 + tellingSlots);
    table.fill(0);
    let count = 0;
    for (const hash of hashes) {
      if (++count > tellingSlots / 2) throw new RangeError('So many words cannot be looked for at once.');
      let slot = hash % tellingSlots;
      while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) % tellingSlots;
      table[slot] = hash;
    }
  }

  /** Looks through the text that is in `input`. */
  look(length: number): Looked {
    this.#run(length);
    const [count = 0, lines = 0, flags = 0] = this.#numbers.subarray(layout.result / 4, layout.result / 4 + 3);
    return {
      isTelling: (flags & (found.telling | found.tooMany)) !== 0,
      isAscii: (flags & found.beyondAscii) === 0,
      hasZero: (flags & found.zero) !== 0,
      lines: lines + 1,
      filter: (flags & found.tooMany) === 0 ? this.#filterOf(count) : undefined,
    };
  }

  #run(length: number): void {
    const start = layout.input + length;
    this.#memory.fill(0x20, start, start + 64);
    this.#stamp = this.#stamp === 0x7fff_ffff ? 1 : this.#stamp + 1;
    let slots = 1024;
    while (slots < mostSlots && slots * 8 < length) slots *= 2;
    this.#scan(length, slots - 1, this.#stamp);
  }

  #filterOf(count: number): WordFilter {
    const groups = Math.max(1, Math.ceil(count / 4));
    this.#filter(groups, count);
    return this.#keep(this.#memory.subarray(layout.filter, layout.filter + groups * 8));
  }

  /** Filters share buffers: one for each of many small arrays costs more than what is in it. */
  #keep(filter: Uint8Array): Uint8Array {
    if (this.#used + filter.length > this.#chunk.length) {
      this.#chunk = new Uint8Array(Math.max(262_144, filter.length));
      this.#used = 0;
    }
    const kept = this.#chunk.subarray(this.#used, this.#used + filter.length);
    kept.set(filter);
    this.#used += filter.length;
    return kept;
  }
}

/** Whether a text may have a word. */
export function mayHave(filter: WordFilter, hash: number): boolean {
  const bits = filter.length * 8;
  const by = Math.imul(hash, step) | 1;
  for (let probe = 0, at = hash; probe < probes; probe++, at = (at + by) >>> 0) {
    // Exact: both factors together have fewer than 53 bits.
    const bit = Math.floor(((at >>> 0) * bits) / 4_294_967_296);
    if (((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}
