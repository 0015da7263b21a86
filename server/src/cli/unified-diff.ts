/** The difference of two texts as `diff -u` writes it, with three lines of context; empty where there is none. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const hunks = hunksOf(lineChanges(linesOf(before), linesOf(after))).map(lines => {
    const [first] = lines;
    const count = (kind: '-' | '+') => lines.filter(each => each.kind === ' ' || each.kind === kind).length;
    const header = `@@ -${(first?.oldLine ?? 0) + 1},${count('-')} +${(first?.newLine ?? 0) + 1},${count('+')} @@\n`;
    return header + lines.map(({ kind, text }) => kind + shown(text)).join('');
  });
  return hunks.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** Lines with their ends, so that a missing last one is a difference. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function shown(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}

interface LineChange {
  readonly kind: ' ' | '-' | '+';
  readonly text: string;
  /** Zero-based lines at which it stands, or would stand. */
  readonly oldLine: number;
  readonly newLine: number;
}

/** Changes with their context; those whose contexts meet are one hunk. */
function hunksOf(changes: readonly LineChange[]): LineChange[][] {
  const spans: { from: number; to: number }[] = [];
  for (const [index, { kind }] of changes.entries()) {
    if (kind === ' ') continue;
    const last = spans.at(-1);
    if (last && index - context <= last.to) last.to = index + context + 1;
    else spans.push({ from: Math.max(0, index - context), to: index + context + 1 });
  }
  return spans.map(({ from, to }) => changes.slice(from, to));
}

const context = 3;

/** The shortest way from one list of lines to the other. Source: E. W. Myers, "An O(ND) Difference Algorithm", 1986. */
function lineChanges(before: readonly string[], after: readonly string[]): LineChange[] {
  const changes: LineChange[] = [];
  let oldLine = before.length;
  let newLine = after.length;
  const backTo = (x: number, y: number) => {
    while (oldLine > x && newLine > y) {
      oldLine--;
      newLine--;
      changes.push({ kind: ' ', text: before[oldLine] ?? '', oldLine, newLine });
    }
  };
  const trace = furthestReaches(before, after);
  for (let distance = trace.length - 1; distance > 0; distance--) {
    const reach = trace[distance - 1] ?? new Map<number, number>();
    const diagonal = oldLine - newLine;
    const isInsertion = goesDown(reach, diagonal, distance);
    const x = reach.get(isInsertion ? diagonal + 1 : diagonal - 1) ?? 0;
    const y = x - (isInsertion ? diagonal + 1 : diagonal - 1);
    backTo(isInsertion ? x : x + 1, isInsertion ? y + 1 : y);
    if (isInsertion) newLine--;
    else oldLine--;
    const text = (isInsertion ? after[newLine] : before[oldLine]) ?? '';
    changes.push({ kind: isInsertion ? '+' : '-', text, oldLine, newLine });
  }
  backTo(0, 0);
  return changes.reverse();
}

/** For each number of changes, the furthest old line that can be reached on each diagonal; the last one reaches the end. */
function furthestReaches(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number>[] {
  const trace: Map<number, number>[] = [];
  for (let distance = 0; ; distance++) {
    const previous = trace.at(-1) ?? new Map([[1, 0]]);
    const reach = new Map<number, number>();
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let x = goesDown(previous, diagonal, distance)
        ? (previous.get(diagonal + 1) ?? 0)
        : (previous.get(diagonal - 1) ?? 0) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      reach.set(diagonal, x);
      if (x < before.length || x - diagonal < after.length) continue;
      trace.push(reach);
      return trace;
    }
    trace.push(reach);
  }
}

/** Whether the best way onto a diagonal is to insert a line (from the diagonal above) rather than to remove one. */
function goesDown(reach: ReadonlyMap<number, number>, diagonal: number, distance: number): boolean {
  return (
    diagonal === -distance || (diagonal !== distance && (reach.get(diagonal - 1) ?? 0) < (reach.get(diagonal + 1) ?? 0))
  );
}
