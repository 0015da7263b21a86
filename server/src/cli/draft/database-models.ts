import type { ValueType } from '../../base/vocabulary.ts';

/** A table or model of a database schema. */
export interface DatabaseModel {
  readonly name: string;
  readonly columns: readonly DatabaseColumn[];
}

export interface DatabaseColumn {
  readonly name: string;
  readonly type?: ValueType;
  readonly enum?: readonly string[];
}

/** The models of a Prisma schema, of SQL's `CREATE TABLE`s or of Rails' `schema.rb`, told apart by their words. */
export function readModels(text: string): readonly DatabaseModel[] {
  if (/^\s*create_table\s/m.test(text)) return railsModels(text);
  if (/^\s*model\s+\w+\s*\{/m.test(text)) return prismaModels(text);
  return sqlModels(text);
}

function prismaModels(text: string): readonly DatabaseModel[] {
  const enums = new Map(
    [...text.matchAll(/^\s*enum\s+(\w+)\s*\{([^}]*)\}/gm)].map(([, name = '', body = '']) => [
      name,
      body.replace(/\/\/[^\n]*|@\w+(?:\([^)]*\))?/g, '').match(/\w+/g) ?? [],
    ]),
  );
  return [...text.matchAll(/^\s*model\s+(\w+)\s*\{([^}]*)\}/gm)].map(([, name = '', body = '']) => ({
    name,
    columns: [...body.matchAll(/^\s*(\w+)\s+(\w+)(\[\])?\??/gm)].flatMap(([, column = '', word = '', list]) => {
      const values = enums.get(word);
      const type = prismaTypes.get(word);
      // Anything else is a relation to another model.
      if (!values && !type) return [];
      if (list !== undefined) return { name: column, type: 'array' as const };
      return { name: column, ...(values ? { type: 'string' as const, enum: values } : type && { type }) };
    }),
  }));
}

const prismaTypes: ReadonlyMap<string, ValueType> = new Map([
  ['String', 'string'],
  ['Boolean', 'boolean'],
  ['Int', 'integer'],
  ['BigInt', 'integer'],
  ['Float', 'number'],
  ['Decimal', 'number'],
  ['DateTime', 'string'],
  ['Json', 'object'],
]);

function railsModels(text: string): readonly DatabaseModel[] {
  return [...text.matchAll(/^\s*create_table\s+["':]([\w.]+)["']?[^\n]*do\s*\|t\|([^]*?)^\s*end\b/gm)].map(
    ([, name = '', body = '']) => ({
      name,
      columns: [...body.matchAll(/^\s*t\.(\w+)\s+["':](\w+)/gm)].flatMap(([, word = '', column = '']) => {
        if (word === 'index' || word === 'references' || word === 'belongs_to') return [];
        const type = sqlType(word);
        return { name: column, ...(type && { type }) };
      }),
    }),
  );
}

function sqlModels(text: string): readonly DatabaseModel[] {
  const plain = text.replace(/--[^\n]*/g, '').replace(/\/\*[^]*?\*\//g, '');
  const tables = plain.matchAll(
    /\bcreate\s+(?:temporary\s+|unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w."`[\]]+)\s*\(/gi,
  );
  return [...tables].map(match => {
    const from = match.index + match[0].length;
    const name = (match[1] ?? '').replace(/["`[\]]/g, '').replace(/^.*\./, '');
    return { name, columns: parts(plain, from).flatMap(sqlColumn) };
  });
}

/** What stands between the commas of a bracket that is already open. */
function parts(text: string, from: number): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') depth++;
    else if (char === ')' && depth-- === 0) return [...found, text.slice(start, at)];
    else if (char === ',' && depth === 0) {
      found.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return found;
}

function sqlColumn(part: string): readonly DatabaseColumn[] {
  const [, name = '', word = ''] = /^\s*["`[]?(\w+)["`\]]?\s+(\w+)/.exec(part) ?? [];
  if (name === '' || /^(?:primary|foreign|unique|constraint|check|key|index|exclude|like|fulltext)$/i.test(name))
    return [];
  const type = sqlType(word.toLowerCase());
  return [{ name, ...(type && { type }) }];
}

function sqlType(word: string): ValueType | undefined {
  if (/^(?:(?:small|big|medium|tiny)?int(?:eger)?\d*|(?:big|small)?serial)$/.test(word)) return 'integer';
  if (/^(?:numeric|decimal|float\d*|double|real|money)$/.test(word)) return 'number';
  if (/^(?:bool|boolean|bit)$/.test(word)) return 'boolean';
  if (/^(?:jsonb?|hstore)$/.test(word)) return 'object';
  return /^(?:text|string|citext|uuid|date\w*|time\w*|n?varchar\d*|n?char|character|enum|inet)$/.test(word)
    ? 'string'
    : undefined;
}
