import type { Lines } from '../base/lines.ts';
import { readSuppressionComment } from '../base/suppression-comment.ts';
import type { Range } from '../base/text.ts';

/** `tracklint-ignore-next-line rule… -- reason until 2027-01-01`, or `tracklint-ignore-file`. */
export interface Suppression {
  /** The whole comment. */
  readonly range: Range;
  readonly scope: 'next-line' | 'file';
  /** The zero-based line whose findings it suppresses; -1 for the file. */
  readonly line: number;
  /** Empty: every rule. */
  readonly rules: readonly { readonly id: string; readonly range: Range }[];
  readonly reason?: string;
  readonly until?: string;
}

/**
 * The suppression that a comment of a source file stands for; undefined for any other comment. `comment` is the whole of
 * it with its marks, `offset` where it starts in the file.
 */
export function readSuppression(comment: string, offset: number, lines: Lines): Suppression | undefined {
  const found = readSuppressionComment(comment);
  if (found === undefined) return undefined;
  const { scope, reason, until } = found;
  const range = lines.range(offset, offset + comment.length);
  return {
    range,
    scope,
    line: scope === 'file' ? -1 : range.end.line + 1,
    rules: found.rules.map(({ id, at, end }) => ({ id, range: lines.range(offset + at, offset + end) })),
    ...(reason === undefined ? {} : { reason }),
    ...(until === undefined ? {} : { until }),
  };
}
