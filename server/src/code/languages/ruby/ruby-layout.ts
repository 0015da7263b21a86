import { TokenKind, Tokens } from '../../scanner/tokens.ts';

/** The opening bracket that stands behind a word whose block ends with `end`. */
export const BLOCK = '{|';

const OPENERS = new Set(['def', 'class', 'module', 'begin', 'case', 'if', 'unless', 'while', 'until', 'for']);
const MODIFIERS = new Set(['if', 'unless', 'while', 'until']);
const LOOPS = new Set(['while', 'until', 'for']);
/** Words behind which an `if` is a modifier, although an operand could stand there. */
const JUMPS = new Set(['return', 'break', 'next', 'redo', 'retry', 'yield', 'super', 'raise']);
const BEFORE_OPERAND = new Set([
  'then',
  'do',
  'else',
  'elsif',
  'and',
  'or',
  'not',
  'when',
  'in',
  'begin',
  'ensure',
  'rescue',
]);
/** Words that stand in a block at the indentation of its head. */
const INNER = new Set(['else', 'elsif', 'when', 'in', 'rescue', 'ensure', 'then', 'end', 'and', 'or']);

interface Open {
  /** In the new list. */
  readonly index: number;
  /** Indentation of its line, and the column of its word. */
  readonly indent: number;
  readonly column: number;
}

/**
 * Makes the blocks that end with `end` into groups like those in brackets: `do … end` is a bracket itself, other words get
 * one behind them. Where words and `end`s do not balance, the indentation decides.
 */
export function endBlocks(old: Tokens): Tokens {
  const plain = new Blocks(old, false);
  const tokens = plain.run();
  return plain.isBalanced ? tokens : new Blocks(old, true).run();
}

class Blocks {
  isBalanced = true;
  readonly #old: Tokens;
  readonly #new: Tokens;
  readonly #trustsLayout: boolean;
  /** Blocks that are open within the innermost bracket, and those of the brackets around it. */
  #blocks: Open[] = [];
  readonly #outer: { readonly open: number; readonly blocks: Open[] }[] = [];
  #indent = 0;
  /** The `do` of a loop on this line belongs to the loop. */
  #waitsForDo = false;

  constructor(tokens: Tokens, trustsLayout: boolean) {
    this.#old = tokens;
    this.#new = new Tokens(tokens.text, tokens.count + (tokens.count >> 3) + 64);
    this.#new.comments.push(...tokens.comments);
    this.#trustsLayout = trustsLayout;
  }

