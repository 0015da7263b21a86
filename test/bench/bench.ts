/** Something that is measured. */
export interface Bench {
  /** As it is asked for on the command line. */
  readonly name: string;
  /** What a person would feel of it, in a few words. */
  readonly title: string;
  run(): Promise<readonly Measurement[]>;
}

export interface Measurement {
  readonly what: string;
  /** One for each time that it was done, in milliseconds or megabytes. */
  readonly values: readonly number[];
  readonly unit?: 'ms' | 'MB';
  /** What the values should not exceed: their median, their 95 % quantile, or the ratio of the medians to a peer's. */
  readonly goal?: { readonly median?: number; readonly most?: number; readonly ratio?: number };
  /** The same done by another tool in the same run. */
  readonly peer?: { readonly name: string; readonly values: readonly number[] };
}

/** What a measurement came to; ratios are of medians. */
export interface Result {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly times: number;
  readonly median: number;
  readonly most: number;
  readonly goal: Measurement['goal'];
  readonly peer?: { readonly name: string; readonly median: number; readonly ratio: number };
  /** Undefined without a goal. */
  readonly isMet?: boolean;
}

export function resultOf({ what, values, unit = 'ms', goal, peer }: Measurement): Result {
  const median = quantile(values, 0.5);
  const most = quantile(values, 0.95);
  const other = peer && quantile(peer.values, 0.5);
  const ratio = other === undefined ? undefined : median / other;
  return {
    what,
    unit,
    times: values.length,
    median,
    most,
    goal,
    ...(peer && other !== undefined && ratio !== undefined && { peer: { name: peer.name, median: other, ratio } }),
    ...(goal && {
      isMet:
        median <= (goal.median ?? Infinity) &&
        most <= (goal.most ?? Infinity) &&
        (ratio ?? 0) <= (goal.ratio ?? Infinity),
    }),
  };
}

/** Results as a Markdown table. */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ what, unit, times, median, most, goal, peer, isMet }) => [
    what,
    String(times),
    `${shown(median)} ${unit}`,
    `${shown(most)} ${unit}`,
    peer ? `${shown(peer.median)} ${unit} (${peer.name}), ${peer.ratio.toFixed(2)} ×` : '',
    shownGoal(goal, unit),
    isMet === undefined ? '' : isMet ? 'yes' : 'no',
  ]);
  return [
    ['', 'times', 'median', '95 %', 'peer in the same run', 'goal', 'met'],
    ['---', '---:', '---:', '---:', '---', '---', '---'],
    ...rows,
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function shownGoal(goal: Measurement['goal'], unit: string): string {
  if (!goal) return '';
  return [
    goal.median === undefined ? [] : [`median ≤ ${goal.median} ${unit}`],
    goal.most === undefined ? [] : [`95 % ≤ ${goal.most} ${unit}`],
    goal.ratio === undefined ? [] : [`≤ ${goal.ratio} ×`],
  ]
    .flat()
    .join(', ');
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
