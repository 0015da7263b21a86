import type { CodeWriter } from '../../language.ts';
import { tableWriter, wrapped } from '../table-writer.ts';

const table = tableWriter({
  strings: [
    { open: "'", escaped: "\\'" },
    { open: '"', escaped: '\\"#', controls: true },
  ],
  unicode: code => `\\u{${code.toString(16)}}`,
  words: { true: 'true', false: 'false', null: 'nil' },
  key: (key, literal) => (/^[A-Za-z_]\w*$/.test(key) ? `${key}: ` : `${literal(key)} => `),
  open: '{',
  close: '}',
  padding: ' ',
  step: '  ',
  trailingComma: false,
  placeholders: { string: "''", number: '0.0', integer: '0', boolean: 'false', array: '[]', object: '{}', null: 'nil' },
  convert: (expression, to) => (to === 'string' ? `${wrapped(expression)}.to_s` : undefined),
});

/** A symbol stays one. */
export const rubyWriter: CodeWriter = {
  ...table,
  literal: (value, quote) =>
    quote === ':' && typeof value === 'string'
      ? `:${/^[A-Za-z_]\w*[?!]?$/.test(value) ? value : table.literal(value, '"')}`
      : table.literal(value, quote),
};
