import { Lines } from '../../../base/lines.ts';
import type { Uri } from '../../../base/text.ts';
import type { CodeFile } from '../../facts.ts';
import type { LanguageId } from '../../language-id.ts';
import { suppressionsOf } from './comments.ts';
import { Memory } from '../../memory.ts';
import type { Dialect } from './parser.ts';
import type { Script } from './script.ts';
import { readScript } from './script.ts';

/** Reads a file that is a script as a whole. Never throws. */
export function readScriptFile(
  uri: Uri,
  text: string,
  language: LanguageId,
  dialect: Dialect,
  previous?: CodeFile,
): CodeFile {
  const script = readScript(text, dialect, previous && memory.recall(previous));
  const { pieces, tail } = script;
  const lines = new Lines(text);
  const suppressions = pieces.flatMap(({ start, comments }) => suppressionsOf(comments, start, lines));
  const file: CodeFile = {
    uri,
    language,
    lines,
    units: pieces.flatMap(piece => piece.units),
    suppressions: [...suppressions, ...suppressionsOf(tail, pieces.at(-1)?.end ?? 0, lines)],
  };
  memory.keep(file, script, previous);
  return file;
}

const memory = new Memory<Script>();
