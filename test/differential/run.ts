/**
 * Compares the calls that we read with those that tree-sitter reads, in all files of a folder:
 *
 *   npm run differential -- <folder> [--language <id>] [--files <n>] [--show <n>]
 *
 * Prints a line of figures for each language, and the first differences of each kind.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LanguageId } from '../../server/src/code/language-id.ts';
import { callGrammars } from './call-grammars.ts';
import { compareWithTree, type Difference } from './compare.ts';
import { sample, sourcesOf } from './sources.ts';
import { treeParser } from './tree-parser.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string' }, files: { type: 'string' }, show: { type: 'string' } },
});

const most = Number(values.files ?? Infinity);
const shown = Number(values.show ?? 10);

for (const [id, grammar] of Object.entries(callGrammars)) {
  if (values.language !== undefined && values.language !== id) continue;
  const chosen = sample(sourcesOf(positionals, id), most);
  const parser = await treeParser(grammar.wasm);
  let calls = 0;
  let unreadable = 0;
  const found = new Map<string, { readonly path: string; readonly text: string; readonly difference: Difference }[]>();
  for (const path of chosen) {
    const text = readFileSync(path, 'utf8');
    const result = compareWithTree(id as LanguageId, grammar, parser, path, text);
    calls += result.calls;
    unreadable += result.unreadable;
    for (const difference of result.differences) {
      const list = found.get(difference.kind) ?? [];
      list.push({ path, text, difference });
      found.set(difference.kind, list);
    }
  }
  if (chosen.length === 0) continue;
  const counts = [...found].map(([kind, list]) => `${kind} ${list.length}`).join(', ');
  console.log(`${id}: ${chosen.length} files, ${calls} calls, ${unreadable} unreadable for tree-sitter; ${counts}`);
  for (const [kind, list] of found) {
    const every = Math.max(1, list.length / shown);
    for (const { path, text, difference } of list.filter(
      (_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every),
    )) {
      const before = text.slice(0, difference.at);
      const line = before.split('\n').length;
      const from = before.lastIndexOf('\n') + 1;
      const end = text.indexOf('\n', difference.at);
      const code = text
        .slice(from, end < 0 ? text.length : end)
        .trim()
        .slice(0, 160);
      console.log(`  ${kind} ${path}:${line} ${difference.detail}\n      ${code}`);
    }
  }
}
