import type { Node } from 'web-tree-sitter';
import type { Grammar } from '../../server/src/code/builder/grammar.ts';
import type { Parser as OurParser } from '../../server/src/code/builder/parser.ts';

/** A call as a grammar of tree-sitter sees it. */
export interface WrittenCall {
  /** Where the arguments begin, which tells the calls of one file apart: the opening bracket, or what stands for it. */
  readonly key: number;
  /** The last name of what is called; empty where it has none. */
  readonly name: string;
  readonly at: number;
  readonly end: number;
  readonly args: readonly WrittenArg[];
  /** Something near to a call (an annotation, a conversion, a parent's constructor), which may be read as one or not. */
  readonly isOptional: boolean;
}

export interface WrittenArg {
  readonly label: string | undefined;
  /** The value, where it is a string without interpolation and with simple escapes only. */
  readonly text: string | undefined;
  /** It begins behind the comma of type arguments, or holds the label of the next one. */
  readonly isCut: boolean;
}

/** How the grammar of a language names calls, arguments and strings. */
export interface CallGrammar {
  /** The grammar's file in `node_modules`. */
  readonly wasm: string;
  /** The language as we read it. */
  readonly reads: Grammar<OurParser>;
  /** Words of the language that look like functions (`sizeof`). */
  readonly operators?: readonly string[];
  /** Types of nodes that may be calls or lists of arguments. */
  readonly types: readonly string[];
  /** The call that such a node makes. */
  readonly call: (node: Node, source: Source) => CallParts | undefined;
  /** The label and the value of an argument. */
  readonly argument: (node: Node) => { readonly label?: string | undefined; readonly value: Node | null };
  /** Types of nodes that are strings. */
  readonly strings: readonly string[];
}

export interface CallParts {
  /** The list of arguments, or the arguments themselves. */
  readonly args: Node | readonly Node[] | undefined;
  readonly key: number;
  readonly name?: string;
  readonly isOptional?: boolean;
}

export interface Source {
  readonly text: string;
}

/** All calls of a tree in textual order. */
export function writtenCalls(root: Node, grammar: CallGrammar, source: Source): WrittenCall[] {
  const answer: WrittenCall[] = [];
  for (const node of root.descendantsOfType([...grammar.types])) {
    const parts = grammar.call(node, source);
    if (parts === undefined) continue;
    const { args, key, name, isOptional = false } = parts;
    const nodes = args === undefined ? [] : 'namedChildren' in args ? args.namedChildren : args;
    answer.push({
      key,
      name: name ?? nameBefore(source.text, key),
      at: node.startIndex,
      end: node.endIndex,
      args: nodes
        .filter(each => !/comment|line_continuation|^preproc/.test(each.type))
        .map(each => argument(each, grammar)),
      isOptional,
    });
  }
  return answer;
}

function argument(node: Node, grammar: CallGrammar): WrittenArg {
  const { label, value } = grammar.argument(node);
  const isCut =
    /^[\w.?]+(?:<[\w, ?]*>)?>\s*\(/.test(node.text) ||
    /\b[A-Z]\w*<[\w. ?]*$/.test(node.text) ||
    node.nextSibling?.text === ':';
  return {
    label,
    isCut,
    text: value !== null && grammar.strings.includes(value.type) ? stringValue(value.text) : undefined,
  };
}

/** The value of a string as it is written; undefined where only the language itself could tell it. */
function stringValue(text: string): string | undefined {
  const match = /^@?("""|'''|"|')([\s\S]*)\1$/.exec(text);
  const [, quote, inside] = match ?? [];
  if (inside === undefined || /[$#{`]/.test(inside) || inside.includes(quote ?? '"')) return undefined;
  if (!inside.includes('\\')) return inside;
  if (quote !== '"' || text.startsWith('@') || !/^(?:[^\\]|\\[nt"\\])*$/.test(inside)) return undefined;
  return inside.replaceAll(/\\(.)/g, (_, sign: string) => ({ n: '\n', t: '\t' })[sign] ?? sign);
}

/** The name that stands before a list of arguments, with or without type arguments between them. */
export function nameBefore(text: string, key: number): string {
  let at = key;
  const back = (pattern: RegExp): void => {
    while (at > 0 && pattern.test(text.charAt(at - 1))) at--;
  };
  back(/[\s?!.]/);
  if (text.charAt(at - 1) === '>') {
    let level = 0;
    do {
      at--;
      const sign = text.charAt(at);
      if (sign === '>' && text.charAt(at - 1) === '-') at--;
      else if (sign === '>') level++;
      else if (sign === '<') level--;
    } while (level > 0 && at > 0);
    back(/[\s:]/);
  }
  const end = at;
  back(/[\p{L}\p{N}\p{M}_$]/u);
  return text.slice(at, end);
}
