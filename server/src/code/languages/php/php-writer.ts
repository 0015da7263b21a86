import { tableWriter } from '../table-writer.ts';

export const phpWriter = tableWriter({
  strings: [
    { open: "'", escaped: "\\'" },
    { open: '"', escaped: '\\"$', controls: true },
  ],
  unicode: code => `\\u{${code.toString(16)}}`,
  words: { true: 'true', false: 'false', null: 'null' },
  key: (key, literal) => `${literal(key)} => `,
  open: '[',
  close: ']',
  step: '    ',
  trailingComma: true,
  placeholders: {
    string: "''",
    number: '0.0',
    integer: '0',
    boolean: 'false',
    array: '[]',
    object: '[]',
    null: 'null',
  },
  convert: (expression, to) => {
    const casts = { string: 'string', number: 'float', integer: undefined, boolean: 'bool' } as const;
    const cast = casts[to];
    return cast === undefined ? undefined : `(${cast}) (${expression})`;
  },
});
