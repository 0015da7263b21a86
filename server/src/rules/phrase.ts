/** A name or value as messages show it: strings in quotes, so that spaces at their ends are seen. */
export function quote(value: unknown): string {
  return JSON.stringify(value);
}

/** `a`, `a and b`, `a, b and c`; from `limit` on, `a, b and 3 more`. */
export function list(items: readonly string[], joint: 'and' | 'or' = 'and', limit = 6): string {
  if (items.length > limit) return `${items.slice(0, limit - 1).join(', ')} ${joint} ${items.length - limit + 1} more`;
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1) ?? ''}`;
}

/** `a string`, `an object`. */
export function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
