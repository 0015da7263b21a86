import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Alias,
  type Node as YamlNode,
  type Pair,
  type Scalar as YamlScalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { explainSyntax, isUnclosed, TOO_DEEP, withoutEchoes } from './explain-syntax.ts';
import type { Entry, Key, ListNode, MapNode, Node, ScalarNode, Span, SyntaxProblem } from './tree.ts';

export interface ParsedText {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** More nodes than this out of aliases is an attack or an accident, never a plan. */
const MOST_ALIASED_NODES = 100_000;

/** Deeper nesting than any plan has, well before a recursive reader would run out of stack. */
const DEEPEST = 200;

/** A person mends one bracket after the other; a file with more open ones is no plan. */
const MOST_UNCLOSED = 20;

/** Reads a YAML text (and JSON, which is YAML) with the place of every key and value. Broken parts become problems. */
export function parseYaml(text: string): ParsedText {
  try {
    const document = parseDocument(text, {
      prettyErrors: false,
      logLevel: 'error',
      // Checked while converting, since the library compares each key with all others.
      uniqueKeys: false,
      merge: true,
      stringKeys: false,
    });
    const converter = new Converter(text);
    const root = converter.convert(document.contents, 0);
    // What the converter tells at the place where it begins, the library tells again where it ends.
    const isNews = (error: YAMLError): boolean => !isUnclosed(error) && !isExhausted(error);
    const errors = withoutEchoes(document.errors.filter(isNews));
    const exhausted = document.errors.find(isExhausted);
    // How deep that is depends on how much of the stack is in use already.
    const [start = 0] = exhausted?.pos ?? [];
    const tooDeep = exhausted && !converter.isTooDeep ? [{ start, end: start + 1, message: TOO_DEEP }] : [];
    return { root, problems: [...errors.map(error => explainSyntax(error, text)), ...tooDeep, ...converter.problems] };
  } catch (error) {
    // The library recurses; only a text made to break it nests deeply enough.
    const message = error instanceof RangeError ? TOO_DEEP : 'This is not YAML that can be read.';
    return { root: undefined, problems: [{ start: 0, end: lineEnd(text, 0), message }] };
  }
}

function isExhausted({ code, message }: YAMLError): boolean {
  return code === 'RESOURCE_EXHAUSTION' || message.includes('call stack');
}

class Converter {
  readonly problems: SyntaxProblem[] = [];
  readonly #text: string;
  /** An anchor stands before its aliases, and the last one of a name counts. */
  readonly #anchors = new Map<string, YamlNode>();
  /** Nodes on the way from the root to the present one, to find aliases that lead back. */
  readonly #open = new Set<YamlNode>();
  isTooDeep = false;
  #unclosed = 0;
  #aliased = 0;
  #aliasDepth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  convert(node: unknown, depth: number): Node | undefined {
    if (depth > DEEPEST) {
      const { start } = isNode(node) ? spanOf(node) : { start: 0 };
      if (!this.isTooDeep) this.problems.push({ start, end: start + 1, message: TOO_DEEP });
      this.isTooDeep = true;
      return undefined;
    }
    if (isAlias(node)) return this.#followAlias(node, depth);
    if (isNode(node) && node.anchor !== undefined && this.#aliasDepth === 0) this.#anchors.set(node.anchor, node);
    if (this.#aliasDepth > 0 && ++this.#aliased > MOST_ALIASED_NODES) return undefined;
    if (isScalar(node)) return this.#scalar(node);
    if (isMap(node)) return this.#within(node, () => this.#map(node, depth));
    if (isSeq(node)) return this.#within(node, () => this.#list(node, depth));
    return undefined;
  }

  #within<T>(node: YamlNode, convert: () => T): T {
    this.#open.add(node);
    const converted = convert();
    this.#open.delete(node);
    return converted;
  }

  #followAlias(alias: Alias, depth: number): Node | undefined {
    const target = this.#anchors.get(alias.source);
    const span = spanOf(alias);
    if (!target) {
      this.problems.push({ ...span, message: `Nothing before this is marked \`&${alias.source}\`.` });
      return undefined;
    }
    if (this.#open.has(target)) {
      this.problems.push({ ...span, message: `\`*${alias.source}\` stands inside the part that it repeats.` });
      return undefined;
    }
    const before = this.#aliased;
    if (before > MOST_ALIASED_NODES) return undefined;
    this.#aliasDepth++;
    const converted = this.convert(target, depth + 1);
    this.#aliasDepth--;
    if (before <= MOST_ALIASED_NODES && this.#aliased > MOST_ALIASED_NODES && this.#aliasDepth === 0) {
      this.problems.push({ ...span, message: `\`*${alias.source}\` repeats too much to be read.` });
      return undefined;
    }
    return converted;
  }

