import type { Arg, Call, Expr, TypeExpr } from '../facts.ts';
import { TokenKind } from '../scanner/tokens.ts';
import { callsAny, collection, entriesOf } from './collections.ts';
import type { CallDraft } from './draft.ts';
import { formattedCall } from './formats.ts';
import type { Parser } from './parser.ts';

/** `callee(arguments) { lambda }` with the bracket at the next token. */
export function argumentList(p: Parser, callee: Expr, form: 'call' | 'new'): Expr {
  const close = p.closing();
  const argsAt = p.tokens.stop(p.at);
  const args = p.group(false, () => readArguments(p));
  const argsEnd = p.tokens.start(close);
  const isCut = p.tokens.isVirtual(close) || close >= p.tokens.count - 1;
  trailingLambdas(p, args);
  return makeCall(p, callee, args, form, isCut ? { argsAt, argsEnd, unfinished: true } : { argsAt, argsEnd });
}

/** `callee { lambda }`. */
export function callWithLambda(p: Parser, callee: Expr): Expr {
  const args: Arg[] = [];
  const argsAt = p.stop;
  trailingLambdas(p, args);
  return makeCall(p, callee, args, 'call', { argsAt, argsEnd: argsAt });
}

/** A call that ends where has been read to; maps and lists of the standard library are lowered to what they make. */
export function makeCall(
  p: Parser,
  callee: Expr,
  args: Arg[],
  form: 'call' | 'new',
  place: Pick<Call, 'argsAt' | 'argsEnd' | 'unfinished'>,
): Expr {
  const span = p.span(callee.at);
  const made = collection(p, callee, args, span, form) ?? formattedCall(p, callee, args, span);
  if (made !== undefined) return withItemType(p, callee, made);
  const named = callee.k === 'index' ? callee.object : callee.k === 'cast' ? callee.value : callee;
  const nameAt = named.k === 'member' ? named.nameAt : named.at;
  const { argsAt, argsEnd, unfinished } = place;
  const { at, end } = span;
  const call: CallDraft = { callee, args, fn: -1, nameAt, nameEnd: named.end, argsAt, argsEnd, form, at, end };
  if (unfinished) call.unfinished = true;
  if (p.typed?.callee === callee && p.typed.type) call.typeArgs = [p.typed.type];
  return p.unit.addCall(call);
}

/** An empty list says what it is to hold by its type argument: `mutableListOf<Tracker>()`. */
function withItemType(p: Parser, callee: Expr, made: Expr): Expr {
  const type = made.k === 'array' && made.items.length === 0 && p.typed?.callee === callee ? p.typed.type : undefined;
  const isTold = type !== undefined && (type.t !== 'primitive' || type.name !== 'unknown');
  return isTold ? { k: 'cast', value: made, type: { t: 'array', of: type }, at: made.at, end: made.end } : made;
}

/** The arguments up to the end of the group. */
export function readArguments(p: Parser): Arg[] {
  const args: Arg[] = [];
  while (!p.isDone()) {
    if (p.take(',')) continue;
    const from = p.at;
    const special = p.grammar.calls.argument?.(p);
    if (special === undefined) args.push(argument(p));
    else args.push(...special);
    if (p.grammar.comprehensions?.has(p.word())) p.rest();
    p.rest(',');
    if (p.at === from) p.unknown();
  }
  return args;
}

function argument(p: Parser): Arg {
  const { label } = p.grammar.calls;
  if (label !== undefined && p.isWord() && p.word(1) === label && p.kind(1) === TokenKind.mark) {
    const nameAt = p.start;
    const name = p.word();
    p.at += 2;
    return { name, nameAt, value: spreadable(p) };
  }
  return { value: spreadable(p) };
}

/** An expression that may be spread. */
export function spreadable(p: Parser): Expr {
  const at = p.start;
  if (!p.grammar.calls.spreads.has(p.word()) || p.kind() !== TokenKind.mark) return p.expression();
  const isKeywords = p.word() === '**';
  p.at++;
  if (p.word() === '?') p.at++;
  const value = p.expression();
  return { k: 'spread', value, ...(isKeywords && { keywords: true as const }), ...p.span(at) };
}

function trailingLambdas(p: Parser, args: Arg[]): void {
  const { calls, brace } = p.grammar;
  if (!calls.trailingLambdas || p.stopsAtBrace || brace === undefined) return;
  while (!p.isDone() && !p.startsLine()) {
    const isLabelled = args.at(-1)?.trailing === true && p.isWord() && p.word(1) === ':' && p.opens('{', 2);
    const label = isLabelled ? { name: p.word(), nameAt: p.start } : {};
    if (isLabelled) p.at += 2;
    else if (p.isWord() && p.word(1) === '@' && p.opens('{', 2)) p.at += 2;
    if (!p.opens('{') || (args.at(-1)?.trailing && !isLabelled)) return;
    const value = brace(p);
    if (value === undefined) return;
    args.push({ value: recorded(p, value), trailing: true, ...label });
  }
}

/** A lambda that only records parameters (`logEvent("x") { param("k", v) }`) is the object that it makes. */
function recorded(p: Parser, value: Expr): Expr {
  const { recorders } = p.grammar.collections;
  if (value.k !== 'function' || recorders === undefined) return value;
  const { fn, at, end } = value;
  return callsAny(p, fn, recorders) ? { k: 'object', entries: entriesOf(p, fn), composed: true, at, end } : value;
}

/**
 * Type arguments between a callee and its brackets: answers the callee and moves behind them. Undefined, and nothing
 * read, where the `<` is a comparison.
 */
export function typeArguments(p: Parser, callee: Expr): Expr | undefined {
  let level = 0;
  for (let ahead = 0; ahead < 80; ahead++) {
    const word = p.word(ahead);
    const kind = p.kind(ahead);
    if (word === '<') level++;
    else if (word === '>') {
      if (--level > 0) continue;
      const next = p.word(ahead + 1);
      const follows =
        next === '(' || next === '.' || next === '::' || next === '?.' || (next === '{' && !p.stopsAtBrace);
      if (!follows) return undefined;
      const end = p.at + ahead + 1;
      p.typed = { callee, type: onlyType(p, end) };
      p.at = end;
      return callee;
    } else if (kind === TokenKind.open) {
      if (word !== '[' && word !== '(') return undefined;
      ahead = p.closing(ahead) - p.at;
    } else if (kind === TokenKind.close) return undefined;
    else if (kind === TokenKind.mark ? !TYPE_MARKS.has(word) : kind !== TokenKind.word) return undefined;
  }
  return undefined;
}

/** The type argument where there is one alone, and it names a type. */
function onlyType(p: Parser, end: number): TypeExpr | undefined {
  if (!/^[A-Z_]/.test(p.word(1))) return undefined;
  p.at++;
  const type = p.type();
  return p.at === end - 1 ? type : undefined;
}

const TYPE_MARKS = new Set(['.', ',', '?', '*', '&', ':', '->', '::', '|', '@']);
