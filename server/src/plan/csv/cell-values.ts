import type { Located } from '../../base/text.ts';
import type { Scalar, ValueType } from '../../base/vocabulary.ts';
import type { Reading } from '../yaml/reading.ts';
import type { Cell } from './parse-csv.ts';

/** The values that a cell lists: between commas, semicolons, bars or lines, or as a JSON list. Each keeps its place. */
export function listedValues(
  reading: Reading,
  cell: Cell,
  types: readonly ValueType[] | undefined,
): readonly Located<Scalar>[] {
  const raw = reading.text.slice(cell.start, cell.end);
  const separator = /[\r\n]/.test(cell.text)
    ? /[\r\n]+/
    : cell.text.includes('|')
      ? /\|/
      : cell.text.includes(';')
        ? /;/
        : /,/;
  const inner = cell.text.replace(/^\[|\]$/g, '');
  let from = 0;
  return inner.split(separator).flatMap(piece => {
    const text = piece.trim().replace(/^(["'`])(.*)\1$/, '$2');
    if (text === '') return [];
    const found = raw.indexOf(text, from);
    const start = found < 0 ? cell.start : cell.start + found;
    const end = found < 0 ? cell.end : start + text.length;
    if (found >= 0) from = found + text.length;
    return [reading.located(valueOf(text, types), { start, end })];
  });
}

function valueOf(text: string, types: readonly ValueType[] | undefined): Scalar {
  const isNumber = types?.some(type => type === 'number' || type === 'integer') === true;
  if (isNumber && !types.includes('string') && text !== '' && Number.isFinite(Number(text))) return Number(text);
  if (types?.includes('boolean') === true && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}

/** What people write in a column for types. Empty where the word stands for any type, undefined where it is not known. */
export function typesOfWord(word: string): TypeWord | undefined {
  const text = word
    .trim()
    .toLowerCase()
    .replace(/^(?:list|array)\s*(?:of|<|\()\s*|[>)]$/g, '[]');
  if (text.startsWith('[]') || text.endsWith('[]')) {
    const items = typesOfWord(text.replaceAll('[]', ''));
    return { types: ['array'], ...(items && items.types.length > 0 && { items: items.types }) };
  }
  const parts = text.split(/\s*(?:\||,|\/|\bor\b)\s*/);
  const found = parts.map(part => typeWords.get(part.replace(/\?$/, '')));
  if (found.some(each => each === undefined)) return undefined;
  const format = found.length === 1 ? found[0]?.format : undefined;
  const types = found.flatMap(each => each?.types ?? []);
  const nullable = parts.some(part => part.endsWith('?')) && types.length > 0 ? (['null'] as const) : [];
  return { types: [...new Set([...types, ...nullable])], ...(format !== undefined && { format }) };
}

export interface TypeWord {
  /** Empty: any. */
  readonly types: readonly ValueType[];
  readonly items?: readonly ValueType[];
  readonly format?: string;
}

const typeWords: ReadonlyMap<string, TypeWord> = new Map(
  (
    [
      ['string text str varchar char uuid id url uri email enum symbol guid', ['string']],
      ['number numeric float double decimal num currency money real percent percentage', ['number']],
      ['integer int long bigint int32 int64 whole', ['integer']],
      ['boolean bool flag', ['boolean']],
      ['object map json dictionary dict struct record', ['object']],
      ['array list set', ['array']],
      ['null none nil', ['null']],
      ['any mixed unknown', []],
    ] as const
  )
    .flatMap(([words, types]) => words.split(' ').map((word): [string, TypeWord] => [word, { types }]))
    .concat([
      ['date', { types: ['string'] }],
      ['datetime', { types: ['string'] }],
      ['date-time', { types: ['string'], format: 'date-time' }],
      ['timestamp', { types: [] }],
    ]),
);
