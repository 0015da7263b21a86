/**
 * How well typed text fits a name: undefined where its characters do not all occur in order, whatever their case, and
 * higher for characters in a row, at the start and at the starts of words. Spaces and `_-.` in the text are passed over.
 */
export function matchScore(text: string, name: string): number | undefined {
  let score = 0;
  let at = 0;
  let row = 0;
  for (let i = 0; i < text.length; i++) {
    const wanted = lower(text.charCodeAt(i));
    if (isSeparator(wanted)) continue;
    row = at > 0 && lower(name.charCodeAt(at)) === wanted ? row : 0;
    let found = at;
    while (found < name.length && lower(name.charCodeAt(found)) !== wanted) found++;
    if (found === name.length) return undefined;
    row = found === at ? row + 1 : 1;
    score += row;
    if (found === 0) score += 8;
    else if (isSeparator(name.charCodeAt(found - 1)) || isCapital(name, found)) score += 4;
    at = found + 1;
  }
  return score - name.length / 1000;
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function isSeparator(code: number): boolean {
  return code === 32 || code === 95 || code === 45 || code === 46;
}

function isCapital(name: string, at: number): boolean {
  const code = name.charCodeAt(at);
  const before = name.charCodeAt(at - 1);
  return code >= 65 && code <= 90 && before >= 97 && before <= 122;
}
