import { assemble, bytes, i32, i64, loop, when, type Code, type Locals, type WasmFunction } from './assembler.ts';

/** Where the module has what in its memory, in bytes. */
export const layout = {
  /** What `scan` found: the number of distinct words, of lines' ends, and whether there was what `found` names. */
  result: 0,
  /** The hashes of the words that are looked for; a table of `tellingSlots`. */
  telling: 64,
  /** The words of a text, a table of at most `mostSlots`: the stamp of the text, and the hash. */
  seen: 16_448,
  /** The distinct hashes, in order of appearance. */
  list: 540_736,
  /** What `filter` writes. */
  filter: 802_880,
  input: 983_040,
} as const;

export const tellingSlots = 4096;
export const mostSlots = 65_536;
/** Bytes that a text may have; `scan` reads 64 more, which are to be blank. */
export const mostBytes = 1_600_000;
/** Bits that stand for what a text has; in the third number of the result. */
export const found = { telling: 1, beyondAscii: 2, zero: 4, tooMany: 8 } as const;
export const probes = 6;
export const step = 0x9e3779b1;

const pages = Math.ceil((layout.input + mostBytes + 128) / 65_536);

/**
 * Looks through the bytes of a text for words: runs of ASCII letters, digits and `_`, at least two long, that do not begin with
 * a digit. `mask` is one less than the number of slots to use, `stamp` another number for each text.
 */
const scan: WasmFunction = {
  name: 'scan',
  params: ['length', 'mask', 'stamp'],
  locals: {
    at: 'i32',
    end: 'i32',
    count: 'i32',
    lines: 'i32',
    flags: 'i32',
    high: 'i32',
    zeros: 'i32',
    word: 'i32',
    size: 'i32',
    slot: 'i32',
    hash: 'i32',
    searching: 'i32',
    vector: 'v128',
    bits: 'i64',
    starts: 'i64',
    carry: 'i64',
    first: 'i64',
    mixed: 'i64',
    key: 'i64',
    entry: 'i64',
  },
  body: local => {
    const { get, set } = local;
    return [
      ...set('at', i32.const(layout.input)),
      ...set('end', i32.add(get('at'), get('length'))),
      ...loop(i32.less(get('at'), get('end')), [
        ...set('bits', i64.const(0n)),
        ...[0, 16, 32, 48].flatMap(offset => classify(local, offset)),
        ...set('starts', i64.and(get('bits'), not(i64.or(i64.left(get('bits'), i64.const(1n)), get('carry'))))),
        ...set('carry', i64.right(get('bits'), i64.const(63n))),
        ...loop(i32.isZero(i64.isZero(get('starts'))), [
          ...set('entry', i64.trailingZeros(get('starts'))),
          ...set('starts', i64.and(get('starts'), i64.subtract(get('starts'), i64.const(1n)))),
          ...set('word', i32.add(get('at'), i32.of(get('entry')))),
          ...set('size', i32.of(i64.trailingZeros(not(i64.right(get('bits'), get('entry')))))),
          // A word that goes on in the next block.
          ...when(i32.equal(i32.add(get('size'), i32.of(get('entry'))), i32.const(64)), [
            ...loop(isOfWord(i32.load8(i32.add(get('word'), get('size')))), [
              ...set('size', i32.add(get('size'), i32.const(1))),
            ]),
          ]),
          ...when(i32.and(i32.greater(get('size'), i32.const(1)), i32.isZero(isDigit(i32.load8(get('word'))))), [
            ...hash(local),
            ...note(local),
          ]),
        ]),
        ...set('at', i32.add(get('at'), i32.const(64))),
      ]),
      ...i32.store(i32.const(layout.result), get('count')),
      ...i32.store(i32.const(layout.result + 4), get('lines')),
      ...i32.store(
        i32.const(layout.result + 8),
        i32.or(
          get('flags'),
          i32.or(
            i32.multiply(i32.unequal(get('high'), i32.const(0)), i32.const(found.beyondAscii)),
            i32.multiply(i32.unequal(get('zeros'), i32.const(0)), i32.const(found.zero)),
          ),
        ),
      ),
    ];
  },
};

/** Sixteen bytes: which of them are of words, ends of lines, zeros, or no ASCII. */
function classify({ get, set }: Locals, offset: number): Code {
  const vector = get('vector');
  const isLetter = bytes.less(bytes.subtract(bytes.or(vector, bytes.fill(0x20)), bytes.fill(0x61)), bytes.fill(26));
  const isNumeral = bytes.less(bytes.subtract(vector, bytes.fill(0x30)), bytes.fill(10));
  const isOfWord = bytes.or(bytes.or(isLetter, isNumeral), bytes.equal(vector, bytes.fill(0x5f)));
  const mask = i64.left(i64.of(bytes.highest(isOfWord)), i64.const(BigInt(offset)));
  return [
    ...set('vector', bytes.load(i32.add(get('at'), i32.const(offset)))),
    ...set('bits', i64.or(get('bits'), mask)),
    ...set('high', i32.or(get('high'), bytes.highest(vector))),
    ...set('zeros', i32.or(get('zeros'), bytes.highest(bytes.equal(vector, bytes.fill(0))))),
    ...set('lines', i32.add(get('lines'), i32.ones(bytes.highest(bytes.equal(vector, bytes.fill(10)))))),
  ];
}

