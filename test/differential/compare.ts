import type { Node, Parser } from 'web-tree-sitter';
import type { Arg, Call, CodeFile } from '../../server/src/code/facts.ts';
import type { LanguageId } from '../../server/src/code/language-id.ts';
import { readSource } from '../../server/src/code/builder/read-source.ts';
import { placedCalls } from './placed-calls.ts';
import { writtenCalls, type CallGrammar, type WrittenCall } from './written-calls.ts';

export type DifferenceKind = 'missed' | 'invented' | 'name' | 'arguments' | 'text';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly at: number;
  readonly detail: string;
}

export interface Comparison {
  /** Calls that both could see. */
  readonly calls: number;
  /** Calls in places that tree-sitter could not read. */
  readonly unreadable: number;
  readonly differences: readonly Difference[];
}

/** Compares what we read in a file with what tree-sitter reads, but for the statements in which it found errors. */
export function compareWithTree(
  language: LanguageId,
  grammar: CallGrammar,
  parser: Parser,
  uri: string,
  text: string,
): Comparison {
  const tree = parser.parse(text);
  if (tree === null) return { calls: 0, unreadable: 0, differences: [] };
  const root = tree.rootNode;
  const facts = readSource({ ...grammar.reads, ...plain }, language, uri, text);
  const written = new Map(writtenCalls(root, grammar, { text }).map(call => [call.key, call]));
  const ours = readCalls(facts, text);
  const broken = root.hasError ? (at: number): boolean => isBroken(root, at) : (): boolean => false;
  const differences: Difference[] = [];
  let calls = 0;
  let unreadable = 0;
  for (const call of written.values()) {
    if (call.isOptional) continue;
    if (broken(call.key) || isMisread(call, text)) {
      unreadable++;
      continue;
    }
    calls++;
    const mine = ours.get(call.key);
    if (mine !== undefined) differences.push(...differ(call, mine, text));
    else if (grammar.operators?.includes(call.name) !== true)
      differences.push({ kind: 'missed', at: call.key, detail: call.name });
  }
  for (const [key, call] of ours) {
    const detail = text.slice(call.nameAt, call.nameEnd);
    if (written.has(key) || grammar.operators?.includes(detail) || broken(key)) continue;
    if (
      isComparison(root, key, text) ||
      isMacro(root, key) ||
      isAlias(root, key) ||
      isBehindBraces(text, key) ||
      isTorn(root, key, text)
    ) {
      unreadable++;
      continue;
    }
    differences.push({ kind: 'invented', at: key, detail });
  }
  tree.delete();
  return { calls, unreadable, differences };
}

/** What the grammars take for a call, or for arguments, without a word of complaint. */
function isMisread({ key, name, args }: WrittenCall, text: string): boolean {
  // `-(a + b)`, declarations behind annotations and comments in Kotlin, and its classes' bodies (see `isTorn`).
  if (name === '' && /[-+!~]$/.test(text.slice(0, key))) return true;
  if (/\b(?:(?:fun|class|interface|object)\s+[\w.]*|by\s+\w+)$/.test(text.slice(Math.max(0, key - 100), key)))
    return true;
  if (name === '' && /:\s*[\w.]+(?:<[^{}\n]*>)?[ \t]*\n\s*\([^()]*\)\s*$/.test(text.slice(Math.max(0, key - 200), key)))
    return true;
  return args.some(({ isCut }) => isCut);
}

/** Functions of the standard library that make maps, lists and texts are compared as the calls that they are. */
const plain = {
  collections: {
    makers: new Map(),
    puts: new Set<string>(),
    putAlls: new Set<string>(),
    fillers: new Set<string>(),
    copies: new Set<string>(),
  },
  formats: new Map(),
} as const;

/** Whether tree-sitter took type arguments (`f<A, B>(c)`) for comparisons. */
function isComparison(root: Node, key: number, text: string): boolean {
  if (!/>\s*$/.test(text.slice(0, key))) return false;
  const sign = root.descendantForIndex(text.lastIndexOf('>', key - 1));
  return sign !== null && !/type_(?:argument|parameter)/.test(sign.parent?.type ?? '');
}

/** What a macro stands for is plain text to tree-sitter. */
function isMacro(root: Node, key: number): boolean {
  return root.descendantForIndex(key)?.type === 'preproc_arg';
}

