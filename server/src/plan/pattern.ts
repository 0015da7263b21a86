import { RegExpParser, RegExpSyntaxError, type AST } from '@eslint-community/regexpp';
import { RE2JS } from 're2js';

/** What is wrong with the syntax of a regular expression. */
export interface PatternError {
  readonly message: string;
  /** UTF-16 offset within the pattern. */
  readonly index: number;
}

/** Longer texts are not run, and longer patterns not compiled: both are linear, but not free. */
const LONGEST_TEXT = 10_000;
const LONGEST_PATTERN = 2_000;

/** The first fault in an ECMAScript regular expression; undefined where it is sound. */
export function patternError(pattern: string): PatternError | undefined {
  const parsed = parse(pattern);
  return 'message' in parsed ? parsed : undefined;
}

/**
 * Whether the pattern matches somewhere in the text, as `RegExp` would say, but in linear time, so that no pattern of a
 * plan can stop an editor. `unchecked` where it cannot be run so: look-around, back-references, or too much of anything.
 */
export function testPattern(pattern: string, text: string): boolean | 'unchecked' {
  if (text.length > LONGEST_TEXT) return 'unchecked';
  const program = compile(pattern);
  return program ? program.test(text) : 'unchecked';
}

/** The same for the whole text instead of a part of it. */
export function matchesWhole(pattern: string, text: string): boolean | 'unchecked' {
  // A pattern such as `a)|(?:b` is sound only inside other brackets.
  return compile(pattern) ? testPattern(`^(?:${pattern})$`, text) : 'unchecked';
}

/** Whether values are checked against the pattern at all. */
export function isCheckedPattern(pattern: string): boolean {
  return compile(pattern) !== undefined;
}

/** Compiling costs a hundred times what running does. A plan has fewer patterns than fit in here. */
const programs = new Map<string, RE2JS | undefined>();
const MOST_PROGRAMS = 2_000;

function compile(pattern: string): RE2JS | undefined {
  if (programs.has(pattern)) return programs.get(pattern);
  if (programs.size >= MOST_PROGRAMS) programs.clear();
  const program = translated(pattern);
  programs.set(pattern, program);
  return program;
}

function translated(pattern: string): RE2JS | undefined {
  if (pattern.length > LONGEST_PATTERN) return undefined;
  const parsed = parse(pattern);
  if ('message' in parsed) return undefined;
  try {
    return RE2JS.compile(alternatives(parsed.alternatives));
  } catch {
    // Not in RE2's language, or too large a program for it.
    return undefined;
  }
}

function parse(pattern: string): AST.Pattern | PatternError {
  const parser = new RegExpParser({ ecmaVersion: 2025 });
  try {
    return parser.parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch {
    // JSON Schema asks for the `u` flag, but patterns that only the older syntax takes (`[\w-.]`) are in wide use.
  }
  try {
    return parser.parsePattern(pattern, 0, pattern.length, { unicode: false });
  } catch (error) {
    if (!(error instanceof RegExpSyntaxError)) return { message: 'This is nested too deeply', index: 0 };
    return { message: error.message.slice(error.message.lastIndexOf(': ') + 2), index: error.index };
  }
}

/** Thrown for what RE2 has no words for; never leaves this file. */
class Untranslatable extends Error {}

function alternatives(list: readonly AST.Alternative[]): string {
  return list.map(alternative => alternative.elements.map(element).join('')).join('|');
}

/** An element in RE2's syntax, spelt out where the two languages differ in what a class means. */
function element(node: AST.Element): string {
  switch (node.type) {
    case 'Character':
      return character(node.value);
    case 'CharacterSet':
      return node.kind === 'any' ? '[^\\n\\r\\x{2028}\\x{2029}]' : `[${characterSet(node)}]`;
    case 'CharacterClass':
      return characterClass(node);
    case 'Group':
      if (node.modifiers) throw new Untranslatable();
      return `(?:${alternatives(node.alternatives)})`;
    case 'CapturingGroup':
      return `(?:${alternatives(node.alternatives)})`;
    case 'Quantifier':
      return `(?:${element(node.element)})${bounds(node)}`;
    case 'Assertion':
      if (node.kind === 'start') return '\\A';
      if (node.kind === 'end') return '\\z';
      if (node.kind === 'word') return node.negate ? '\\B' : '\\b';
      throw new Untranslatable();
    default:
      throw new Untranslatable();
  }
}

function bounds({ min, max }: AST.Quantifier): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return `{${min},${max}}`;
}

function characterClass(node: AST.CharacterClass): string {
  if (node.unicodeSets) throw new Untranslatable();
  const members = node.elements.map(member => {
    if (member.type === 'Character') return character(member.value);
    if (member.type === 'CharacterClassRange') return `${character(member.min.value)}-${character(member.max.value)}`;
    return characterSet(member);
  });
  const all = '\\x00-\\x{10FFFF}';
  if (members.length === 0) return node.negate ? `[${all}]` : `[^${all}]`;
  return `[${node.negate ? '^' : ''}${members.join('')}]`;
}

function characterSet(node: AST.EscapeCharacterSet | AST.UnicodePropertyCharacterSet): string {
  switch (node.kind) {
    case 'digit':
      return node.negate ? '\\D' : '\\d';
    case 'word':
      return node.negate ? '\\W' : '\\w';
    case 'space':
      return node.negate ? notSpace : space;
    case 'property': {
      const general = node.value === null || node.key === 'General_Category' || node.key === 'gc';
      const name = node.value ?? node.key;
      // Only these names mean the same to both.
      if (general && !/^[A-Z][a-z]?$/.test(name)) throw new Untranslatable();
      return `\\${node.negate ? 'P' : 'p'}{${name}}`;
    }
  }
}

/** What `\s` is in JavaScript; RE2's is the ASCII part of it. */
const space =
  '\\t\\n\\x0b\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const notSpace =
  '\\x00-\\x08\\x0e-\\x1f\\x21-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}' +
  '\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}';

function character(code: number): string {
  return `\\x{${code.toString(16)}}`;
}
