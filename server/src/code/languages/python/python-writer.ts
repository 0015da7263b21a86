import { tableWriter, unicodeEscape } from '../table-writer.ts';

export const pythonWriter = tableWriter({
  strings: [
    { open: '"', escaped: '\\"', controls: true },
    { open: "'", escaped: "\\'", controls: true },
  ],
  unicode: unicodeEscape,
  words: { true: 'True', false: 'False', null: 'None' },
  key: (key, literal) => `${literal(key)}: `,
  open: '{',
  close: '}',
  step: '    ',
  trailingComma: true,
  placeholders: {
    string: '""',
    number: '0.0',
    integer: '0',
    boolean: 'False',
    array: '[]',
    object: '{}',
    null: 'None',
  },
  convert: (expression, to) => (to === 'string' ? `str(${expression})` : undefined),
});
