import type { CodeWriter } from '../../language.ts';

/** How JavaScript and TypeScript write what completions and fixes insert. */
export const javascriptWriter: CodeWriter = {
  literal(value, quote) {
    return typeof value === 'string' ? stringLiteral(value, quote) : String(value);
  },
  entry(key, value) {
    return `${/^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(key) ? key : stringLiteral(key)}: ${value}`;
  },
  payload(entries, indent) {
    if (entries.length === 0) return '{}';
    if (indent === undefined) return `{ ${entries.join(', ')} }`;
    return `{\n${entries.map(entry => `${indent}  ${entry},\n`).join('')}${indent}}`;
  },
  placeholder(type) {
    return placeholders[type];
  },
  convert(expression, to) {
    const converter = converters[to];
    return converter === undefined ? undefined : `${converter}(${expression})`;
  },
};

const placeholders = {
  string: `''`,
  number: '0',
  integer: '0',
  boolean: 'false',
  array: '[]',
  object: '{}',
  null: 'null',
} as const;

/** A number may have a fraction, so nothing converts safely to an integer. */
const converters: Readonly<Partial<Record<'string' | 'number' | 'integer' | 'boolean', string>>> = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
};

function stringLiteral(value: string, quote = `'`): string {
  const delimiter = quote === '"' || quote === '`' ? quote : `'`;
  let text = '';
  for (const character of value) text += escape(character, delimiter);
  return delimiter + (delimiter === '`' ? text.replaceAll('${', '\\${') : text) + delimiter;
}

function escape(character: string, delimiter: string): string {
  if (character === delimiter || character === '\\') return `\\${character}`;
  const named = escapes[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  const isControl = code < 32 || code === 127 || code === 0x2028 || code === 0x2029;
  return isControl ? `\\u${code.toString(16).padStart(4, '0')}` : character;
}

const escapes: Readonly<Partial<Record<string, string>>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
