import { existsSync, readFileSync } from 'node:fs';
import { growthPlot } from './growth-plot.ts';
import { notice, table } from './markdown.ts';
import { resultHeadings, resultRow, type Measured, type MeasuredResult } from './measured.ts';

const resultsFile = 'test/bench/results.json';
/** One picture for each thing that grows. */
const picture = (axis: string): string => `server/docs/growth-${axis}.svg`;

/** What was measured last, beside the goals. */
export function performancePage(): string {
  const { machine, benches } = measured();
  const tables = benches
    .filter(({ name }) => name !== 'growth')
    .map(({ title, results }) => `## ${title}\n\n${table(resultHeadings, results.map(resultRow))}`);
  return `${[notice, '# Performance', `Measured by \`npm run bench\` on ${machine}.`, ...tables, growthPart()].join('\n\n')}\n`;
}

/** The results that have a goal, in one table. */
export function goalsTable(): string {
  const results = measured().benches.flatMap(bench => bench.results.filter(({ isMet }) => isMet !== undefined));
  if (results.length === 0) return 'Not measured yet: `npm run bench -- --keep` does.';
  return table(resultHeadings, results.map(resultRow));
}

/** The pictures, by their paths. */
export function growthPlots(): Readonly<Record<string, () => string>> {
  return Object.fromEntries([...series()].map(([axis, points]) => [picture(axis), () => growthPlot(points)]));
}

function growthPart(): string {
  const all = [...series()];
  if (all.length === 0) return '';
  const parts = all.map(([axis, points]) => {
    const rows = points
      .filter(({ unit }) => unit === 'ms')
      .map((time, index, times) => {
        const memory = points.find(({ unit, on }) => unit === 'MB' && on?.value === time.on?.value);
        return [
          (time.on?.value ?? 0).toLocaleString('en'),
          `${time.median.toFixed(0)} ms`,
          `${memory?.median.toFixed(0) ?? ''} MB`,
          steepness(times[index - 1], time),
        ];
      });
    const name = points[0]?.on?.unit ?? axis;
    const file = picture(axis).replace('server/docs/', '');
    return `### ${name}\n\n![Time and memory by ${name}](${file})\n\n${table([name, 'processor time', 'memory', 'exponent'], rows)}`;
  });
  const intro =
    'A whole check in a process of its own, with nothing kept from before. The exponent says how time grows from the row above: 1 is in proportion, 2 is four times the time for twice as much.';
  return `## How a check grows\n\n${intro}\n\n${parts.join('\n\n')}`;
}

function steepness(before: MeasuredResult | undefined, now: MeasuredResult): string {
  if (!before?.on || !now.on) return '';
  return (Math.log(now.median / before.median) / Math.log(now.on.value / before.on.value)).toFixed(2);
}

function series(): ReadonlyMap<string, readonly MeasuredResult[]> {
  const found = new Map<string, MeasuredResult[]>();
  for (const result of measured().benches.flatMap(({ results }) => results)) {
    if (!result.on) continue;
    found.set(result.on.axis, [...(found.get(result.on.axis) ?? []), result]);
  }
  return found;
}

function measured(): Measured {
  if (!existsSync(resultsFile)) return { machine: 'no machine yet', benches: [] };
  return JSON.parse(readFileSync(resultsFile, 'utf8')) as Measured;
}
