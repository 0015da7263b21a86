/**
 * Measures what a person would feel, and prints tables: `npm run bench`, or `npm run bench -- keystroke start` for some of
 * them; with `--keep` the documentation is generated from what came out. Times differ from machine to machine, so nothing here fails; the goals are for comparison on a quiet machine of two
 * cores.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { table } from '../../server/src/node/documents/markdown.ts';
import {
  resultHeadings,
  resultRow,
  type Measured,
  type MeasuredBench,
} from '../../server/src/node/documents/measured.ts';
import { resultOf, type Bench } from './bench.ts';
import { branchSwitch } from './branch-switch.ts';
import { check } from './check.ts';
import { growth } from './growth.ts';
import { hour } from './hour.ts';
import { indexing } from './indexing.ts';
import { keystroke } from './keystroke.ts';
import { plan } from './plan.ts';
import { start } from './start.ts';
import { typedWave } from './typed-wave.ts';
import { wrapper } from './wrapper.ts';

const benches: readonly Bench[] = [
  keystroke,
  typedWave,
  wrapper,
  plan,
  start,
  check,
  indexing,
  branchSwitch,
  hour,
  growth,
];

const words = process.argv.slice(2);
const wanted = words.filter(word => !word.startsWith('--'));
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  const results = (await bench.run()).map(resultOf);
  process.stdout.write(`## ${bench.title}\n\n${table(resultHeadings, results.map(resultRow))}\n\n`);
  if (words.includes('--keep')) keep({ name: bench.name, title: bench.title, results });
}

/** Puts the results in the place of those of before, for the documentation that is generated from them. */
function keep(bench: MeasuredBench): void {
  const file = 'test/bench/results.json';
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Measured).benches : [];
  const kept = [...known.filter(({ name }) => name !== bench.name), bench];
  const order = benches.map(({ name }) => name);
  kept.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const [core] = cpus();
  const machine = `${cpus().length} cores (${core?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${platform()}`;
  writeFileSync(file, `${JSON.stringify({ machine, benches: kept } satisfies Measured, undefined, 1)}\n`);
}
