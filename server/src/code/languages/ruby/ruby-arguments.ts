import { makeCall } from '../../builder/calls.ts';
import { entry, spread } from '../../builder/collections.ts';
import { takeName } from '../../builder/declarations.ts';
import type { Parser } from '../../builder/parser.ts';
import type { Arg, Entry, Expr, Literal, Name } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { block } from './ruby-blocks.ts';
import { VALUE } from './ruby-levels.ts';

/** Words that cannot be the first of an argument. */
const NO_ARGUMENT = new Set('and or if unless while until rescue then do in end else elsif when ensure'.split(' '));

/** Blocks, and arguments without parentheses, behind an operand. */
export function rubySuffix(p: Parser, operand: Expr): Expr | undefined {
  if (p.startsLine() && p.breaksAtLine) return made(p, operand);
  if (p.opens('{') || (p.opens('do') && !p.stopsAtBrace)) return withBlock(p, operand);
  if (!isCommand(p, operand)) return made(p, operand);
  return commandCall(p, operand);
}

/** `Class.new` makes an object with nothing written behind it as well. */
export function made(p: Parser, operand: Expr): Expr | undefined {
  if (operand.k !== 'member' || operand.name !== 'new' || operand.object.k === 'this') return undefined;
  if (!p.isDone() && p.opens('(') && !p.isSpaced()) return undefined;
  const at = p.stop;
  return makeCall(p, operand, [], 'call', { argsAt: at, argsEnd: at });
}

/** `callee { }`, `callee(args) do … end`. */
function withBlock(p: Parser, operand: Expr): Expr | undefined {
  if (operand.k === 'call') {
    const call = p.unit.calls[operand.call];
    if (call === undefined || call.args.some(arg => arg.trailing)) return undefined;
    call.args.push({ value: block(p), trailing: true });
    call.end = p.stop;
    return { ...operand, end: p.stop };
  }
  const isCallable = operand.k === 'member' || (operand.k === 'name' && isMethodName(p, operand));
  if (!isCallable && operand.k !== 'this') return undefined;
  if (operand.k === 'name' && (operand.name === 'lambda' || operand.name === 'proc')) return block(p);
  const at = p.stop;
  return makeCall(p, operand, [{ value: block(p), trailing: true }], 'call', { argsAt: at, argsEnd: at });
}

/** Whether an argument follows an operand that may be a method. */
function isCommand(p: Parser, operand: Expr): boolean {
  if (p.isDone() || !p.isSpaced()) return false;
  if (operand.k === 'name') {
    // A variable or a constant is a method where a word, a text or a symbol follows (`String :name`, `value value`).
    const isPlain = isMethodName(p, operand) && /^[a-z_]/.test(operand.name);
    if (isTypedSymbol(p) && beginsLine(p, operand)) return !isInChoice(p);
    if (!isPlain && !(p.kind() === TokenKind.string ? !isInChoice(p) : p.isWord() && !p.grammar.reserved.has(p.word())))
      return false;
  } else if (operand.k !== 'member' && !(operand.k === 'this' && operand.parent)) return false;
  // No name is written, or it is that of an index (`hash['name']`).
  if (operand.k === 'member' && (operand.name === '' || operand.end > operand.nameAt + operand.name.length))
    return false;
  // A constant, or the item of a block, has no arguments: the colon is that of a choice.
  if (p.word() === ':' && /^(?:[A-Z]|_\d$)/.test(operand.k === 'this' ? '' : operand.name)) return false;
  return beginsArgument(p);
}

/** Not a variable; `it` is one only where nothing follows it. */
function isMethodName(p: Parser, { name, binding }: Name): boolean {
  const local = p.unit.local(name);
  if (name === 'it' || p.unit.bindings[binding < 0 ? (local ?? -1) : binding]?.kind === 'function') return true;
  return binding < 0 && local === undefined;
}

