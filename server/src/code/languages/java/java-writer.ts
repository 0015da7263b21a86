import type { CodeWriter } from '../../language.ts';
import { tableWriter, unicodeEscape } from '../table-writer.ts';

const table = tableWriter({
  strings: [{ open: '"', escaped: '\\"', controls: true }],
  unicode: unicodeEscape,
  words: { true: 'true', false: 'false', null: 'null' },
  key: (key, literal) => `${literal(key)}, `,
  open: 'Map.of(',
  close: ')',
  step: '    ',
  trailingComma: false,
  placeholders: {
    string: '""',
    number: '0.0',
    integer: '0',
    boolean: 'false',
    array: 'List.of()',
    object: 'Map.of()',
    null: 'null',
  },
  convert: (expression, to) => (to === 'string' ? `String.valueOf(${expression})` : undefined),
});

/** `Map.of` takes ten pairs at most; more are written as entries. */
const MOST_PAIRS = 10;

export const javaWriter: CodeWriter = {
  ...table,
  payload(entries, indent) {
    if (entries.length <= MOST_PAIRS) return table.payload(entries, indent);
    const wrapped = entries.map(entry => `Map.entry(${entry})`);
    return table.payload(wrapped, indent).replace('Map.of(', 'Map.ofEntries(');
  },
};
