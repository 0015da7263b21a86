import type { DocumentFormattingParams, TextEdit } from 'vscode-languageserver';
import { difference } from '../base/difference.ts';
import { tidyYaml } from '../plan/yaml/tidy.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/**
 * Even indentation and spaces for plans and configs in YAML; comments, quotes and order stay. Null for anything else, and
 * for a text that is broken.
 */
export function formatting(
  snapshot: Snapshot,
  { textDocument: { uri }, options }: DocumentFormattingParams,
): TextEdit[] | null {
  const text = snapshot.text(uri);
  const isOurs = snapshot.planFiles.has(uri) || snapshot.configFile(uri) !== undefined;
  if (text === undefined || !isOurs || !/\.ya?ml$/i.test(uri)) return null;
  // YAML knows no tabs.
  const tidied = tidyYaml(text, Math.min(8, Math.max(2, options.tabSize)));
  if (tidied === undefined) return null;
  return tidied === text ? [] : lineEdits(text, tidied);
}

/** An edit for each line that changed, so that cursors in the others stay; one edit where lines came or went. */
function lineEdits(before: string, after: string): TextEdit[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  if (old.length !== fresh.length) return [difference(before, after)];
  return old.flatMap((line, at) => {
    const newText = fresh[at] ?? '';
    const range = { start: { line: at, character: 0 }, end: { line: at, character: line.length } };
    return newText === line ? [] : [{ range, newText }];
  });
}