function beginsArgument(p: Parser): boolean {
  const kind = p.kind();
  const word = p.word();
  switch (kind) {
    case TokenKind.string:
    case TokenKind.number:
    case TokenKind.regex:
      return true;
    case TokenKind.word:
      return !NO_ARGUMENT.has(word) || isLabel(p);
    case TokenKind.open:
      return word === '"' || word === '[' || word === '(';
    case TokenKind.mark:
      if (isTypedSymbol(p)) return !isInChoice(p);
      if (word === '->') return true;
      return /^(?:\*\*?|&|-|::|!|~)$/.test(word) && !p.isSpaced(1);
    default:
      return false;
  }
}

/** A colon at the line's end, of a symbol that is being typed or of a choice. */
function isTypedSymbol(p: Parser): boolean {
  return p.word() === ':' && (p.startsLine(1) || p.kind(1) === TokenKind.end);
}

function beginsLine({ tokens: { text } }: Parser, { at }: Name): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

/** How far the question mark of a choice is looked for. */
const REACH = 60;

/** Whether a `test ?` stands before, whose colon is still to come. */
function isInChoice(p: Parser): boolean {
  const { tokens } = p;
  let lines = 0;
  for (let i = p.at - 1; i >= Math.max(0, p.at - REACH) && lines < 2; i--) {
    if (tokens.kind(i) === TokenKind.close) i = Math.max(0, tokens.link(i));
    else if (tokens.kind(i) === TokenKind.open) return false;
    else if (tokens.words[i] === '?') return true;
    if (tokens.startsLine(i)) lines++;
  }
  return false;
}

/** `callee first, key: value do … end`. */
export function commandCall(p: Parser, callee: Expr): Expr {
  const argsAt = p.start;
  const outer = p.stopsAtBrace;
  p.stopsAtBrace = true;
  const args: Arg[] = [];
  let isCut = false;
  for (;;) {
    const from = p.at;
    args.push(...rubyArgument(p));
    // A symbol that is being typed.
    isCut = p.at === from && p.take(':');
    if (isCut) break;
    if (p.at === from || p.word() !== ',') break;
    p.at++;
    isCut = p.isDone() || (p.startsLine() && !p.isIndentedMore() && !isText(p));
    if (isCut) break;
  }
  p.stopsAtBrace = outer;
  const argsEnd = p.stop;
  if (p.opens('do') && !outer && !p.startsLine()) args.push({ value: block(p), trailing: true });
  const isOpen = args.some(({ value }) => value.k === 'literal' && value.open);
  return makeCall(p, callee, args, 'call', {
    argsAt,
    argsEnd,
    ...((isCut || isOpen) && { unfinished: true as const }),
  });
}

/** A text or a key, with which a statement hardly ever begins. */
function isText(p: Parser): boolean {
  return p.kind() === TokenKind.string || p.opens('"') || isLabel(p);
}

/** One argument, or several pairs that make up a hash without braces. */
export function rubyArgument(p: Parser): Arg[] {
  const named = label(p);
  if (named !== undefined) return [named];
  const at = p.start;
  const spreading = p.word();
  if ((spreading === '*' || spreading === '**' || spreading === '&') && p.kind() === TokenKind.mark) {
    p.at++;
    const value = p.expression(VALUE);
    if (spreading === '&') return [{ value, trailing: true }];
    return [{ value: { k: 'spread', value, ...(spreading === '**' && { keywords: true as const }), ...p.span(at) } }];
  }
  const first = p.expression(VALUE);
  if (p.word() !== '=>') return [{ value: first }];
  return pairs(p, first);
}

