import { tableWriter, unicodeEscape, wrapped } from '../table-writer.ts';

export const kotlinWriter = tableWriter({
  strings: [{ open: '"', escaped: '\\"$', controls: true }],
  unicode: unicodeEscape,
  words: { true: 'true', false: 'false', null: 'null' },
  key: (key, literal) => `${literal(key)} to `,
  open: 'mapOf(',
  close: ')',
  step: '    ',
  trailingComma: true,
  placeholders: {
    string: '""',
    number: '0.0',
    integer: '0',
    boolean: 'false',
    array: 'listOf<Any>()',
    object: 'mapOf<String, Any>()',
    null: 'null',
  },
  convert: (expression, to) => (to === 'string' ? `${wrapped(expression)}.toString()` : undefined),
});
