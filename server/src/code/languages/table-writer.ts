import type { Scalar } from '../../base/vocabulary.ts';
import type { CodeWriter } from '../language.ts';

/** How a language writes values and payloads, as a table. */
export interface WriterTable {
  /** Opening delimiters of strings, the preferred one first. */
  readonly strings: readonly WrittenString[];
  /** A character that has no other escape, by its code. Languages without one (raw quotes only) leave it out. */
  readonly unicode?: (code: number) => string;
  readonly words: { readonly true: string; readonly false: string; readonly null: string };
  /** The left side of an entry with what separates it from the value; `literal` writes the key as a string. */
  readonly key: (key: string, literal: (key: string) => string) => string;
  readonly open: string;
  readonly close: string;
  /** A payload without entries, where it is not `open` and `close`. */
  readonly empty?: string;
  /** Between the brackets and the entries on one line. */
  readonly padding?: string;
  /** Indentation of one level. */
  readonly step: string;
  /** A comma may follow the last entry. */
  readonly trailingComma: boolean;
  readonly placeholders: Readonly<Record<Parameters<CodeWriter['placeholder']>[0], string>>;
  readonly convert?: NonNullable<CodeWriter['convert']>;
}

export interface WrittenString {
  readonly open: string;
  /** The same as `open` unless given. */
  readonly close?: string;
  /**
   * Characters with a backslash before them. Empty: nothing can be escaped. Undefined: only a doubled `close` stands for
   * itself.
   */
  readonly escaped?: string;
  /** Line ends and other controls can be written with a backslash. */
  readonly controls?: true;
}

/** Writes code after a table. Every string is written so that it reads back as the same value. */
export function tableWriter(table: WriterTable): CodeWriter {
  const string = (value: string, quote?: string): string => {
    const preferred = table.strings.find(each => each.open === quote);
    const style = preferred !== undefined && canHold(preferred, value) ? preferred : undefined;
    return writeString(value, style ?? table.strings.find(each => canHold(each, value)) ?? table.strings[0], table);
  };
  const literal = (value: Scalar, quote?: string): string => {
    if (typeof value === 'string') return string(value, quote);
    if (typeof value === 'boolean') return table.words[value ? 'true' : 'false'];
    return value === null ? table.words.null : String(value);
  };
  return {
    literal,
    entry: (key, value) => table.key(key, each => string(each)) + value,
    payload(entries, indent) {
      if (entries.length === 0) return table.empty ?? table.open + table.close;
      const padding = table.padding ?? '';
      if (indent === undefined) return table.open + padding + entries.join(', ') + padding + table.close;
      const lines = entries.map(entry => `\n${indent}${table.step}${entry}`).join(',');
      return `${table.open}${lines}${table.trailingComma ? ',' : ''}\n${indent}${table.close}`;
    },
    placeholder: type => table.placeholders[type],
    ...(table.convert && { convert: table.convert }),
  };
}

function canHold(style: WrittenString, value: string): boolean {
  if (style.controls) return true;
  for (let i = 0; i < value.length; i++) if (isControl(value.charCodeAt(i))) return false;
  const close = style.close ?? style.open;
  // Nothing can be escaped: the string ends at its first delimiter.
  if (style.escaped === '') return !value.includes(close);
  return style.escaped !== undefined || close.length === 1 || !value.includes(close);
}

function isControl(code: number): boolean {
  return code < 32 || code === 127 || code === 0x2028 || code === 0x2029;
}

const named: Readonly<Partial<Record<string, string>>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function writeString(value: string, style: WrittenString | undefined, { unicode }: WriterTable): string {
  const open = style?.open ?? '"';
  const close = style?.close ?? open;
  if (style?.escaped === undefined)
    return open + (close.length === 1 ? value.replaceAll(close, close + close) : value) + close;
  let text = '';
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (style.escaped.includes(character)) text += `\\${character}`;
    else if (style.controls && isControl(code)) text += named[character] ?? unicode?.(code) ?? character;
    else text += character;
  }
  return open + text + close;
}

/** An expression of several parts needs parentheses before a call on it. */
export function wrapped(expression: string): string {
  return /^[\w.$@]+$/.test(expression) ? expression : `(${expression})`;
}

/** `\u0041`, as most languages have it; characters beyond sixteen bits need no escape. */
export function unicodeEscape(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
