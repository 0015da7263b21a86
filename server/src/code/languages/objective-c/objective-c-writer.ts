import type { CodeWriter } from '../../language.ts';
import { tableWriter, unicodeEscape } from '../table-writer.ts';

const table = tableWriter({
  strings: [
    { open: '@"', close: '"', escaped: '\\"', controls: true },
    { open: '"', escaped: '\\"', controls: true },
  ],
  unicode: unicodeEscape,
  words: { true: '@YES', false: '@NO', null: '[NSNull null]' },
  key: (key, literal) => `${literal(key)}: `,
  open: '@{',
  close: '}',
  step: '    ',
  trailingComma: true,
  placeholders: {
    string: '@""',
    number: '@0.0',
    integer: '@0',
    boolean: '@NO',
    array: '@[]',
    object: '@{}',
    null: '[NSNull null]',
  },
  convert: (expression, to) => (to === 'string' ? `[${expression} stringValue]` : undefined),
});

/** Numbers are objects too. */
export const objectiveCWriter: CodeWriter = {
  ...table,
  literal: (value, quote) =>
    typeof value === 'number' ? (value < 0 ? `@(${value})` : `@${value}`) : table.literal(value, quote),
};
