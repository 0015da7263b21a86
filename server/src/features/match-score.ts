/**
 * How well typed text fits a name: undefined where its characters do not all occur in order, whatever their case, and
 * higher for characters in a row, at the start and at the starts of words. Spaces and `_-.` in the text are passed over.
 * `lower` is the name in lower case, for whoever asks often.
 */
export function matchScore(text: string, name: string, lower = name.toLowerCase()): number | undefined {
  const wanted = text.toLowerCase();
  let score = 0;
  let at = 0;
  let row = 0;
  for (let i = 0; i < wanted.length; i++) {
    if (isSeparator(wanted.charCodeAt(i))) continue;
    const found = lower.indexOf(wanted.charAt(i), at);
    if (found < 0) return undefined;
    row = found === at ? row + 1 : 1;
    score += row;
    if (found === 0) score += 8;
    else if (isSeparator(lower.charCodeAt(found - 1)) || isCapital(name, found)) score += 4;
    at = found + 1;
  }
  return score - name.length / 1000;
}

function isSeparator(code: number): boolean {
  return code === 32 || code === 95 || code === 45 || code === 46;
}

function isCapital(name: string, at: number): boolean {
  const code = name.charCodeAt(at);
  const before = name.charCodeAt(at - 1);
  return code >= 65 && code <= 90 && before >= 97 && before <= 122;
}
