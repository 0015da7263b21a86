import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Bench, Measurement } from './bench.ts';
import { eventName } from './generated-plan.ts';
import { withWorkspace, type Size } from './generated-workspace.ts';

/** What grows, and how far. `BENCH_FILES=100000` adds a size to the files. */
const axes: readonly Axis[] = [
  {
    name: 'files',
    unit: 'files',
    at: [1_000, 3_000, 10_000, 30_000, ...more()],
    size: files => ({ files, events: 1_000 }),
  },
  { name: 'events', unit: 'events', at: [100, 1_000, 10_000, 30_000], size: events => ({ files: 300, events }) },
  {
    name: 'wrappers',
    unit: 'wrappers',
    at: [1, 10, 100, 1_000],
    size: wrappers => ({ files: 1_000, events: 300, wrappers }),
  },
  {
    name: 'callers',
    unit: 'callers of a wrapper',
    at: [1, 10, 100, 1_000, 10_000],
    size: callers => ({ files: 300, events: 300, callers }),
  },
  {
    name: 'lines',
    unit: 'lines in a file',
    at: [100, 1_000, 10_000, 50_000],
    size: lines => ({ files: 300, events: 300, extra: { 'src/long.ts': longText(lines) } }),
  },
];

interface Axis {
  readonly name: string;
  readonly unit: string;
  readonly at: readonly number[];
  readonly size: (value: number) => Size;
}

/**
 * How the work (time of the processor) and the memory of a whole check grow with each thing that there may be more of. Nothing is
 * kept from run to run.
 */
export const growth: Bench = {
  name: 'growth',
  title: 'How a check grows',
  async run() {
    const found: Measurement[] = [];
    for (const { name, unit, at, size } of axes)
      for (const value of at) {
        const runs = await withWorkspace(size(value), folder =>
          Promise.resolve(Array.from({ length: value < 10_000 ? 3 : 1 }, () => check(folder))),
        );
        const what = `${value.toLocaleString('en')} ${unit}`;
        const on = { axis: name, unit, value };
        found.push({ what: `${what}: work`, on, values: runs.map(run => run.time) });
        found.push({ what: `${what}: memory`, on, values: runs.map(run => run.memory), unit: 'MB' });
      }
    return found;
  },
};

function more(): readonly number[] {
  const files = Number(process.env.BENCH_FILES ?? 0);
  return files > 30_000 ? [files] : [];
}

/** One check in a process of its own, which tells at its end what it took. */
function check(folder: string): { readonly time: number; readonly memory: number } {
  const tell = `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write('\\ntook ' + (userCPUTime + systemCPUTime) + ' ' + maxRSS);
  })`;
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(tell)}`,
      resolve('dist/cli.js'),
      'check',
      '--no-types',
      '--no-cache',
    ],
    { cwd: folder, maxBuffer: 1 << 28, encoding: 'utf8' },
  );
  const [, time, memory] = /took (\d+) (\d+)$/.exec(stderr) ?? [];
  if (status === null || status > 1 || memory === undefined) throw new Error(`The check failed: ${stderr}`);
  return { time: Number(time) / 1000, memory: Number(memory) / 1024 };
}

/** A file with a call in every forty lines; the lines are short, since files beyond one and a half million characters are not read. */
function longText(lines: number): string {
  const rows = Array.from({ length: lines - 1 }, (_, at) =>
    at % 40 === 0 ? `posthog.capture('${eventName(at % 300)}', {});` : `const c${at} = f(${at});`,
  );
  return `import posthog from 'posthog-js';\n${rows.join('\n')}\n`;
}
