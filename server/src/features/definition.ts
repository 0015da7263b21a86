import type { DefinitionParams, LocationLink } from 'vscode-languageserver';
import type { Location } from '../base/text.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Editor } from './editor.ts';
import { definitionsOf } from './references.ts';
import { subjectsAt } from './subject.ts';

/**
 * From a call to the plan's entry of its event, property or value; inside the plan from a mention to what it names. On
 * the definition itself an editor shows the references instead.
 */
export function definition(
  snapshot: Snapshot,
  { textDocument, position }: DefinitionParams,
  editor: Editor,
): Location[] | LocationLink[] | null {
  const links = subjectsAt(snapshot, textDocument.uri, position).flatMap(subject =>
    definitionsOf(subject).map(({ uri, range }) => ({
      originSelectionRange: subject.range,
      targetUri: uri,
      targetRange: subject.kind === 'event' ? subject.event.range : range,
      targetSelectionRange: range,
    })),
  );
  if (links.length === 0) return null;
  return editor.definitionLinks
    ? links
    : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
