import fc from 'fast-check';

/** What people type, paste and break: brackets, quotes, words, and pieces of statements. */
const typed = [
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '`',
  "'",
  '"',
  ';',
  ',',
  '.',
  '\n',
  ' ',
  '/',
  '//',
  '/*',
  '*/',
  '<',
  '>',
  '=',
  '=>',
  '?',
  ':',
  'a',
  'x',
  '1',
  'await ',
  'async ',
  'function ',
  'else ',
  'const a = ',
  'return ',
  'export ',
  'import ',
  "track('X', { a: 1 });\n",
  'f(',
  '${',
  '...',
  '@',
  'type ',
  '// tracklint-ignore-next-line a -- b\n',
  '<b>',
  '</b>',
  'class A {',
  'if (x) ',
  '\r\n',
  '#',
  '\u{1f600}',
];

export interface RandomEdit {
  /** Where, as a share of the text. */
  readonly place: number;
  readonly removed: number;
  readonly inserted: string;
}

export const randomEdits: fc.Arbitrary<readonly RandomEdit[]> = fc.array(
  fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(40)),
    inserted: fc.oneof(fc.constantFrom(...typed), fc.constant('')),
  }),
  { minLength: 1, maxLength: 8 },
);

export function applyEdit(text: string, { place, removed, inserted }: RandomEdit): string {
  const at = Math.floor(place * text.length);
  return text.slice(0, at) + inserted + text.slice(at + removed);
}
