import { DocumentHighlightKind, type DocumentHighlight, type DocumentHighlightParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { definitionsOf, usesOf } from './references.ts';
import { subjectsAt } from './subject.ts';
import { inOrder } from './uses.ts';

/** The other places of the same file that speak of what is under the cursor; definitions are marked as writes. */
export function documentHighlight(
  snapshot: Snapshot,
  { textDocument: { uri }, position }: DocumentHighlightParams,
): DocumentHighlight[] {
  const subjects = subjectsAt(snapshot, uri, position);
  const definitions = inOrder(subjects.flatMap(definitionsOf)).filter(place => place.uri === uri);
  const uses = inOrder(subjects.flatMap(subject => usesOf(snapshot, subject))).filter(place => place.uri === uri);
  return [
    ...definitions.map(({ range }) => ({ range, kind: DocumentHighlightKind.Write })),
    ...uses.map(({ range }) => ({ range, kind: DocumentHighlightKind.Read })),
  ];
}
