/** The candidate most similar to `word`, if any is similar enough to be what was meant. Case and separators count little. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, candidates, 1)[0];
}

/** Up to `count` candidates that are similar enough to be what was meant, the most similar first. */
export function nearest(word: string, candidates: Iterable<string>, count: number): string[] {
  const plain = simplify(word);
  const limit = Math.floor(plain.length / 3) + 1;
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const other = simplify(candidate);
    if (Math.abs(other.length - plain.length) > limit) continue;
    const distance = editDistance(plain, other, limit);
    if (distance <= limit) found.push({ candidate, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, count).map(({ candidate }) => candidate);
}

/** Case, spaces and punctuation are what people get wrong without meaning another word. */
function simplify(word: string): string {
  return word.toLowerCase().replace(/[\s_\-.:/]+/g, '');
}

/** The edit distance of two words, or more than `limit` as soon as it must be. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row.push(cost);
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return smallest;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
