import type { MeasuredResult } from '../../server/src/node/documents/measured.ts';

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
  readonly goal?: NonNullable<MeasuredResult['goal']>;
  /** Where it lies in a series. */
  readonly on?: NonNullable<MeasuredResult['on']>;
  /** The same done by another tool in the same run. */
  readonly peer?: { readonly name: string; readonly values: readonly number[] };
}

export function resultOf({ what, values, unit = 'ms', goal, peer, on }: Measurement): MeasuredResult {
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
    ...(goal && { goal }),
    ...(on && { on }),
    ...(peer && other !== undefined && ratio !== undefined && { peer: { name: peer.name, median: other, ratio } }),
    ...(goal && {
      isMet:
        median <= (goal.median ?? Infinity) &&
        most <= (goal.most ?? Infinity) &&
        (ratio ?? 0) <= (goal.ratio ?? Infinity),
    }),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
