import { Lines } from '../../base/lines.ts';
import { comparePositions, type Located, type Location, type Range, type Uri } from '../../base/text.ts';
import type { Scalar } from '../../base/vocabulary.ts';
import { movedRange } from '../moved.ts';
import type { PlanProblem } from '../plan.ts';
import { spell } from './spell.ts';
import type { Node, ScalarNode, Span } from './tree.ts';

/** One file while it is being read: its text, the places in it, and what was found wrong so far. */
export class Reading {
  readonly uri: Uri;
  readonly text: string;
  readonly problems: PlanProblem[] = [];
  readonly #lines: Lines;
  readonly #line: number;

  /** `line` is the number of the text's first line, where the text is only a part of the file. */
  constructor(uri: Uri, text: string, line = 0) {
    this.uri = uri;
    this.text = text;
    this.#lines = new Lines(text);
    this.#line = line;
  }

  /** In the order of the text. */
  sortedProblems(): readonly PlanProblem[] {
    return this.problems.toSorted((a, b) => comparePositions(a.range.start, b.range.start));
  }

  range(span: Span): Range {
    const range = this.#lines.range(span.start, span.end);
    return this.#line === 0 ? range : movedRange(range, this.#line);
  }

  location(span: Span): Location {
    return { uri: this.uri, range: this.range(span) };
  }

  located<T>(value: T, span: Span): Located<T> {
    return { value, range: this.range(span) };
  }

  /** To the end of the line where only blanks or a comment follow, so that an entry is the lines it is written on. */
  wholeEntry({ start, end: given }: Span): Range {
    // What nothing closes ends where the next entry begins.
    const end = start + this.text.slice(start, given).trimEnd().length;
    const rest = /^[ \t]*(?:#[^\r\n]*)?(?=\r|\n|$)/.exec(this.text.slice(end, end + 1000));
    return this.range({ start, end: end + (rest?.[0].trimEnd().length ?? 0) });
  }

  /** The part of a span to underline: its first line, and at least one character where there is one. */
  underline({ start, end }: Span): Range {
    const rest = this.text.slice(start, end);
    const lineEnd = rest.search(/[\r\n]/);
    const stop = lineEnd < 0 ? end : start + rest.slice(0, lineEnd).trimEnd().length;
    if (stop > start) return this.range({ start, end: stop });
    if (/[^\r\n]/.test(this.text.charAt(start))) return this.range({ start, end: start + 1 });
    const before = /[^\r\n]/.test(this.text.charAt(start - 1)) ? start - 1 : start;
    return this.range({ start: before, end: start });
  }

  invalid(span: Span, message: string): void {
    this.problems.push({ rule: 'invalid-plan', range: this.underline(span), message });
  }

  /** A part that is fine as it is, and that nothing is done with. */
  unread(span: Span, message: string): void {
    this.problems.push({ rule: 'unread-part', range: this.underline(span), message });
  }

  /** A problem that goes away when the span is replaced by a value. */
  replaceable(rule: PlanProblem['rule'], span: Span, message: string, value: string | undefined): void {
    const range = this.underline(span);
    if (value === undefined) {
      this.problems.push({ rule, range, message });
      return;
    }
    const newText = spell(this.text.slice(span.start, span.end), value);
    this.problems.push({
      rule,
      range,
      message,
      suggestion: { title: `Replace by \`${value}\``, range: this.range(span), newText },
    });
  }
}

/** The text of a scalar; numbers and booleans as they are meant to be read. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}

export function numberOf(node: Node | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

export function booleanOf(node: Node | undefined): boolean | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
}

/** The scalars of a list; one scalar alone counts as a list of it. */
export function scalarsOf(node: Node | undefined): readonly ScalarNode[] {
  if (!node) return [];
  const items = node.kind === 'list' ? node.items : [node];
  return items.filter(item => item.kind === 'scalar');
}

export function textsOf(node: Node | undefined): readonly string[] {
  return scalarsOf(node).flatMap(item => textOf(item) ?? []);
}

export function scalarValue(node: Node | undefined): Scalar | undefined {
  return node?.kind === 'scalar' ? node.value : undefined;
}
