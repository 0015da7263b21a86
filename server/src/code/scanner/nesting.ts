import { isBehindArgument, isSentToMessage } from './message-chains.ts';
import { TokenKind, Tokens } from './tokens.ts';

export interface NestingOptions {
  /** Whether braces hold statements. Where they do not (Python), they are repaired like other brackets. */
  readonly braceBlocks: boolean;
  /** Whether `;` ends statements: no bracket but that of `for (;;)` goes on after it. */
  readonly semicolons: boolean;
  /** Words that, at the start of a line, begin a statement, so that no parenthesis is open there. */
  readonly statementWords: ReadonlySet<string>;
  /** `[[receiver selector:argument] selector]` is what brackets are for. */
  readonly messages?: true;
}

/**
 * Pairs the brackets. Where the text is not balanced, as while it is typed, the answer is another list in which missing
 * closing brackets are put where the layout says that the statement ends, and surplus ones are left out: whoever reads
 * tokens need not think of broken text, except that a bracket may be virtual.
 */
export function nest(tokens: Tokens, options: NestingOptions): Tokens {
  const faults = pair(tokens, options);
  return faults === undefined ? tokens : new Repair(tokens, faults, options).run();
}

/** How many brackets have no partner. */
export function countFaults(tokens: Tokens, options: NestingOptions): number {
  const faults = pair(tokens, options);
  return faults === undefined ? 0 : faults.unclosed.size + faults.surplus;
}

interface Faults {
  /** Opening brackets without a closing one. */
  readonly unclosed: ReadonlySet<number>;
  /** How many closing brackets have no opening one. */
  readonly surplus: number;
  /** Whether braces are among the unpaired brackets. */
  readonly braces: boolean;
}

/** Pairs brackets by kind alone; undefined where all have their partner. */
function pair(tokens: Tokens, options: NestingOptions): Faults | undefined {
  const stack: number[] = [];
  const unclosed = new Set<number>();
  let braces = false;
  let surplus = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind(i);
    if (kind === TokenKind.word && tokens.startsLine(i) && beginsStatement(tokens, i, options)) {
      for (let top = stack.at(-1); top !== undefined && isInExpression(tokens, top, options); top = stack.at(-1))
        unclosed.add(stack.pop() ?? 0);
    }
    if (kind === TokenKind.open) stack.push(i);
    else if (kind === TokenKind.close) {
      const closer = tokens.words[i] ?? '';
      const depth = partner(tokens, stack, closer);
      if (depth < 0) {
        surplus++;
        braces ||= closer === '}';
        continue;
      }
      while (stack.length > depth + 1) unclosed.add(stack.pop() ?? 0);
      tokens.linkPair(stack.pop() ?? 0, i);
    }
  }
  for (const open of stack) unclosed.add(open);
  for (const open of unclosed) braces ||= closerOf(tokens.words[open] ?? '') === '}';
  return unclosed.size > 0 || surplus > 0 ? { unclosed, surplus, braces } : undefined;
}

function beginsStatement(tokens: Tokens, i: number, { statementWords }: NestingOptions): boolean {
  const word = tokens.words[i] ?? '';
  // `case .name(let a,` and `let b):` in Swift.
  if ((word === 'let' || word === 'var') && /^[,)]$/.test(tokens.words[i + 2] ?? '')) return false;
  // Not a label, a keyword argument or the end of an expression of this name.
  return statementWords.has(word) && !/^[:=.,)\]]$/.test(tokens.words[i + 1] ?? '');
}

/** Whether the open bracket belongs to an expression of statements, rather than to a block or a string. */
function isInExpression(tokens: Tokens, open: number, { braceBlocks }: NestingOptions): boolean {
  const closer = closerOf(tokens.words[open] ?? '');
  return closer === ')' || closer === ']' || (closer === '}' && !braceBlocks);
}

/** How far the partner of a closing bracket is looked for: keeps hopeless text linear. */
const REACH = 60;

