import { tableWriter, unicodeEscape } from '../table-writer.ts';

export const goWriter = tableWriter({
  strings: [
    { open: '"', escaped: '\\"', controls: true },
    { open: '`', escaped: '' },
  ],
  unicode: unicodeEscape,
  words: { true: 'true', false: 'false', null: 'nil' },
  key: (key, literal) => `${literal(key)}: `,
  open: 'map[string]interface{}{',
  close: '}',
  step: '\t',
  trailingComma: true,
  placeholders: {
    string: '""',
    number: '0.0',
    integer: '0',
    boolean: 'false',
    array: '[]interface{}{}',
    object: 'map[string]interface{}{}',
    null: 'nil',
  },
  convert: (expression, to) => (to === 'string' ? `fmt.Sprint(${expression})` : undefined),
});
