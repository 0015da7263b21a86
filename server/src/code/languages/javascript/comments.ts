import type { Lines } from '../../../base/lines.ts';
import type { Suppression } from '../../suppression.ts';
import { readSuppression } from '../../suppression.ts';
import { ts } from './parser.ts';

/** A comment that may be a suppression. `at` is relative to what it was found in. */
export interface Comment {
  readonly at: number;
  readonly text: string;
}

const none: readonly Comment[] = [];

/** Comments between two offsets of a text that speak of suppressing, whether or not they are comments to the parser. */
export function commentsIn(text: string, from: number, to: number): readonly Comment[] {
  const part = text.slice(from, to);
  if (!part.includes(mark)) return none;
  return [...part.matchAll(/\/\/[\s*]*tracklint-ignore.*|\/\*[\s*]*tracklint-ignore[^]*?(?:\*\/|$)/g)].map(match => ({
    at: match.index,
    text: match[0].trimEnd(),
  }));
}

const mark = 'tracklint-ignore';

/** The same of one statement, without what stands in strings, templates and the text of elements. */
export function commentsOf(source: ts.SourceFile, statement: ts.Statement): readonly Comment[] {
  const found = commentsIn(source.text, statement.pos, statement.end);
  return found.length === 0 ? none : found.filter(({ at }) => !isInToken(source, statement, statement.pos + at));
}

export function suppressionsOf(comments: readonly Comment[], offset: number, lines: Lines): readonly Suppression[] {
  return comments.flatMap(({ at, text }) => readSuppression(text, offset + at, lines) ?? []);
}

/** White space and comments precede a token; an offset inside the innermost one itself is no comment. */
function isInToken(source: ts.SourceFile, statement: ts.Statement, offset: number): boolean {
  let node: ts.Node | undefined = statement;
  let innermost: ts.Node = statement;
  while (node !== undefined) {
    innermost = node;
    node = ts.forEachChild(node, child => (child.pos <= offset && offset < child.end ? child : undefined));
  }
  const isText =
    ts.isStringLiteralLike(innermost) ||
    ts.isTemplateHead(innermost) ||
    ts.isTemplateMiddleOrTemplateTail(innermost) ||
    ts.isJsxText(innermost) ||
    ts.isRegularExpressionLiteral(innermost);
  return isText && (ts.isJsxText(innermost) || offset >= innermost.getStart(source, false));
}
