import { Lines } from '../../base/lines.ts';
import type { Position, Uri } from '../../base/text.ts';
import { rules } from '../../rules/index.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { findingsOf } from '../findings.ts';
import type { Answer, Suggestion } from './suggestion.ts';
import { tokenAt } from './token.ts';

/** The names of rules in a comment that suppresses findings; those that the next line breaks come first. */
export function completeSuppression(snapshot: Snapshot, uri: Uri, position: Position): Answer | undefined {
  const text = snapshot.text(uri);
  if (text === undefined) return undefined;
  const lines = snapshot.codeFiles.get(uri)?.lines ?? new Lines(text);
  const cursor = lines.offset(position);
  const before = text.slice(lines.offset({ line: position.line, character: 0 }), cursor);
  const comment = /(?:\/\/|#|\/\*|<!--)\s*tracklint-ignore-(next-line|file)((?:\s+[\w-]+,?)*?)\s+([\w-]*)$/.exec(
    before,
  );
  if (!comment || before.includes(' -- ')) return undefined;
  const [, scope, listed = '', typed = ''] = comment;
  const { end } = tokenAt(text, cursor, cursor);
  const range = lines.range(cursor - typed.length, end);
  const broken = new Set(
    findingsOf(snapshot, uri)
      .filter(({ range }) => scope === 'file' || range.start.line === position.line + 1)
      .map(({ rule }) => rule),
  );
  const already = new Set(listed.split(/[\s,]+/));
  const offered = rules
    .filter(({ id, where }) => where !== 'plan' && !already.has(id))
    .sort((a, b) => rank(a.id) - rank(b.id));
  return {
    isOfValues: true,
    suggestions: offered.map(({ id, summary }): Suggestion => ({
      label: id,
      kind: 'Constant',
      documentation: summary,
      range,
      newText: id,
    })),
  };

  function rank(id: string): number {
    return broken.has(id) ? 0 : 1;
  }
}
