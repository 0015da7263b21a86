/**
 * Test cases written as Markdown. One file is a suite, each `##` heading a case, and each fenced block with a file name a
 * file of a small workspace:
 *
 *     ## a misspelt name is reported
 *
 *     ```ts src/checkout.ts
 *     analytics.track('Order Complet');
 *     //              ^^^^^^^^^^^^^^^ unknown-event: "Order Complet" is not in the tracking plan.
 *     ```
 *
 * Files before the first case belong to every case that has none of the same name.
 *
 * Carets stand under what is expected, in a comment or bare where the comment's own marker would be in the way. A range
 * of several lines starts with `^...` under its first character and ends with `...^` under its last one; `^-empty` is an
 * empty range. Such lines are no part of the file. `$0` is the cursor, and no part of it either.
 *
 * Blocks in a language of `ANSWERS` hold what is to come out: `expect` (any text), `fix <title>` (what a fix changes) and
 * `findings` (everything about each finding). `UPDATE=1` rewrites carets and answers to what came out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Position, Range } from '../../server/src/base/text.ts';
import { printCarets, readCarets } from './carets.ts';

/** Whether expectations are to be rewritten instead of compared. */
export const isUpdating = process.env.UPDATE === '1';

const ANSWERS = new Set(['expect', 'fix', 'findings']);

export interface TestCase {
  readonly title: string;
  readonly files: readonly FixtureFile[];
  /** Blocks that hold what is expected, in order. */
  readonly answers: readonly Block[];
  /** The text of the first `expect` block. */
  readonly expected: string | undefined;
}

/** A fenced block: its language, what follows the language on the same line, and its place in the Markdown. */
export interface Block {
  readonly language: string;
  readonly info: string;
  readonly text: string;
  /** Offsets of the text, without the fences. */
  readonly start: number;
  readonly end: number;
}

export interface FixtureFile {
  readonly uri: string;
  /** As a workspace would see it: without carets and cursor. */
  readonly text: string;
  readonly cursor: Position | undefined;
  readonly annotations: readonly Annotation[];
  readonly block: Block;
}

export interface Annotation {
  readonly range: Range;
  readonly text: string;
}

export function parseFixture(markdown: string): readonly TestCase[] {
  const headings = [...markdown.matchAll(/^## +(.*)$/gm)];
  const shared = filesOf(readBlocks(markdown, 0, headings[0]?.index ?? 0));
  return headings.flatMap((heading, i) => {
    const blocks = readBlocks(markdown, heading.index, headings[i + 1]?.index ?? markdown.length);
    if (blocks.length === 0) return [];
    const answers = blocks.filter(block => ANSWERS.has(block.language));
    const own = filesOf(blocks);
    const files = [...shared.filter(({ uri }) => !own.some(file => file.uri === uri)), ...own];
    const expected = answers.find(block => block.language === 'expect')?.text.trimEnd();
    return [{ title: heading[1]?.trim() ?? '', files, answers, expected }];
  });
}

/** A fixture on disk, whose expectations can be rewritten. */
export class Fixture {
  readonly cases: readonly TestCase[];
  readonly #path: string;
  readonly #markdown: string;
  readonly #changes = new Map<Block, string>();

  constructor(path: string) {
    this.#path = path;
    this.#markdown = readFileSync(path, 'utf8');
    this.cases = parseFixture(this.#markdown);
  }

  /** Notes the new text of a block; nothing is written before `save`. */
  replace(block: Block, text: string): void {
    this.#changes.set(block, text === '' || text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Notes the annotations that a file ought to have. */
  annotate(file: FixtureFile, annotations: readonly Annotation[]): void {
    const text = file.cursor ? insertAt(file.text, file.cursor, '$0') : file.text;
    this.replace(file.block, printCarets(text, annotations, markerOf(file.uri)));
  }

  save(): void {
    let text = this.#markdown;
    const changes = [...this.#changes].sort(([a], [b]) => b.start - a.start);
    for (const [block, body] of changes) text = text.slice(0, block.start) + body + text.slice(block.end);
    if (text !== this.#markdown) writeFileSync(this.#path, text);
  }
}

function readBlocks(markdown: string, from: number, to: number): readonly Block[] {
  const section = markdown.slice(from, to);
  return [...section.matchAll(/^(`{3,})(\S*)(?: +(.*))?\n([^]*?)^\1$/gm)].map(match => {
    const [whole, fence = '', language = '', info = '', text = ''] = match;
    const start = from + match.index + whole.length - text.length - fence.length;
    return { language, info: info.trim(), text, start, end: start + text.length };
  });
}

function filesOf(blocks: readonly Block[]): readonly FixtureFile[] {
  return blocks.filter(block => !ANSWERS.has(block.language) && block.info !== '').map(readFile);
}

function readFile(block: Block): FixtureFile {
  const { text: marked, annotations } = readCarets(block.text);
  const at = marked.indexOf('$0');
  const text = at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 2);
  const before = marked.slice(0, Math.max(at, 0)).split('\n');
  const cursor = at < 0 ? undefined : { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { uri: `file:///${block.info}`, text, cursor, annotations, block };
}

function markerOf(uri: string): string {
  return /\.(?:ya?ml|py|rb)$/.test(uri) ? '#' : '//';
}

function insertAt(text: string, position: Position, inserted: string): string {
  const lines = text.split('\n');
  const line = lines[position.line] ?? '';
  lines[position.line] = line.slice(0, position.character) + inserted + line.slice(position.character);
  return lines.join('\n');
}
