import { Lines } from '../../../base/lines.ts';
import type { Uri } from '../../../base/text.ts';
import type { CodeFile, LanguageId, Unit } from '../../facts.ts';
import type { Dialect } from './parser.ts';
import { parse } from './parser.ts';
import { tables } from './tables.ts';
import { UnitReader } from './unit-reader.ts';

/** Reads a file that is a script as a whole. Never throws. */
export function readScript(
  uri: Uri,
  text: string,
  language: LanguageId,
  dialect: Dialect,
  _previous?: CodeFile,
): CodeFile {
  return { uri, language, lines: new Lines(text), units: readUnits(text, dialect), suppressions: [] };
}

/** One unit per top-level statement. */
export function readUnits(text: string, dialect: Dialect): Unit[] {
  const source = parse(text, dialect);
  if (source === undefined) return [];
  return source.statements.map(statement => {
    const reader = new UnitReader(source, statement.pos, tables);
    reader.statement(statement);
    return reader.finish();
  });
}
