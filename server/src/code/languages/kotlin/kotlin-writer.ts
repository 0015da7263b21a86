import type { CodeWriter } from '../../language.ts';

export const kotlinWriter: CodeWriter = {
  literal: (value, quote = '"') =>
    typeof value === 'string'
      ? `${quote}${
          quote.length > 1
            ? value
            : value
                .replace(/[\\"$]/g, '\\$&')
                .replaceAll('\n', '\\n')
                .replaceAll('\r', '\\r')
        }${quote}`
      : String(value),
  entry: (key, value) => `"${key.replace(/[\\"$]/g, '\\$&')}" to ${value}`,
  payload: (entries, indent) =>
    indent === undefined
      ? `mapOf(${entries.join(', ')})`
      : `mapOf(\n${entries.map(entry => `${indent}    ${entry},\n`).join('')}${indent})`,
  placeholder: type =>
    ({
      string: '""',
      number: '0.0',
      integer: '0',
      boolean: 'false',
      array: 'listOf<Any>()',
      object: 'mapOf<String, Any>()',
      null: 'null',
    })[type],
  convert: (expression, to) =>
    ({ string: `${wrapped(expression)}.toString()`, number: undefined, integer: undefined, boolean: undefined })[to],
};

/** An expression of several parts needs parentheses before a call on it. */
function wrapped(expression: string): string {
  return /^[\w.]+$/.test(expression) ? expression : `(${expression})`;
}