  run(): Tokens {
    const old = this.#old;
    for (let i = 0; i < old.count; i++) {
      const kind = old.kind(i);
      if (old.startsLine(i)) this.#startLine(i);
      if (kind === TokenKind.open) {
        this.#outer.push({ open: this.#new.copy(old, i), blocks: this.#blocks });
        this.#blocks = [];
      } else if (kind === TokenKind.close) this.#closeBracket(i);
      else if (kind === TokenKind.word && this.#isKeyword(i)) this.#keyword(i);
      else {
        if (kind === TokenKind.end) this.#closeBlocks(0);
        this.#new.copy(old, i);
      }
    }
    return this.#new;
  }

  #startLine(i: number): void {
    const column = columnOf(this.#old, i);
    this.#waitsForDo = false;
    this.#indent = column;
    const word = this.#old.words[i] ?? '';
    if (!this.#trustsLayout || INNER.has(word) || this.#old.kind(i) === TokenKind.close || /^(?:\.|&\.)$/.test(word))
      return;
    for (let top = this.#blocks.at(-1); top !== undefined && column <= top.indent; top = this.#blocks.at(-1))
      this.#closeBlocks(this.#blocks.length - 1);
  }

  #closeBracket(i: number): void {
    this.#closeBlocks(0);
    const outer = this.#outer.pop();
    const index = this.#new.copy(this.#old, i);
    if (outer === undefined) return;
    this.#new.linkPair(outer.open, index);
    this.#blocks = outer.blocks;
  }

  /** Closes blocks that lack their `end`, down to so many. */
  #closeBlocks(left: number): void {
    while (this.#blocks.length > left) {
      const block = this.#blocks.pop();
      if (block === undefined) return;
      this.isBalanced = false;
      const at = this.#new.stop(this.#new.count - 1);
      this.#new.linkPair(block.index, this.#new.pushVirtual(TokenKind.close, at, 'end'));
    }
  }

  /** Not a method's name, a key or a symbol. */
  #isKeyword(i: number): boolean {
    const before = this.#old.words[i - 1] ?? '';
    if ((before === '.' || before === '&.' || before === '::') && this.#old.kind(i - 1) === TokenKind.mark)
      return false;
    if (before === 'def' && !this.#old.startsLine(i)) return false;
    const isKey = this.#old.words[i + 1] === ':' && !this.#old.isSpaced(i + 1) && this.#old.isSpaced(i + 2);
    return !isKey;
  }

  #keyword(i: number): void {
    const word = this.#old.words[i] ?? '';
    if (word === 'end') this.#end(i);
    else if (word === 'do') {
      if (this.#waitsForDo) {
        this.#waitsForDo = false;
        this.#new.copy(this.#old, i);
      } else
        this.#open(
          i,
          this.#new.push(TokenKind.open, this.#old.start(i), this.#old.stop(i), 'do', this.#old.flags[i] ?? 0),
        );
    } else {
      this.#new.copy(this.#old, i);
      if (
        !OPENERS.has(word) ||
        (MODIFIERS.has(word) && !this.#beginsExpression(i)) ||
        (word === 'def' && this.#isEndless(i))
      )
        return;
      if (LOOPS.has(word)) this.#waitsForDo = true;
      this.#open(i, this.#new.pushVirtual(TokenKind.open, this.#old.stop(i), BLOCK));
    }
  }

  #open(i: number, index: number): void {
    this.#blocks.push({ index, indent: this.#indent, column: columnOf(this.#old, i) });
  }

  #end(i: number): void {
    if (this.#blocks.length === 0) {
      this.isBalanced = false;
      return;
    }
    const column = this.#old.startsLine(i) && this.#trustsLayout ? columnOf(this.#old, i) : -1;
    let depth = this.#blocks.length - 1;
    if (column >= 0) {
      const found = this.#blocks.findLastIndex(block => block.indent === column || block.column === column);
      if (found >= 0) depth = found;
      else if ((this.#blocks[depth]?.indent ?? 0) < column) return;
    }
    this.#closeBlocks(depth + 1);
    const block = this.#blocks.pop();
    const { start, stop } = { start: this.#old.start(i), stop: this.#old.stop(i) };
    const index = this.#new.push(TokenKind.close, start, stop, 'end', this.#old.flags[i] ?? 0);
    if (block !== undefined) this.#new.linkPair(block.index, index);
  }

  /** Whether an `if` here is a value or a statement of its own, rather than the condition of what stands before it. */
  #beginsExpression(i: number): boolean {
    if (i === 0 || this.#old.startsLine(i)) return true;
    const kind = this.#old.kind(i - 1);
    if (kind === TokenKind.mark || kind === TokenKind.open) return true;
    const word = this.#old.words[i - 1] ?? '';
    return kind === TokenKind.word && BEFORE_OPERAND.has(word) && !JUMPS.has(word);
  }

  /** `def name(a) = value`. */
  #isEndless(i: number): boolean {
    const old = this.#old;
    let at = i + 2;
    while (old.words[at] === '.' && old.kind(at + 1) === TokenKind.word) at += 2;
    if (old.kind(at) === TokenKind.open && old.words[at] === '(') at = old.link(at) + 1;
    return old.words[at] === '=' && old.isSpaced(at) && !old.startsLine(at);
  }
}

function columnOf(tokens: Tokens, index: number): number {
  const start = tokens.start(index);
  return start - (tokens.text.lastIndexOf('\n', start - 1) + 1);
}
