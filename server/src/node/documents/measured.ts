/** What the benchmarks write into `test/bench/results.json`. */
export interface Measured {
  readonly machine: string;
  readonly benches: readonly MeasuredBench[];
}

export interface MeasuredBench {
  readonly name: string;
  readonly title: string;
  readonly results: readonly MeasuredResult[];
}

export interface MeasuredResult {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly times: number;
  readonly median: number;
  /** The 95 % quantile. */
  readonly most: number;
  /** What the values should not exceed: their median, their 95 % quantile, or the ratio of the medians to a peer's. */
  readonly goal?: { readonly median?: number; readonly most?: number; readonly ratio?: number } | undefined;
  readonly peer?: { readonly name: string; readonly median: number; readonly ratio: number };
  /** Undefined without a goal. */
  readonly isMet?: boolean;
  /** Where it lies in a series: how many there were of what. */
  readonly on?: { readonly axis: string; readonly unit: string; readonly value: number };
}

/** A result's row of a table, under these headings. */
export const resultHeadings = ['', 'times', 'median', '95 %', 'peer in the same run', 'goal', 'met'];

export function resultRow({ what, unit, times, median, most, goal, peer, isMet }: MeasuredResult): readonly string[] {
  return [
    what,
    String(times),
    `${shown(median)} ${unit}`,
    `${shown(most)} ${unit}`,
    peer ? `${shown(peer.median)} ${unit} (${peer.name}), ${peer.ratio.toFixed(2)} ×` : '',
    shownGoal(goal, unit),
    isMet === undefined ? '' : isMet ? 'yes' : 'no',
  ];
}

function shownGoal(goal: MeasuredResult['goal'], unit: string): string {
  if (!goal) return '';
  return [
    goal.median === undefined ? [] : [`median ≤ ${goal.median} ${unit}`],
    goal.most === undefined ? [] : [`95 % ≤ ${goal.most} ${unit}`],
    goal.ratio === undefined ? [] : [`≤ ${goal.ratio} ×`],
  ]
    .flat()
    .join(', ');
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
