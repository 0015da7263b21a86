import type { Bracket } from './brackets.ts';
import { bracketsAround, nodeBefore } from './brackets.ts';
import { originalOffset } from './insertions.ts';
import { isClosedString } from './literals.ts';
import type { Dialect, Insertion, Parsed } from './parser.ts';
import { parse, ts } from './parser.ts';

/**
 * Half-typed code has no closing brackets and quotes yet, and the parser takes the following lines for a part of it. The
 * lines say what was meant: what follows is not indented deeper than the line on which the bracket was opened. Closes
 * brackets and quotes at the end of the last line that belongs to them, as long as the parser finds the text no worse.
 * Undefined where nothing could be repaired.
 */
export function repair(text: string, dialect: Dialect, broken: Parsed): Parsed | undefined {
  const attempts = { text, dialect, left: Math.max(4, Math.min(24, Math.floor(250_000 / text.length))) };
  const repaired = closeAll(attempts, broken);
  return repaired === broken ? undefined : repaired;
}

/** How often the text may still be parsed. */
interface Attempts {
  readonly text: string;
  readonly dialect: Dialect;
  left: number;
}

function closeAll(attempts: Attempts, broken: Parsed): Parsed {
  let best = broken;
  while (best.errors.length > 0) {
    const better = closeOne(attempts, best);
    if (better === undefined) break;
    best = better;
  }
  return best;
}

function closeOne(attempts: Attempts, parsed: Parsed): Parsed | undefined {
  for (const { at, text: inserted } of candidates(parsed)) {
    if (parsed.insertions.some(earlier => earlier.at === at && earlier.text === inserted)) continue;
    if (attempts.left-- <= 0) return undefined;
    const insertions = [...parsed.insertions, { at, text: inserted }].sort((a, b) => a.at - b.at);
    let next = parse(insertAll(attempts.text, insertions), attempts.dialect, insertions);
    if (next === undefined) return undefined;
    // An unclosed template hides the other errors of the lines that it swallows.
    if (inserted === '`') next = closeAll(attempts, next);
    if (next.errors.length <= parsed.errors.length) return next;
  }
  return undefined;
}

function insertAll(text: string, insertions: readonly Insertion[]): string {
  let result = '';
  let from = 0;
  for (const { at, text: inserted } of insertions) {
    result += text.slice(from, at) + inserted;
    from = at;
  }
  return result + text.slice(from);
}

/** What may be missing, the most certain first. Offsets are of the text without earlier insertions. */
function* candidates(parsed: Parsed): Generator<Insertion> {
  const { source, errors, insertions } = parsed;
  const found = function* (): Generator<Insertion | undefined> {
    yield* closeTemplates(source);
    for (const error of errors.slice(0, tried)) {
      yield closeString(source, error);
      yield closeBrackets(source, error);
    }
  };
  for (const insertion of found())
    if (insertion !== undefined) yield { at: originalOffset(insertions, insertion.at), text: insertion.text };
}

const tried = 3;

/** A quote before the brackets at the end of the line, which an editor closed by itself. */
function closeString(source: ts.SourceFile, error: number): Insertion | undefined {
  const node = nodeBefore(source, error);
  if (!ts.isStringLiteral(node)) return undefined;
  const start = node.getStart(source);
  if (isClosedString(source.text, start, node.end)) return undefined;
  return { at: endOfTyped(source, start, node.end), text: source.text.charAt(start) };
}

/** Where an unclosed string that starts at an offset ends: before what closes the brackets or the element around it. */
function endOfTyped(source: ts.SourceFile, start: number, end: number): number {
  const text = source.text.slice(start + 1, end);
  const inElement = bracketsAround(source, start + 1).some(({ isAttribute }) => isAttribute === true);
  const tagEnd = inElement ? /[\s)\]};]*\}\s*\/?>/.exec(text) : null;
  return start + 1 + text.slice(0, tagEnd?.index).replace(/[\s)\]};,]+$/, '').length;
}

/**
 * A template that goes on to the end of the text was not closed, or one before it was not. Each of the first ones of more
 * than one line is tried as one that was meant to end on its line.
 */
function closeTemplates(source: ts.SourceFile): readonly Insertion[] {
  const { text } = source;
  const parts = templateParts(source);
  if (text.endsWith('`') || !parts.some(({ end }) => end === text.length)) return [];
  const long = parts.filter(part => endOfLine(text, part.getStart(source)) < part.end);
  return long.slice(0, tried).map(part => {
    const start = part.getStart(source);
    return { at: endOfTyped(source, start, endOfLine(text, start)), text: '`' };
  });
}

function templateParts(source: ts.SourceFile): readonly ts.Node[] {
  const parts: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateLiteralToken(node)) parts.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return parts;
}

/** The closing brackets that are missing at the end of the line before the first one that is not indented enough. */
function closeBrackets(source: ts.SourceFile, error: number): Insertion | undefined {
  const { text } = source;
  const brackets: (Bracket & { readonly lineBreak: number })[] = [];
  for (const bracket of bracketsAround(source, error).reverse()) {
    const own = breakAfter(text, bracket);
    if (own === undefined || (bracket.close !== undefined && bracket.close < own)) continue;
    // What is inside a bracket goes on at least as far as what is inside of that.
    brackets.push({ ...bracket, lineBreak: Math.max(own, brackets.at(-1)?.lineBreak ?? 0) });
  }
  if (brackets.length === 0) return undefined;
  const first = Math.min(...brackets.map(({ lineBreak }) => lineBreak));
  const closers = brackets
    .filter(({ lineBreak, open }) => lineBreak === first && open < first)
    .map(({ closer }) => closer);
  const line = text.slice(0, first).trimEnd();
  const lastLine = line.slice(line.lastIndexOf('\n') + 1);
  const inserted = closers.join('');
  // A closing bracket behind `//` would be part of the comment.
  if (lastLine.includes('//')) return { at: line.length, text: `\n${inserted}` };
  return { at: line.endsWith(';') ? line.length - 1 : line.length, text: inserted };
}

/**
 * The start of the first line after a bracket that cannot belong to it, since it is not indented deeper than the line of
 * the bracket; undefined where a closing bracket comes first in that place, or the text ends.
 */
function breakAfter(text: string, { open, isObject }: Bracket): number | undefined {
  const limit = indentation(text, text.lastIndexOf('\n', open) + 1);
  for (let line = endOfLine(text, open) + 1; line < text.length; line = endOfLine(text, line) + 1) {
    const indent = indentation(text, line);
    const content = text.slice(line + indent, endOfLine(text, line));
    if (content.trim() === '' || indent > limit) continue;
    if (/^[)\]}]/.test(content)) return indent === limit ? undefined : line;
    if (isObject === true && /^(?:\.\.\.|['"]?[\w$ -]+['"]?\s*:|[\w$]+,?\s*$)/.test(content)) continue;
    return /^[.?:&|+,=]/.test(content) ? undefined : line;
  }
  return undefined;
}

function indentation(text: string, lineStart: number): number {
  let at = lineStart;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at - lineStart;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
