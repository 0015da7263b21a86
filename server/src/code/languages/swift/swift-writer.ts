import { tableWriter } from '../table-writer.ts';

export const swiftWriter = tableWriter({
  strings: [{ open: '"', escaped: '\\"', controls: true }],
  unicode: code => `\\u{${code.toString(16)}}`,
  words: { true: 'true', false: 'false', null: 'nil' },
  key: (key, literal) => `${literal(key)}: `,
  open: '[',
  close: ']',
  empty: '[:]',
  step: '    ',
  trailingComma: true,
  placeholders: {
    string: '""',
    number: '0.0',
    integer: '0',
    boolean: 'false',
    array: '[]',
    object: '[:]',
    null: 'nil',
  },
  convert: (expression, to) => (to === 'string' ? `String(${expression})` : undefined),
});
