/**
 * Measures what a person would feel, and prints a table: `npm run bench`, or `npm run bench -- typed-wave` for one of them.
 * Times differ from machine to machine, so nothing here fails; the goals are for comparison on a quiet machine of two cores.
 */
import type { Bench } from './bench.ts';
import { table } from './bench.ts';
import { typedWave } from './typed-wave.ts';

const benches: readonly Bench[] = [typedWave];

const wanted = process.argv.slice(2);
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  process.stdout.write(`## ${bench.name}\n\n${table(await bench.run())}\n\n`);
}