  #scalar(node: YamlScalar): ScalarNode {
    const { value } = node;
    const style = node.type === 'PLAIN' ? 'plain' : node.type?.startsWith('QUOTE') ? 'quoted' : 'block';
    if (style === 'quoted') this.#closes(spanOf(node), 'This quote is never closed.', quote => quote);
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const { start } = spanOf(node);
    return { kind: 'scalar', value: known ? value : null, style, start, end: endOf(node, this.#text) };
  }

  /** Reports what begins with a bracket or quote that nothing ends, at that bracket or quote. */
  #closes({ start, end }: Span, message: string, closer: (opener: string) => string): void {
    const opener = this.#text.charAt(start);
    const isClosed = end > start + 1 && this.#text.charAt(end - 1) === closer(opener);
    if (!isClosed && this.#aliasDepth === 0 && ++this.#unclosed <= MOST_UNCLOSED)
      this.problems.push({ start, end: start + 1, message });
  }

  #list(node: YAMLSeq, depth: number): ListNode {
    if (node.flow === true) this.#closes(spanOf(node), 'This bracket is never closed by `]`.', () => ']');
    const items: Node[] = [];
    for (const item of node.items) {
      const converted = isPair(item) ? this.#pairAsMap(item, depth) : this.convert(item, depth + 1);
      if (converted) items.push(converted);
    }
    return { kind: 'list', items, flow: node.flow === true, start: spanOf(node).start, end: endOf(node, this.#text) };
  }

  #map(node: YAMLMap, depth: number): MapNode {
    if (node.flow === true) this.#closes(spanOf(node), 'This brace is never closed by `}`.', () => '}');
    const entries: Entry[] = [];
    const merged: Entry[] = [];
    for (const pair of node.items) {
      const key = this.#key(pair.key);
      if (!key) continue;
      if (key.name === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN')
        merged.push(...this.#mergedEntries(pair.value, depth));
      else entries.push(this.#entry(key, pair.value, depth));
    }
    const names = new Set(entries.map(entry => entry.key.name));
    for (const entry of merged) {
      if (names.has(entry.key.name)) continue;
      names.add(entry.key.name);
      entries.push(entry);
    }
    return { kind: 'map', entries, flow: node.flow === true, start: spanOf(node).start, end: endOf(node, this.#text) };
  }

  #mergedEntries(value: unknown, depth: number): readonly Entry[] {
    const converted = this.convert(value, depth + 1);
    if (converted?.kind === 'map') return converted.entries;
    if (converted?.kind === 'list') return converted.items.flatMap(item => (item.kind === 'map' ? item.entries : []));
    return [];
  }

  #pairAsMap(pair: Pair, depth: number): MapNode | undefined {
    const key = this.#key(pair.key);
    if (!key) return undefined;
    const entry = this.#entry(key, pair.value, depth);
    return { kind: 'map', entries: [entry], flow: true, start: entry.start, end: entry.end };
  }

  #entry(key: Key, value: unknown, depth: number): Entry {
    if (!isNode(value) || isEmpty(value)) {
      return { key, value: undefined, start: key.start, end: afterColon(this.#text, key.end) };
    }
    const converted = this.convert(value, depth + 1);
    const end = Math.max(key.end, endOf(value, this.#text));
    return { key, value: converted, start: key.start, end };
  }

  #key(node: unknown): Key | undefined {
    if (!isScalar(node) || !node.range) {
      if (isNode(node)) {
        this.problems.push({ ...spanOf(node), message: 'A list or a map cannot be a key here.', unread: true });
      }
      return undefined;
    }
    const span = spanOf(node);
    if (typeof node.value === 'string') return { name: node.value, ...span };
    // `404:` and `true:` are names too, as they are written.
    const name = this.#text.slice(span.start, span.end);
    return name ? { name, ...span } : undefined;
  }
}

function isNode(node: unknown): node is YamlNode {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
}

function spanOf(node: YamlNode): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** Block collections end where their last value does; the library counts line ends and comments in. */
function endOf(node: YamlNode, text: string): number {
  const { start, end } = spanOf(node);
  if (isScalar(node)) return node.type?.startsWith('BLOCK') ? start + text.slice(start, end).trimEnd().length : end;
  if (!(isMap(node) || isSeq(node)) || node.flow === true) return end;
  const last: unknown = node.items.at(-1);
  if (!isPair(last)) return isNode(last) ? endOf(last, text) : end;
  if (isNode(last.value) && !isEmpty(last.value)) return endOf(last.value, text);
  return isNode(last.key) ? afterColon(text, endOf(last.key, text)) : end;
}

/** The end of a key with its colon, where it has one. */
function afterColon(text: string, keyEnd: number): number {
  const colon = /^[ \t]*:/.exec(text.slice(keyEnd, keyEnd + 100));
  return keyEnd + (colon?.[0].length ?? 0);
}

/** Nothing after the colon is a null of no length. */
function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1];
}

function lineEnd(text: string, from: number): number {
  const at = text.slice(from, from + 1000).search(/\r|\n/);
  return at < 0 ? Math.min(text.length, from + 1000) : from + at;
}