/** `:key => value` is a keyword like any other; other pairs make up a hash. */
function pairs(p: Parser, first: Expr): Arg[] {
  const args: Arg[] = [];
  const entries: Entry[] = [];
  let key = first;
  let place = 0;
  while (p.take('=>')) {
    const value = p.expression(VALUE);
    if (key.k === 'literal' && key.quote?.startsWith(':'))
      args.push({ name: String(key.value), nameAt: key.at + key.quote.length, value });
    else {
      if (entries.length === 0) place = args.length;
      entries.push(entry(key, value));
    }
    if (p.word() !== ',' || p.kind(1) === TokenKind.end || isLabel(p, 1)) break;
    p.at++;
    key = p.expression(VALUE);
    if (p.word() === '=>') continue;
    args.push({ value: key });
    break;
  }
  const [start, last] = [entries[0], entries.at(-1)];
  if (start !== undefined && last !== undefined)
    args.splice(place, 0, { value: { k: 'object', entries, at: start.at, end: last.end } });
  return args;
}

function isLabel(p: Parser, ahead = 0): boolean {
  const kind = p.kind(ahead);
  const end = kind === TokenKind.open && p.word(ahead) === '"' ? p.closing(ahead) - p.at + 1 : ahead + 1;
  if (kind !== TokenKind.word && kind !== TokenKind.string && p.word(ahead) !== '"') return false;
  return p.word(end) === ':' && p.kind(end) === TokenKind.mark && !p.isSpaced(end);
}

/** `key: value`, `"key": value`, and `key:` for a variable of that name. */
function label(p: Parser): Arg | undefined {
  if (!isLabel(p)) return undefined;
  const { name, nameAt, shorthand } = keyAt(p);
  return { name, nameAt, value: valueOf(p, shorthand) };
}

interface Key {
  readonly name: string;
  readonly nameAt: number;
  readonly end: number;
  /** The variable that is meant where no value follows. */
  readonly shorthand: () => Expr;
}

function keyAt(p: Parser): Key {
  const at = p.start;
  if (p.isWord()) {
    const name = takeName(p);
    p.at++;
    return {
      name: name.name,
      nameAt: name.at,
      end: name.end,
      shorthand: () => p.unit.name(name.name, name.at, name.end),
    };
  }
  const text = p.expression(100);
  p.take(':');
  const name = text.k === 'literal' ? String(text.value) : '';
  const nameAt = text.k === 'literal' ? at + (text.quote?.length ?? 0) : at;
  return { name, nameAt, end: text.end, shorthand: () => ({ k: 'opaque', at: text.end, end: text.end }) };
}

function valueOf(p: Parser, shorthand: () => Expr): Expr {
  const isMissing = p.isDone() || p.word() === ',' || (p.breaksAtLine && p.startsLine());
  return isMissing ? shorthand() : p.expression(VALUE);
}

function unfinished(key: Literal | Name): Entry {
  const value: Expr = { k: 'opaque', at: key.end, end: key.end };
  return key.k === 'literal'
    ? entry(key, value)
    : { key: key.name, keyAt: key.at, keyEnd: key.end, value, at: key.at, end: key.end };
}

/** `{key: value, "key" => value, **rest, name:}`. */
export function hash(p: Parser): Expr {
  const at = p.start;
  const entries: Entry[] = [];
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      if (isLabel(p)) {
        const start = p.start;
        const { name, nameAt, end, shorthand } = keyAt(p);
        const isShort = p.isDone() || p.word() === ',';
        const value = valueOf(p, shorthand);
        const key = name === '' && end > nameAt + 1 ? { k: 'opaque' as const, at: start, end } : name;
        const keyEnd = isShort ? Math.max(end, p.stop) : Math.max(end, start);
        const place = { keyAt: start, keyEnd, at: start, end: Math.max(keyEnd, value.end) };
        entries.push({ key, value, ...place, ...(isShort && { shorthand: true as const }) });
      } else if (p.take('**')) entries.push(spread(p.expression(VALUE)));
      else {
        const key = p.expression(VALUE);
        if (p.take('=>')) entries.push(entry(key, p.expression(VALUE)));
        // A key whose value is still to be typed.
        else if (key.k === 'literal' || key.k === 'name') entries.push(unfinished(key));
      }
      p.rest(',');
      if (p.at === from) p.unknown();
    }
  });
  return { k: 'object', entries, ...p.span(at) };
}
