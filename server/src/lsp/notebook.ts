import type { Uri } from '../base/text.ts';
import { cellLanguages, endingOf } from './unfiled.ts';

/** A code cell, as the editor shows it. */
export interface Cell {
  readonly uri: Uri;
  readonly language: string;
  readonly text: string;
}

/** Cells of one language as one file of the engine. */
export interface CellFile {
  readonly uri: Uri;
  readonly text: string;
  readonly cells: readonly CellLines[];
}

/** Which lines of the file a cell is: from `line` up to and without `end`. */
export interface CellLines {
  readonly uri: Uri;
  readonly line: number;
  readonly end: number;
}

/**
 * The files that the cells of a notebook are to the engine, one for each language: a cell sees what those above it
 * declare and import. The names of the files are the notebook's own with the language's ending.
 */
export function cellFiles(notebook: Uri, cells: readonly Cell[]): readonly CellFile[] {
  const languages = cellLanguages.filter(language => cells.some(cell => cell.language === language));
  return languages.map(language => {
    const uri = `${notebook}${endingOf(language) ?? ''}`;
    const texts: string[] = [];
    const own: CellLines[] = [];
    let line = 0;
    for (const cell of cells) {
      if (cell.language !== language) continue;
      const text = language === 'python' ? withoutMagic(cell.text) : cell.text;
      const end = line + text.split(/\r\n|\r|\n/).length;
      own.push({ uri: cell.uri, line, end });
      texts.push(text);
      line = end;
    }
    return { uri, text: texts.join('\n'), cells: own };
  });
}

/**
 * Lines that are no Python but orders to the notebook (`%pip install`, `!ls`) become empty, and so do all lines of a cell
 * whose first line hands it to another program (`%%bash`). Every other line stays where it is.
 */
function withoutMagic(text: string): string {
  const cellMagic = /^\s*%%(\w*)/.exec(text)?.[1];
  const isForeign = cellMagic !== undefined && !runsPython.has(cellMagic);
  return text.replace(isForeign ? /[^\r\n]+/g : /^[ \t]*[%!?][^\r\n]*/gm, '');
}

/** Cell magics whose cells are Python all the same. */
const runsPython: ReadonlySet<string> = new Set(['capture', 'prun', 'python', 'python3', 'pypy', 'time', 'timeit']);
