import { Lines } from '../../base/lines.ts';
import type { Uri } from '../../base/text.ts';
import type { CodeFile, Unit } from '../facts.ts';
import type { LanguageId } from '../language-id.ts';
import { Memory } from '../memory.ts';
import { readSuppression } from '../suppression.ts';
import { offsetIn } from '../unit-places.ts';
import type { Grammar } from './grammar.ts';
import type { Parser } from './parser.ts';
import { LongText } from './long-text.ts';
import { readText, type TextRead } from './read-text.ts';

/** Texts of fewer characters are read so fast that nothing of them is worth keeping. */
const LONG = 12_000;

/** Reads a file of a language that is given as a table. Never throws: a text that defeats the reader has no facts. */
export function readSource(
  grammar: Grammar<Parser>,
  language: LanguageId,
  uri: Uri,
  text: string,
  previous?: CodeFile,
): CodeFile {
  const lines = new Lines(text);
  try {
    if (text.length < LONG || !grammar.pieces) return made([readText(grammar, text)]);
    const before = previous && memory.recall(previous);
    const long = before?.changed(grammar, text) ?? LongText.read(grammar, text, before);
    const file = made(long.parts);
    memory.keep(file, long, previous);
    return file;
  } catch (error) {
    const message = `This file could not be read: ${String(error)}`;
    const unit: Unit = { ...noFacts, problems: [{ at: 0, end: 0, message }] };
    return { uri, language, lines, units: [unit], suppressions: [] };
  }

  function made(parts: readonly TextRead[]): CodeFile {
    const [first] = parts;
    const namespace = first?.namespace;
    const notes = parts
      .flatMap(part => part.notes.map(note => ({ text: note.text, offset: offsetIn(part.unit, note.at) })))
      .sort((a, b) => a.offset - b.offset);
    const suppressions = notes.flatMap(note => readSuppression(note.text, note.offset, lines) ?? []);
    const units = parts.map(({ unit }) => unit);
    return { uri, language, lines, units, suppressions, ...(namespace !== undefined && { namespace }) };
  }
}

const memory = new Memory<LongText>();

const noFacts: Unit = {
  start: 0,
  bindings: [],
  functions: [],
  calls: [],
  classes: [],
  types: [],
  imports: [],
  exports: [],
  globals: [],
};
