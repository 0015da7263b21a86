import { tableWriter, wrapped } from '../table-writer.ts';

export const dartWriter = tableWriter({
  strings: [
    { open: "'", escaped: "\\'$", controls: true },
    { open: '"', escaped: '\\"$', controls: true },
  ],
  unicode: code => `\\u{${code.toString(16)}}`,
  words: { true: 'true', false: 'false', null: 'null' },
  key: (key, literal) => `${literal(key)}: `,
  open: '{',
  close: '}',
  step: '  ',
  trailingComma: true,
  placeholders: {
    string: "''",
    number: '0.0',
    integer: '0',
    boolean: 'false',
    array: '[]',
    object: '{}',
    null: 'null',
  },
  convert: (expression, to) => (to === 'string' ? `${wrapped(expression)}.toString()` : undefined),
});
