/** What a suppressing comment says. Offsets count from the start of the comment. */
export interface SuppressionComment {
  readonly scope: 'next-line' | 'file';
  /** Empty: every rule. */
  readonly rules: readonly { readonly id: string; readonly at: number; readonly end: number }[];
  readonly reason?: string;
  /** ISO date after which it suppresses nothing. */
  readonly until?: string;
}

/**
 * Reads `tracklint-ignore-next-line rule… -- reason until 2027-01-01` or `tracklint-ignore-file …` from a whole comment,
 * whatever marks the comment in its language (`//`, `#`, block and HTML comments). Undefined for any other comment.
 */
export function readSuppressionComment(comment: string): SuppressionComment | undefined {
  const head = /tracklint-ignore-(next-line|file)(?![\w-])/.exec(comment);
  if (!head || !/^[\s/*#<!{%=-]*$/.test(comment.slice(0, head.index))) return undefined;
  const from = head.index + head[0].length;
  const closed = comment.slice(from).replace(/\s*(?:\*\/\}?|-->|%>)\s*$/, '');
  const dash = /(?:^|\s)--(?=\s|$)/.exec(closed);
  const listed = dash ? closed.slice(0, dash.index) : closed;
  const spoken = dash ? closed.slice(dash.index + dash[0].length) : '';
  const expiry = /(?:^|\s)until\s+(\d{4}-\d{2}-\d{2})\.?\s*$/;
  const until = expiry.exec(spoken)?.[1] ?? expiry.exec(listed)?.[1];
  const reason = spoken.replace(expiry, '').trim();
  const rules = [...listed.replace(expiry, '').matchAll(/[^\s,]+/g)].map(match => ({
    id: match[0],
    at: from + match.index,
    end: from + match.index + match[0].length,
  }));
  return {
    scope: head[1] === 'file' ? 'file' : 'next-line',
    rules,
    ...(reason !== '' && { reason }),
    ...(until !== undefined && { until }),
  };
}