/** `type(value).name = …` is an assignment, which the grammar of Python takes for the statement that names a type. */
function isAlias(root: Node, key: number): boolean {
  for (let node = root.descendantForIndex(key); node !== null; node = node.parent)
    if (node.type === 'type_alias_statement') return true;
  return false;
}

/** `{{{call()}}}` in a text of C# is a brace and an expression; the grammar sees braces only. */
function isBehindBraces(text: string, key: number): boolean {
  return /\{\{\{[^{}]*$/.test(text.slice(Math.max(0, key - 100), key));
}

/** The grammar of Kotlin ends a class with the line of its parent, whose arguments may stand on the next one. */
function isTorn(root: Node, key: number, text: string): boolean {
  return (
    /:\s*[\w.]+(?:<[^{}\n]*>)?[ \t]*\n\s*$/.test(text.slice(Math.max(0, key - 200), key)) &&
    root.descendantForIndex(key)?.parent?.type === 'parenthesized_expression'
  );
}

/** Our calls by the same keys; calls that the text only implies, such as those of an enum's constants, have none. */
function readCalls(file: CodeFile, text: string): Map<number, Call> {
  const { language } = file;
  const answer = new Map<number, Call>();
  for (const call of placedCalls(file)) {
    const { argsAt, end, nameAt } = call;
    const isBracket = text.charAt(argsAt - 1) === '(';
    // `proc.(argument)` has no name.
    const isByName =
      (language === 'ruby' && !text.startsWith('.(', argsAt - 2)) || (language === 'objective-c' && !isBracket);
    const isImplied = !isByName && !isBracket && argsAt === end;
    // A method without arguments may be a plain name to one reader and a call to the other.
    if (language === 'ruby' && call.args.length === 0 && !isBracket) continue;
    if (!isImplied) answer.set(isByName ? nameAt : isBracket ? argsAt - 1 : argsAt, call);
  }
  return answer;
}

function differ(written: WrittenCall, call: Call, text: string): Difference[] {
  const at = written.key;
  const name = text.slice(call.nameAt, call.nameEnd);
  const isName =
    [written.name, `@${written.name}`].includes(name) || new RegExp(`(?:\\\\|::)${written.name}$`).test(name);
  // `$object->$method()` has a name when the program runs only.
  if (written.name !== '' && !written.name.startsWith('$') && !isName)
    return [{ kind: 'name', at, detail: `${written.name} is read as ${name}` }];
  const args = call.args.filter(arg => arg.trailing !== true);
  const labels = (all: readonly { readonly label?: string | undefined }[]): string =>
    all.map(arg => arg.label ?? '_').join(' ');
  const wanted = labels(written.args);
  const found = labels(args.map(({ name: label }) => ({ label })));
  if (wanted !== found) return [{ kind: 'arguments', at, detail: `${written.name}(${wanted}) is read as (${found})` }];
  return written.args.flatMap(({ text: value }, index) => {
    const mine = args[index];
    if (value === undefined || mine === undefined || hasText(mine, value)) return [];
    return [{ kind: 'text' as const, at, detail: `${JSON.stringify(value)} in ${written.name}(…)` }];
  });
}

/** Lines of a string of several lines lose their indentation in many languages. */
function hasText({ value }: Arg, text: string): boolean {
  if (value.k !== 'literal' || typeof value.value !== 'string') return false;
  if (!text.includes('\n')) return value.value === text;
  return value.value.replaceAll(/\s/g, '') === text.replaceAll(/\s/g, '');
}

/** Whether tree-sitter found an error in the statement that holds an offset. */
function isBroken(root: Node, at: number): boolean {
  let node = root.descendantForIndex(at);
  while (node !== null) {
    if (node.isError || node.isMissing) return true;
    const { parent } = node;
    if (parent === null || isBlock(parent)) return node.hasError || isNextToError(node);
    node = parent;
  }
  return true;
}

function isBlock({ type }: Node): boolean {
  return /block|body|statements|statement_list|program|source_file|module|unit|declaration_list|implementation_definition/.test(
    type,
  );
}

/** What stands beside an error may have been taken apart by it. */
function isNextToError({ previousSibling, nextSibling }: Node): boolean {
  return [previousSibling, nextSibling].some(
    node => node !== null && (node.isError || node.isMissing || node.hasError),
  );
}
