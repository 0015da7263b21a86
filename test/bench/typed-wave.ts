import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Measurement } from './bench.ts';
import { startServer, type BenchEditor } from './editor.ts';

const files = 3_000;
const rounds = 60;

/**
 * From the keystroke to the findings that only the type checker knows of, in a project of three thousand files with the
 * checker warm; and to the findings that need no checker, with and without it at work.
 */
export const typedWave: Bench = {
  name: 'typed-wave',
  title: 'Findings of the type checker, with 3,000 files',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'tracklint-bench-'));
    try {
      writeProject(folder);
      const typed = await measure(folder, true);
      const plain = await measure(folder, false);
      return [...typed, ...plain];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const call = (value: string): string => `import { item7, list7 } from './part0/module7';
import { item1500, list1500 } from './part15/module1500';

export function bought(): void {
  const total = ${value};
  analytics.track('Order Completed', { total: total(), name: item7.name, count: list1500.length });
}
`;
const text = call('() => list7.map(each => each.name)[0]');
const number = call('() => list7.map(each => each.size)[0]');

async function measure(folder: string, hasChecker: boolean): Promise<readonly Measurement[]> {
  const editor = await startServer(folder, { trusted: hasChecker });
  try {
    await editor.open('src/bought.ts', number);
    if (hasChecker) await warmUp(editor);
    const first: number[] = [];
    const second: number[] = [];
    for (let round = 0; round < rounds; round++) {
      // The finding is there in every other round only, so each round waits for news.
      const started = performance.now();
      editor.change('src/bought.ts', { text });
      await editor.findings('src/bought.ts');
      first.push(performance.now() - started);
      if (hasChecker) {
        await editor.until('src/bought.ts', findings => findings.includes('wrong-type'));
        second.push(performance.now() - started);
      }
      editor.change('src/bought.ts', { text: number });
      if (hasChecker) await editor.until('src/bought.ts', findings => !findings.includes('wrong-type'));
      // As long as a fast typist takes.
      await pause(60);
    }
    return [
      ...(hasChecker ? [{ what: 'findings of the checker', values: second, goal: { median: 30 } }] : []),
      {
        what: `findings that need no checker, ${hasChecker ? 'with' : 'without'} it at work`,
        values: first,
        goal: { median: 2 },
      },
    ];
  } finally {
    await editor.stop();
  }
}

async function warmUp(editor: BenchEditor): Promise<void> {
  for (let round = 0; round < 5; round++) {
    editor.change('src/bought.ts', { text });
    await editor.until('src/bought.ts', findings => findings.includes('wrong-type'));
    editor.change('src/bought.ts', { text: number });
    await editor.until('src/bought.ts', findings => !findings.includes('wrong-type'));
  }
}

/** Modules that import one another, as modules do, with a few types each. */
function writeProject(folder: string): void {
  const compilerOptions = { strict: true, module: 'esnext', moduleResolution: 'bundler', target: 'esnext', types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  writeFileSync(
    join(folder, 'tracking-plan.yaml'),
    'events: { Order Completed: { properties: { total: number, name: string, count: integer } } }\n',
  );
  for (let part = 0; part <= files / 100; part++) mkdirSync(join(folder, 'src', `part${part}`), { recursive: true });
  writeFileSync(join(folder, 'src/bought.ts'), number);
  for (let index = 0; index < files; index++) {
    const other = (index * 7 + 1) % files;
    const path = `part${Math.floor(index / 100)}/module${index}.ts`;
    writeFileSync(join(folder, 'src', path), moduleText(index, other));
  }
}

function moduleText(index: number, other: number): string {
  return `import { type Item${other} } from '../part${Math.floor(other / 100)}/module${other}';

export interface Item${index} {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly next?: Item${other};
}
export const item${index}: Item${index} = { id: '${index}', name: 'item', size: ${index} };
export const list${index}: Item${index}[] = [item${index}];
export function first${index}<T extends Item${index}>(items: readonly T[]): T | undefined {
  return items.find(each => each.size > ${index} && each.next?.name !== undefined);
}
`;
}
