/**
 * Measures what a person would feel, and prints tables: `npm run bench`, or `npm run bench -- keystroke start` for some of
 * them. Times differ from machine to machine, so nothing here fails; the goals are for comparison on a quiet machine of two
 * cores.
 */
import { resultOf, table, type Bench } from './bench.ts';
import { branchSwitch } from './branch-switch.ts';
import { check } from './check.ts';
import { hour } from './hour.ts';
import { indexing } from './indexing.ts';
import { keystroke } from './keystroke.ts';
import { plan } from './plan.ts';
import { start } from './start.ts';
import { typedWave } from './typed-wave.ts';
import { wrapper } from './wrapper.ts';

const benches: readonly Bench[] = [keystroke, typedWave, wrapper, plan, start, check, indexing, branchSwitch, hour];

const wanted = process.argv.slice(2);
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  const results = (await bench.run()).map(resultOf);
  process.stdout.write(`## ${bench.title}\n\n${table(results)}\n\n`);
}
