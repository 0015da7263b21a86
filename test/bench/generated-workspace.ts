import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventName, planText } from './generated-plan.ts';
import { Random } from './random.ts';

/** The size of a generated workspace. */
export interface Size {
  readonly files: number;
  readonly events: number;
  /** Functions that hand an event on to the SDK. */
  readonly wrappers?: number;
  /** Files that call the first of the wrappers. */
  readonly callers?: number;
  /** Further files, by their paths. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** Runs something on a generated workspace, which is gone afterwards. */
export async function withWorkspace<T>(size: Size, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tracklint-bench-'));
  try {
    writeWorkspace(folder, size);
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A workspace as teams have them: one file in seventy tracks something, through an SDK or a wrapper; modules import one
 * another; there are long files, generated ones, and a minified bundle for every three thousand files.
 */
function writeWorkspace(folder: string, { files, events, wrappers = 20, callers = 0, extra = {} }: Size): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('tracking-plan.yaml', planText(events));
  write('package.json', JSON.stringify({ name: 'generated', dependencies: { 'posthog-js': '1.0.0' } }));
  for (const [path, text] of Object.entries(extra)) write(path, text);
  for (let index = 0; index < wrappers; index++) write(`src/tracking/send${index}.ts`, wrapperText(index));
  for (let index = 0; index < callers; index++) write(`src/callers/caller${index}.ts`, callerText(index, events));
  for (let index = 0; index < files; index++) {
    const random = new Random(index * 31 + 7);
    const path = `src/part${Math.floor(index / 100)}/module${index}.ts`;
    if (index % 70 === 3) write(path, trackingText(index, events, wrappers, random));
    else if (index % 500 === 250) write(path, generatedText(index));
    else if (index % 3000 === 1500) write(path.replace('.ts', '.min.js'), minifiedText(index));
    else write(path, moduleText(index, files, 20 + random.below(120)));
  }
}

/** `sendN(event, properties)`, the first around the SDK, the others around one before it. */
function wrapperText(index: number): string {
  const parent = Math.floor((index - 1) / 3);
  const send = index === 0 ? 'posthog.capture' : `send${parent}`;
  const from = index === 0 ? "import posthog from 'posthog-js'" : `import { send${parent} } from './send${parent}'`;
  return `${from};

export function send${index}(event: string, properties: Record<string, unknown>): void {
  if (document.hidden) return;
  ${send}(event, properties);
}
`;
}

function callerText(index: number, events: number): string {
  return `import { send0 } from '../tracking/send0';

export function caller${index}(id: string): void {
  send0('${eventName((index * 7) % events)}', { property_0: id });
}
`;
}

function trackingText(index: number, events: number, wrappers: number, random: Random): string {
  const wrapper = random.below(wrappers);
  return `import posthog from 'posthog-js';
import { send${wrapper} } from '../tracking/send${wrapper}';

export function shown${index}(id: string): void {
  posthog.capture('${eventName(random.below(events))}', { property_0: id, property_1: 3 });
}
${functions(index, 30)}
export function done${index}(id: string, isLast: boolean): void {
  const event = isLast ? '${eventName(random.below(events))}' : '${eventName(random.below(events))}';
  send${wrapper}(event, { property_0: id });
}
`;
}

/** A module of about `lines` lines that imports another. */
function moduleText(index: number, files: number, lines: number): string {
  const other = (index * 7 + 1) % files;
  return `import { first${other} } from '../part${Math.floor(other / 100)}/module${other}';

export interface Item${index} {
  readonly id: string;
  readonly size: number;
}
export const first${index}: Item${index} = { id: 'item-${index}', size: ${index} };
export const second${index} = first${other};
${functions(index, lines - 8)}`;
}

function functions(index: number, lines: number): string {
  return Array.from(
    { length: Math.ceil(lines / 8) },
    (_, at) => `/** Puts the page together from what the server sent. */
export function step${index}_${at}(items: readonly { readonly size: number; readonly name?: string }[]): number {
  const sizes = items.filter(item => item.name !== undefined).map(item => item.size * ${at + 1});
  if (sizes.length === 0) return 0;
  const label = \`total of \${sizes.length} items: page \${window.location.pathname}\`;
  console.debug(label, { screen: 'list', group: 'items' });
  return sizes.reduce((sum, size) => sum + size, 0);
}
`,
  ).join('');
}

function generatedText(index: number): string {
  const rows = Array.from(
    { length: 1500 },
    (_, at) => `  { id: ${at}, name: 'field_${index}_${at}', kind: 'STRING' },`,
  );
  return `// Generated by a schema compiler. Do not edit.\nexport const fields${index} = [\n${rows.join('\n')}\n] as const;\n`;
}

function minifiedText(index: number): string {
  const piece = (at: number): string =>
    `function t${at}(e,n){return e&&n?e.map((function(e){return e.id+${at}})):r(${at},n)||a.b.c}`;
  return `!function(r,a){${Array.from({ length: 3000 }, (_, at) => piece(at + index)).join('')}}();\n`;
}

/** A TypeScript file of so many lines with a tracking call in every forty, for typing in. */
export function longFile(lines: number, events: number): string {
  const pieces: string[] = ["import posthog from 'posthog-js';\n"];
  for (let at = 0, length = 1; length < lines; at++) {
    const piece = `${functions(at, 32)}
export function sent${at}(id: string, count: number): void {
  posthog.capture('${eventName((at * 13) % events)}', { property_0: id, property_1: count });
}
`;
    length += piece.split('\n').length - 1;
    pieces.push(piece);
  }
  return pieces.join('');
}
