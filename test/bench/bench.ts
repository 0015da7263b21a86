/** Something that is measured. */
export interface Bench {
  /** As it is asked for on the command line. */
  readonly name: string;
  run(): Promise<readonly Measurement[]>;
}

export interface Measurement {
  readonly what: string;
  /** In milliseconds. */
  readonly times: readonly number[];
  /** What the median should not exceed, in milliseconds. */
  readonly goal?: number;
}

/** The measurements as a Markdown table. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ what, times, goal }) => [
    what,
    String(times.length),
    shown(quantile(times, 0.5)),
    shown(quantile(times, 0.95)),
    goal === undefined ? '' : `≤ ${goal}`,
  ]);
  return [['', 'times', 'median ms', '95 % ms', 'goal of the median'], ['---', '---:', '---:', '---:', '---:'], ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

function shown(milliseconds: number): string {
  return milliseconds.toFixed(1);
}
