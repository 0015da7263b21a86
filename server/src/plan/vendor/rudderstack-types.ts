import type { ValueType } from '../../base/vocabulary.ts';
import type { ValueConstraint } from '../plan.ts';
import { numberOf, scalarsOf, textOf, textsOf, type Reading } from '../yaml/reading.ts';
import { entryOf, valueOf, type Entry, type Node } from '../yaml/tree.ts';
import { entriesOf } from './items-of.ts';
import { typesOf } from './read-schema.ts';

/** What a property of RudderStack's catalog may hold: types in a comma list, custom types, and the words of its config. */
export class RudderstackTypes {
  readonly #find: (ref: string) => Node | undefined;

  constructor(find: (ref: string) => Node | undefined) {
    this.#find = find;
  }

  /**
   * `reading` is the file that the answer is for: values keep their places only where `from`, the place of a reference to
   * them, is absent, since they stand in another file otherwise.
   */
  constraint(node: Node, reading: Reading, from: Node | undefined, depth = 0): ValueConstraint {
    const words = textsOf(valueOf(node, 'types') ?? valueOf(node, 'type')).flatMap(word => word.split(/\s*,\s*/));
    const config = valueOf(node, 'propConfig') ?? valueOf(node, 'config');
    const custom = words.map(word => this.#find(word)).find(each => each !== undefined);
    const base = custom && depth < 8 ? this.constraint(custom, reading, from ?? node, depth + 1) : {};
    const types = custom ? undefined : known(words);
    for (const word of words) {
      if (word.startsWith('#') && !custom && !from) this.#unresolved(valueOf(node, 'type') ?? node, word, reading);
    }
    const itemWords = textsOf(word(config, 'itemTypes') ?? valueOf(node, 'item_types') ?? valueOf(node, 'item_type'));
    const item = itemWords.map(each => this.#find(each)).find(each => each !== undefined);
    const items = item && depth < 8 ? this.constraint(item, reading, from ?? node, depth + 1) : typed(known(itemWords));
    for (const entry of from ? [] : entriesOf(config)) this.#unread(entry, reading);
    return {
      ...base,
      ...typed(types),
      ...(itemWords.length > 0 && { items }),
      ...configured(config, reading, from),
    };
  }

  #unresolved(at: Node, ref: string, reading: Reading): void {
    const message = `No file of the plan has the custom type \`${ref}\`.`;
    reading.problems.push({ rule: 'unresolved-reference', range: reading.underline(at), message });
  }

  #unread({ key }: Entry, reading: Reading): void {
    const name = camel(key.name);
    if (!configWords.has(name)) reading.unread(key, `\`${key.name}\` is not checked in code.`);
  }
}

function configured(config: Node | undefined, reading: Reading, from: Node | undefined): ValueConstraint {
  const values = scalarsOf(word(config, 'enum'));
  const at = word(config, 'pattern');
  const pattern = textOf(at);
  const format = textOf(word(config, 'format'));
  return {
    ...(values.length > 0 && { enum: values.map(each => reading.located(each.value, from ?? each)) }),
    ...(at && pattern !== undefined && { pattern: reading.located(pattern, from ?? at) }),
    ...(format !== undefined && { format }),
    ...limits(config),
  };
}

function known(words: readonly string[]): readonly ValueType[] | undefined {
  const types = words.map(each => each.trim()).filter(each => each !== '');
  if (types.length === 0) return undefined;
  const found = types.map(type => typesOf({ kind: 'scalar', value: type, style: 'plain', start: 0, end: 0 }));
  return found.every(each => each !== undefined) ? found.flat() : undefined;
}

function typed(types: readonly ValueType[] | undefined): ValueConstraint {
  return types ? { types } : {};
}

/** Version 1 writes the words of the config with underscores. */
function word(config: Node | undefined, name: string): Node | undefined {
  const snake = name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
  return (entryOf(config, name) ?? entryOf(config, snake))?.value;
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const limitWords = [
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const),
  ...(['minLength', 'maxLength', 'minItems', 'maxItems'] as const),
];

const configWords: ReadonlySet<string> = new Set([...limitWords, 'enum', 'pattern', 'format', 'itemTypes']);

function limits(config: Node | undefined): ValueConstraint {
  const found = limitWords.map(name => [name, numberOf(word(config, name))] as const);
  return Object.fromEntries(found.filter(([, number]) => number !== undefined));
}
