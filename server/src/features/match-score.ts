/**
 * How well typed text fits a name: undefined where its characters do not all occur in order, whatever their case, and
 * higher for characters in a row, at the start and at the starts of words. Spaces and `_-.` in the text are passed over.
 */
export function matchScore(text: string, name: string): number | undefined {
  return matcher(text)(name, name.toLowerCase());
}

/** The same for one text and many names; `lower` is the name in lower case. */
export function matcher(text: string): (name: string, lower: string) => number | undefined {
  const wanted = text.toLowerCase().split('').filter(isNoSeparator);
  return (name, lower) => {
    let score = 0;
    let at = 0;
    let row = 0;
    for (const char of wanted) {
      const found = lower.indexOf(char, at);
      if (found < 0) return undefined;
      row = found === at ? row + 1 : 1;
      score += row;
      if (found === 0) score += 8;
      else if (isSeparator(lower.charCodeAt(found - 1)) || isCapital(name, found)) score += 4;
      at = found + 1;
    }
    return score - name.length / 1000;
  };
}

function isNoSeparator(char: string): boolean {
  return !isSeparator(char.charCodeAt(0));
}

function isSeparator(code: number): boolean {
  return code === 32 || code === 95 || code === 45 || code === 46;
}

function isCapital(name: string, at: number): boolean {
  const code = name.charCodeAt(at);
  const before = name.charCodeAt(at - 1);
  return code >= 65 && code <= 90 && before >= 97 && before <= 122;
}