/** The index in the stack of the bracket that `closer` closes, or -1. Parentheses do not reach out of braces. */
function partner(tokens: Tokens, stack: readonly number[], closer: string): number {
  for (let depth = stack.length - 1; depth >= 0 && depth > stack.length - REACH; depth--) {
    const expected = closerOf(tokens.words[stack[depth] ?? 0] ?? '');
    if (expected === closer) return depth;
    if (!canCross(expected, closer)) return -1;
  }
  return -1;
}

function canCross(expected: string, closer: string): boolean {
  if (closer === '"') return true;
  if (expected === '"') return false;
  if (closer === '$}') return true;
  if (expected === '$}') return false;
  if (closer === '}') return true;
  return expected !== '}';
}

/** The closing bracket of an opening one. */
export function closerOf(opener: string): string {
  switch (opener) {
    case '(':
      return ')';
    case '[':
      return ']';
    case '{':
      return '}';
    case '"':
      return '"';
    case '${':
      return '$}';
    default:
      return opener.endsWith('{') ? '}' : opener.endsWith('[') ? ']' : ')';
  }
}

interface Opened {
  /** In the new list. */
  readonly index: number;
  readonly closer: string;
  /** Indentation of the line that it stands on. */
  readonly indent: number;
  /** It has no partner by kind alone. */
  readonly isFaulty: boolean;
  /** Its line begins with `for`: semicolons belong to it. */
  readonly isLoop: boolean;
}

/** One pass over a text with unpaired brackets, led by its indentation. */
class Repair {
  readonly #old: Tokens;
  readonly #new: Tokens;
  readonly #faults: Faults;
  readonly #options: NestingOptions;
  readonly #stack: Opened[] = [];
  readonly #trustsLayout: boolean;

  constructor(tokens: Tokens, faults: Faults, options: NestingOptions) {
    this.#old = tokens;
    this.#new = new Tokens(tokens.text, tokens.count + faults.unclosed.size + 64);
    this.#new.comments.push(...tokens.comments);
    this.#faults = faults;
    this.#options = options;
    this.#trustsLayout = faults.braces && options.braceBlocks && isIndented(tokens);
  }

