import { tableWriter, unicodeEscape } from '../table-writer.ts';

export const csharpWriter = tableWriter({
  strings: [
    { open: '"', escaped: '\\"', controls: true },
    { open: '@"', close: '"' },
  ],
  unicode: unicodeEscape,
  words: { true: 'true', false: 'false', null: 'null' },
  key: (key, literal) => `[${literal(key)}] = `,
  open: 'new Dictionary<string, object> {',
  close: '}',
  empty: 'new Dictionary<string, object>()',
  padding: ' ',
  step: '    ',
  trailingComma: true,
  placeholders: {
    string: '""',
    number: '0.0',
    integer: '0',
    boolean: 'false',
    array: 'new List<object>()',
    object: 'new Dictionary<string, object>()',
    null: 'null',
  },
  convert: (expression, to) => (to === 'string' ? `Convert.ToString(${expression})` : undefined),
});