/** From the first and the last eight bytes, and the size: never 0, which marks what is empty. */
function hash({ get, set }: Locals): Code {
  const size = i64.of(get('size'));
  return [
    ...set('first', i64.load(get('word'))),
    ...set('mixed', i64.multiply(size, i64.const(0x9e3779b97f4a7c15n))),
    ...when(
      i32.less(get('size'), i32.const(8)),
      set(
        'first',
        i64.and(get('first'), i64.subtract(i64.left(i64.const(1n), i64.left(size, i64.const(3n))), i64.const(1n))),
      ),
      set(
        'mixed',
        i64.xor(
          get('mixed'),
          i64.rotate(
            i64.multiply(
              i64.load(i32.subtract(i32.add(get('word'), get('size')), i32.const(8))),
              i64.const(0xc2b2ae3d27d4eb4fn),
            ),
            i64.const(31n),
          ),
        ),
      ),
    ),
    ...set('mixed', i64.xor(get('mixed'), i64.multiply(get('first'), i64.const(0x9e3779b185ebca87n)))),
    ...set(
      'mixed',
      i64.multiply(i64.xor(get('mixed'), i64.right(get('mixed'), i64.const(29n))), i64.const(0xc2b2ae3d27d4eb4fn)),
    ),
    ...set('hash', i32.of(i64.right(get('mixed'), i64.const(32n)))),
    ...set('hash', i32.or(get('hash'), i32.isZero(get('hash')))),
  ];
}

/** Puts a hash among those that the text has, unless it is there. */
function note({ get, set }: Locals): Code {
  const slotAt = i32.add(i32.const(layout.seen), i32.left(get('slot'), i32.const(3)));
  const listAt = i32.add(i32.const(layout.list), i32.left(get('count'), i32.const(2)));
  const tellingAt = i32.add(i32.const(layout.telling), i32.left(get('slot'), i32.const(2)));
  const next = (slots: Code): Code => set('slot', i32.and(i32.add(get('slot'), i32.const(1)), slots));
  const isFull = i32.greater(get('count'), i32.subtract(get('mask'), i32.right(get('mask'), i32.const(2))));
  return [
    ...set('key', i64.or(i64.left(i64.of(get('stamp')), i64.const(32n)), i64.of(get('hash')))),
    ...set('slot', i32.and(get('hash'), get('mask'))),
    ...set('searching', i32.const(1)),
    ...loop(get('searching'), [
      ...set('entry', i64.load(slotAt)),
      ...when(
        i64.equal(get('entry'), get('key')),
        set('searching', i32.const(0)),
        when(i32.equal(i32.of(i64.right(get('entry'), i64.const(32n))), get('stamp')), next(get('mask')), [
          ...set('searching', i32.const(0)),
          ...when(isFull, set('flags', i32.or(get('flags'), i32.const(found.tooMany))), [
            ...i64.store(slotAt, get('key')),
            ...i32.store(listAt, get('hash')),
            ...set('count', i32.add(get('count'), i32.const(1))),
            ...set('slot', i32.and(get('hash'), i32.const(tellingSlots - 1))),
            ...loop(i32.load(tellingAt), [
              ...when(
                i32.equal(i32.load(tellingAt), get('hash')),
                set('flags', i32.or(get('flags'), i32.const(found.telling))),
              ),
              ...next(i32.const(tellingSlots - 1)),
            ]),
          ]),
        ]),
      ),
    ]),
  ];
}

function isOfWord(byte: Code): Code {
  const isLetter = i32.less(i32.subtract(i32.or(byte, i32.const(0x20)), i32.const(0x61)), i32.const(26));
  return i32.or(i32.or(isLetter, isDigit(byte)), i32.equal(byte, i32.const(0x5f)));
}

function isDigit(byte: Code): Code {
  return i32.less(i32.subtract(byte, i32.const(0x30)), i32.const(10));
}

function not(value: Code): Code {
  return i64.xor(value, i64.const(-1n));
}

/** Writes a Bloom filter of so many groups of 64 bits for the words that `scan` listed. */
const filter: WasmFunction = {
  name: 'filter',
  params: ['groups', 'count'],
  locals: { at: 'i32', end: 'i32', hash: 'i32', step: 'i32', left: 'i32', bit: 'i32', byte: 'i32', bits: 'i64' },
  body: ({ get, set }) => {
    const bit = i32.of(i64.right(i64.multiply(i64.of(get('hash')), get('bits')), i64.const(32n)));
    return [
      ...set('bits', i64.left(i64.of(get('groups')), i64.const(6n))),
      ...set('at', i32.const(layout.filter)),
      ...set('end', i32.add(get('at'), i32.left(get('groups'), i32.const(3)))),
      ...loop(i32.less(get('at'), get('end')), [
        ...i64.store(get('at'), i64.const(0n)),
        ...set('at', i32.add(get('at'), i32.const(8))),
      ]),
      ...set('at', i32.const(layout.list)),
      ...set('end', i32.add(get('at'), i32.left(get('count'), i32.const(2)))),
      ...loop(i32.less(get('at'), get('end')), [
        ...set('hash', i32.load(get('at'))),
        ...set('step', i32.or(i32.multiply(get('hash'), i32.const(step)), i32.const(1))),
        ...set('left', i32.const(probes)),
        ...loop(get('left'), [
          ...set('bit', bit),
          ...set('byte', i32.add(i32.const(layout.filter), i32.right(get('bit'), i32.const(3)))),
          ...i32.store8(
            get('byte'),
            i32.or(i32.load8(get('byte')), i32.left(i32.const(1), i32.and(get('bit'), i32.const(7)))),
          ),
          ...set('hash', i32.add(get('hash'), get('step'))),
          ...set('left', i32.subtract(get('left'), i32.const(1))),
        ]),
        ...set('at', i32.add(get('at'), i32.const(4))),
      ]),
    ];
  },
};

/** The module that looks through texts. Built in a fraction of a millisecond. */
export function kernel(): Uint8Array<ArrayBuffer> {
  return assemble(pages, [scan, filter]);
}