  run(): Tokens {
    const old = this.#old;
    let indent = 0;
    for (let i = 0; i < old.count; i++) {
      const kind = old.kind(i);
      const starts = old.startsLine(i);
      if (starts) {
        indent = columnOf(old, i);
        this.#startLine(i, indent, kind);
      }
      if (kind === TokenKind.open) {
        const index = this.#new.copy(old, i);
        const word = old.words[i] ?? '';
        const isLoop = /^(?:for|foreach)$/.test(old.words[i - 1] ?? '');
        const isFaulty = this.#faults.unclosed.has(i);
        const closer = closerOf(word);
        const base = closer === '}' ? headIndent(old, i, indent) : indent;
        this.#stack.push({ index, closer, indent: base, isFaulty, isLoop });
      } else if (kind === TokenKind.close) this.#close(i, starts ? indent : -1);
      else {
        if (old.words[i] === ';' && this.#options.semicolons) this.#endStatement();
        if (kind === TokenKind.word && this.#options.messages) this.#endMessages(i);
        if (kind === TokenKind.end) while (this.#stack.length > 0) this.#closeTop();
        this.#new.copy(old, i);
      }
    }
    return this.#new;
  }

  /** A line that is indented no more than the line of an unclosed bracket is the next statement. */
  #startLine(i: number, indent: number, kind: number): void {
    const word = this.#old.words[i] ?? '';
    if (kind === TokenKind.close || kind === TokenKind.text) return;
    const begins = kind === TokenKind.word && beginsStatement(this.#old, i, this.#options);
    const { length } = this.#stack;
    while (this.#endsTop(word, indent, begins)) this.#closeTop();
    // The next line of a list is its next item, even if the comma before it fell to what was left open.
    if (this.#stack.length < length && this.#isItem())
      this.#new.pushVirtual(TokenKind.mark, this.#new.stop(this.#new.count - 1), ',');
  }

  /** Whether the innermost bracket ends before a line that begins with a word; `begins` where that begins a statement. */
  #endsTop(word: string, indent: number, begins: boolean): boolean {
    const top = this.#stack.at(-1);
    if (top?.closer.length !== 1 || top.closer === '"') return false;
    const isBlock = this.#isBlock(top);
    if (begins && !isBlock) return true;
    if (indent > top.indent) return false;
    return isBlock ? this.#trustsLayout && !isInnerLabel(word) : !continues(word) && this.#endsFault(indent);
  }

  /** Whether a line so indented ends a bracket without a partner, which may have taken that of one inside it. */
  #endsFault(indent: number): boolean {
    for (let depth = this.#stack.length - 1; depth >= 0; depth--) {
      const opened = this.#stack[depth];
      if (opened === undefined || opened.indent < indent || opened.closer === '"' || this.#isBlock(opened))
        return false;
      if (opened.isFaulty) return true;
    }
    return false;
  }

  #isBlock({ closer }: Opened): boolean {
    return closer === '}' && this.#options.braceBlocks;
  }

  /** Whether what is read stands in a list rather than in a block. */
  #isItem(): boolean {
    const top = this.#stack.at(-1);
    if (top?.closer === ')' || top?.closer === ']') return true;
    return top?.closer === '}' && /^[([,:=]$/.test(this.#new.words[top.index - 1] ?? '');
  }

  /** Ends what is open before a selector that is sent to what is around it. */
  #endMessages(i: number): void {
    const next = this.#old.words[i + 1];
    if (next !== ':' && next !== ']') return;
    const isBehindFunction = this.#isBehindFunction(i, next);
    if (isBehindFunction) this.#closeTop();
    const top = this.#stack.at(-1);
    if (top?.closer !== ']' || this.#new.words[top.index - 1] !== '[') return;
    if (!this.#stack.some(({ isFaulty, closer }) => isFaulty && closer === ']')) return;
    if (!isBehindFunction && this.#isOuterSelector(i, next, top)) this.#closeTop();
    else if (this.#hasArgument(top.index) && isSentToMessage(this.#old, i, this.#chainDepth())) this.#closeTop();
  }

  /** Whether a selector stands in the open parentheses of a function. */
  #isBehindFunction(i: number, next: ':' | ']'): boolean {
    const old = this.#old;
    const top = this.#stack.at(-1);
    const outer = this.#stack.at(-2);
    if (top?.closer !== ')' || !top.isFaulty || outer?.closer !== ']') return false;
    if (next === ':') return !old.isSpaced(i + 1) && isBehindArgument(old, i);
    // What a function answers needs a selector.
    return this.#isCut(i) || old.words[i - 1] === '(' || (outer.index === top.index - 2 && isBehindArgument(old, i));
  }

  /** Whether a selector stands where the message that is open before it needs an argument or its end: it is sent to that. */
  #isOuterSelector(i: number, next: ':' | ']', top: Opened): boolean {
    const before = this.#old.words[i - 1] ?? '';
    if (this.#isCut(i)) return true;
    return next === ':' ? before === ':' : /^(?:|[\]}])$/.test(before) && this.#hasArgument(top.index);
  }

  #isCut(i: number): boolean {
    return this.#old.words[i - 1] === '@' || this.#old.isUnclosed(i - 1);
  }

  /** How many messages begin beside each other up to the innermost bracket. */
  #chainDepth(): number {
    let depth = 1;
    for (let at = this.#stack.length - 1; at > 0; at--, depth++)
      if (this.#stack[at - 1]?.index !== (this.#stack[at]?.index ?? 0) - 1) break;
    return depth;
  }

  #hasArgument(open: number): boolean {
    const tokens = this.#new;
    for (let i = tokens.count - 1; i > open; i--) {
      if (tokens.words[i] === ':') return true;
      if (tokens.kind(i) === TokenKind.close && tokens.link(i) >= 0) i = tokens.link(i);
    }
    return false;
  }

  #endStatement(): void {
    for (let top = this.#stack.at(-1); top !== undefined; top = this.#stack.at(-1)) {
      if (!top.isFaulty || top.isLoop || (top.closer !== ')' && top.closer !== ']')) return;
      this.#closeTop();
    }
  }

  /** `indent` is that of the closing bracket where it begins its line, else -1. */
  #close(i: number, indent: number): void {
    const closer = this.#old.words[i] ?? '';
    const depth = this.#partner(closer, indent);
    if (depth < 0) return;
    while (this.#stack.length > depth + 1) this.#closeTop();
    const open = this.#stack.pop();
    if (open !== undefined) this.#new.linkPair(open.index, this.#new.copy(this.#old, i));
  }

  #partner(closer: string, indent: number): number {
    let nearest = -1;
    let passesFault = false;
    for (let depth = this.#stack.length - 1; depth >= 0 && depth > this.#stack.length - REACH; depth--) {
      const opened = this.#stack[depth];
      if (opened === undefined) break;
      passesFault ||= opened.isFaulty;
      if (opened.closer === closer) {
        if (indent < 0 || (closer === '}' && !this.#trustsLayout)) return depth;
        // A bracket that is wrong by kind has one near it that lacks its partner; without one, the layout is unusual.
        if (opened.indent === indent) return passesFault || nearest < 0 || closer === '}' ? depth : nearest;
        // What is indented otherwise than all that is open closes the innermost block, if by kind alone that is closed at all.
        if (closer === '}' && opened.indent < indent) return nearest < 0 && !opened.isFaulty ? depth : nearest;
        if (nearest < 0) nearest = depth;
      } else if (!canCross(opened.closer, closer)) break;
    }
    return nearest;
  }

  #closeTop(): void {
    const open = this.#stack.pop();
    if (open === undefined) return;
    const at = this.#new.stop(this.#new.count - 1);
    this.#new.linkPair(open.index, this.#new.pushVirtual(TokenKind.close, at, open.closer));
  }
}

/**
 * The indentation of a block's head, which may go over several lines of which the last is indented more than the block's
 * own lines (`class A` and `    extends B {` in Dart).
 */
function headIndent(tokens: Tokens, open: number, indent: number): number {
  let next = open + 1;
  // Behind the parameters of a closure (`{ [weak self] result in`).
  while (next < open + 40 && next < tokens.count - 1 && !tokens.startsLine(next)) next++;
  const isHeader = next === open + 1 || /^(?:in|->)$/.test(tokens.words[next - 1] ?? '');
  if (
    !isHeader ||
    !tokens.startsLine(next) ||
    tokens.kind(next) === TokenKind.close ||
    tokens.kind(next) === TokenKind.end
  )
    return indent;
  const inner = columnOf(tokens, next);
  // Labels may stand right below the head.
  const least = isInnerLabel(tokens.words[next] ?? '') ? inner : inner - 1;
  if (inner > indent || least === indent) return indent;
  let isOutside = false;
  for (let i = open; i >= 0 && i > open - 400; i--) {
    // The line of the bracket around the block may be its head's; what stands before that line is not.
    isOutside ||= i < open && tokens.kind(i) === TokenKind.open;
    if (tokens.startsLine(i)) {
      const column = columnOf(tokens, i);
      if (column <= least) return column;
      if (isOutside) return indent;
    }
    if (tokens.kind(i) === TokenKind.close && tokens.link(i) >= 0) i = tokens.link(i);
  }
  return indent;
}

/** Words that stand in a block at the indentation of its head. */
function isInnerLabel(word: string): boolean {
  return word === 'case' || word === 'default' || word === '@';
}

/** A line that begins so belongs to the expression before it. */
function continues(word: string): boolean {
  return /^(?:[.,&|?:+*/%=<>-]|\?\.|\?:|\?\?|&&|\|\||->|::|and|or)$/.test(word);
}

function columnOf(tokens: Tokens, index: number): number {
  const start = tokens.start(index);
  return start - (tokens.text.lastIndexOf('\n', start - 1) + 1);
}

/** Whether most closing braces that begin a line stand under the line of some opening one: the text is laid out by depth. */
function isIndented(tokens: Tokens): boolean {
  let good = 0;
  let bad = 0;
  let indent = 0;
  const open: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.startsLine(i)) indent = columnOf(tokens, i);
    if (tokens.words[i] === '{') open.push(indent);
    else if (tokens.words[i] === '}') {
      if (tokens.startsLine(i)) {
        if (open.slice(-REACH).includes(indent)) good++;
        else bad++;
      }
      open.pop();
    }
  }
  return good >= bad;
}
