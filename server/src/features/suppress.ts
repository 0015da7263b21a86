import { CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../base/finding.ts';
import { Lines } from '../base/lines.ts';
import { languageOf } from '../code/languages/index.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Action } from './action.ts';

/** A comment above the line of a finding in code that leaves its rule out there, with room for the reason. */
export function suppress(snapshot: Snapshot, finding: Finding): readonly Action[] {
  const { uri, rule, range } = finding;
  const language = languageOf(uri);
  const text = snapshot.text(uri);
  if (!language || text === undefined || !snapshot.codeFiles.has(uri)) return [];
  return [
    {
      title: `Ignore ${rule} on this line, with a reason`,
      kind: CodeActionKind.QuickFix,
      finding,
      edits() {
        const lines = new Lines(text);
        const { line } = range.start;
        const start = lines.offset({ line, character: 0 });
        const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
        const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
        const place = lines.range(start, start);
        const written = comments(language.lineComment)
          .map(([open, close]) => `${indent}${open}tracklint-ignore-next-line ${rule} -- reason${close}${lineEnd}`)
          .find(newText => {
            // In the middle of markup or of a long string a line comment would be text that people see.
            const changed = text.slice(0, start) + newText + text.slice(start);
            return language.read(uri, changed).suppressions.some(suppression => suppression.line === line + 1);
          });
        return written === undefined ? [] : [{ uri, range: place, newText: written }];
      },
    },
  ];
}

/** Ways to write a comment, the usual one first. */
function comments(lineComment: string): readonly (readonly [string, string])[] {
  return [
    [`${lineComment} `, ''],
    ['{/* ', ' */}'],
    ['<!-- ', ' -->'],
    ['/* ', ' */'],
  ];
}
