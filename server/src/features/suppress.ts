import { CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../base/finding.ts';
import type { Language } from '../code/language.ts';
import { languageOf } from '../code/languages/index.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Action } from './action.ts';

/** A comment above the line of a finding in code that leaves its rule out there, with room for the reason. */
export function suppress(snapshot: Snapshot, finding: Finding): readonly Action[] {
  const { uri, rule, range } = finding;
  const language = languageOf(uri);
  const text = snapshot.text(uri);
  const file = snapshot.codeFiles.get(uri);
  if (!language || text === undefined || !file) return [];
  const { line } = range.start;
  const start = file.lines.offset({ line, character: 0 });
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const newText = comments(language)
    .map(([open, close]) => `${indent}${open}tracklint-ignore-next-line ${rule} -- reason${close}${lineEnd}`)
    .find(written => {
      // In the middle of markup or of a long string a line comment would be text that people see.
      const changed = text.slice(0, start) + written + text.slice(start);
      return language.read(uri, changed, file).suppressions.some(suppression => suppression.line === line + 1);
    });
  if (newText === undefined) return [];
  return [
    {
      title: `Ignore ${rule} on this line, with a reason`,
      kind: CodeActionKind.QuickFix,
      finding,
      edits: () => [{ uri, range: file.lines.range(start, start), newText }],
    },
  ];
}

/** Ways to write a comment, the usual one first. */
function comments({ id, lineComment }: Language): readonly (readonly [string, string])[] {
  return [
    [`${lineComment} `, ''],
    ['{/* ', ' */}'],
    // Between the parts of PHP there is markup, whose comments are not PHP's.
    ...(id === 'php' ? ([['<?php // ', ' ?>']] as const) : []),
    ['<!-- ', ' -->'],
    ['/* ', ' */'],
  ];
}
