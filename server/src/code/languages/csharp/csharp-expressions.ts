import { typeEnd } from '../../builder/angles.ts';
import { argumentList, makeCall } from '../../builder/calls.ts';
import { entry } from '../../builder/collections.ts';
import { list } from '../../builder/expressions.ts';
import { functionBody, functionRef, insideFunction, takeName } from '../../builder/declarations.ts';
import type { Parser } from '../../builder/parser.ts';
import { classPath } from '../../builder/paths.ts';
import { Branches } from '../../builder/statements.ts';
import { castType, parenthesisLambda, typedParameters, wordLambda } from '../../builder/typed.ts';
import type { Arg, Entry, Expr, Member, Name } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { csharpTyped } from './csharp-types.ts';

/** Expressions that begin with a word of C#'s own. */
export const csharpPrimaries: ReadonlyMap<string, (p: Parser) => Expr | undefined> = new Map([
  ['new', construction],
  ['this', self],
  ['base', self],
  ['nameof', nameOf],
  ['typeof', typeOf],
  ['default', typeOf],
  ['delegate', anonymousMethod],
  ['throw', thrown],
  ['async', asynchronous],
  ['static', asynchronous],
  ['[', attributed],
  ['not', (p: Parser) => (p.isWord(1) || p.kind(1) === TokenKind.string ? ((p.at += 1), p.expression(8)) : undefined)],
]);

/** `[Attribute] (a, b) => …`; undefined for a list. */
function attributed(p: Parser): Expr | undefined {
  const behind = p.closing() - p.at + 1;
  if (!p.opens('(', behind) || p.word(p.closing(behind) - p.at + 1) !== '=>') return undefined;
  p.skip();
  return parenthesis(p);
}

function self(p: Parser): Expr {
  const at = p.start;
  const isBase = p.word() === 'base';
  p.at++;
  return { k: 'this', cls: p.unit.cls, ...p.span(at), ...(isBase && { parent: true as const }) };
}

/** `nameof(A.B)` is the text `B`. */
function nameOf(p: Parser): Expr | undefined {
  if (!p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  const last = p.word(p.closing() - p.at - 1);
  p.skip();
  return p.literal(last, at, p.stop);
}

function typeOf(p: Parser): Expr | undefined {
  const at = p.start;
  if (p.word() === 'default' && !p.opens('(', 1)) {
    p.at++;
    return p.opaque(at);
  }
  if (!p.opens('(', 1)) return undefined;
  p.at++;
  p.skip();
  return p.opaque(at);
}

function thrown(p: Parser): Expr {
  const at = p.start;
  p.at++;
  p.expression();
  p.ends = true;
  return p.opaque(at);
}

/** `delegate (T name) { }`. */
function anonymousMethod(p: Parser): Expr | undefined {
  if (!p.opens('(', 1) && !p.opens('{', 1)) return undefined;
  const at = p.start;
  p.at++;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.returnsFrom = fn;
    typedParameters(p, fn, csharpTyped);
    functionBody(p, fn, undefined);
  });
  return functionRef(p, fn, at);
}

/** `async x => …`, `static (x) => …`, `async delegate { }`. */
function asynchronous(p: Parser): Expr | undefined {
  const isLambda = p.opens('(', 1) || p.word(2) === '=>' || p.word(1) === 'delegate' || p.word(1) === 'async';
  if (!isLambda) return undefined;
  const isAsync = p.word() === 'async';
  p.at++;
  const value = p.expression(1);
  const fn = value.k === 'function' ? p.unit.functions[value.fn] : undefined;
  if (fn !== undefined && isAsync) fn.isAsync = true;
  return value;
}

/** `new Type(args) { members }`, `new() { }`, `new { a, b = c }`, `new[] { }`, `new Type[n] { }`. */
function construction(p: Parser): Expr | undefined {
  const at = p.start;
  if (p.opens('{', 1)) {
    p.at++;
    return { k: 'object', entries: initializer(p, true).entries, ...p.span(at) };
  }
  if (p.opens('[', 1)) {
    p.at++;
    p.skip();
    return p.opens('{') ? { ...list(p), at } : p.opaque(at);
  }
  if (p.opens('(', 1)) {
    p.at++;
    // `new (A, B)[n]`: an array of tuples.
    if (p.word(p.closing() - p.at + 1) === '[') {
      p.skip();
      return sizedArray(p, at);
    }
    const unnamed: Expr = { k: 'opaque', at, end: p.stop, expected: true };
    return withInitializer(p, unnamed, at);
  }
  if (!p.isWord(1)) return undefined;
  p.at++;
  const callee = classPath(p);
  if (p.word() === '?') p.at++;
  return p.opens('[') ? sizedArray(p, at) : withInitializer(p, callee, at);
}

/** `[size]`, `[width, height][]` and the items, behind the type of an array. */
function sizedArray(p: Parser, at: number): Expr {
  while (p.opens('['))
    p.group(false, () => {
      while (!p.isDone()) {
        const from = p.at;
        if (!p.take(',')) p.expression(2);
        if (p.at === from) p.skip();
      }
    });
  return p.opens('{') ? { ...list(p), at } : p.opaque(at, { t: 'array', of: undefined });
}

/** The arguments and the members that follow; a list's or a map's initialiser makes the list or the map. */
function withInitializer(p: Parser, callee: Expr, at: number): Expr {
  const made = p.opens('(') ? argumentList(p, callee, 'new') : undefined;
  if (!p.opens('{'))
    return made === undefined ? makeCall(p, callee, [], 'new', { argsAt: p.stop, argsEnd: p.stop }) : { ...made, at };
  const written = initializer(p);
  const { entries, items } = written;
  const span = p.span(at);
  const name = callee.k === 'name' || callee.k === 'member' ? callee.name : '';
  const kind = p.grammar.types.names.get(name);
  if (kind === 'map' || made?.k === 'object' || (isMap(written) && !hasArguments(p, made))) {
    const before = made?.k === 'object' ? made.entries : [];
    const isOwn =
      before.length === 0 && (items.length === 0 || entries.length === 0) && p.tokens.words[p.at - 1] === '}';
    return {
      k: 'object',
      entries: [...before, ...entries, ...pairs(items)],
      ...(!isOwn && { composed: true as const }),
      ...span,
    };
  }
  if (kind === 'list' && entries.length === 0) return { k: 'array', items, ...span };
  if (entries.length === 0 && items.length > 0) return { k: 'array', items, ...span };
  const value: Expr = { k: 'object', entries, ...span };
  const arg: Arg = { value, trailing: true };
  const call = made?.k === 'call' ? p.unit.calls[made.call] : undefined;
  if (call === undefined || made === undefined)
    return makeCall(p, callee, [arg], 'new', { argsAt: span.end, argsEnd: span.end });
  call.args.push(arg);
  call.end = span.end;
  return { ...made, ...span };
}

/** Whether an initialiser can only be a map's: `{ "key", value }` or `["key"] = value`. */
function isMap({ entries, items, isIndexed }: Initializer): boolean {
  const arePairs = items.length > 0 && items.every(item => item.k === 'array' && item.items.length === 2);
  return isIndexed ? items.length === 0 || arePairs : entries.length === 0 && arePairs;
}

function hasArguments(p: Parser, made: Expr | undefined): boolean {
  return made?.k === 'call' && (p.unit.calls[made.call]?.args.length ?? 0) > 0;
}

function pairs(items: readonly Expr[]): Entry[] {
  return items.flatMap(item => {
    const [key, value] = item.k === 'array' ? item.items : [];
    return key !== undefined && value !== undefined ? [{ ...entry(key, value), at: item.at, end: item.end }] : [];
  });
}

interface Initializer {
  readonly entries: Entry[];
  readonly items: Expr[];
  /** Whether all entries are written as `["key"] = value`. */
  readonly isIndexed: boolean;
}

/** `{ Name = value, ["key"] = value, { key, value }, item }`. */
function initializer(p: Parser, isAnonymous = false): Initializer {
  let named = 0;
  const entries: Entry[] = [];
  const items: Expr[] = [];
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      if (p.isWord() && p.word(1) === '=') {
        const name = takeName(p);
        p.at++;
        named++;
        const value = p.opens('{') ? nested(p) : p.expression();
        entries.push({ key: name.name, keyAt: name.at, keyEnd: name.end, value, at: name.at, end: p.stop });
      } else if (p.opens('[') && p.word(p.closing() - p.at + 1) === '=') {
        const bracket = p.start;
        const key = p.group(false, () => p.expression());
        p.at++;
        const value = p.opens('{') ? nested(p) : p.expression();
        entries.push({ ...entry(key, value), at: bracket });
      } else if (p.opens('[') && p.tokens.isVirtual(p.closing())) {
        // A key that is still being typed.
        const key = p.group(false, () => p.expression());
        entries.push(entry(key, { k: 'opaque', at: key.end, end: key.end }));
      } else if (p.opens('{')) items.push(list(p));
      else {
        const value = p.expression();
        if (isAnonymous && (value.k === 'name' || value.k === 'member')) entries.push(shorthand(value));
        else items.push(value);
      }
      p.rest(',');
      if (p.at === from) p.unknown();
    }
  });
  return { entries, items, isIndexed: entries.length > 0 && named === 0 };
}

function nested(p: Parser): Expr {
  const at = p.start;
  const { entries, items } = initializer(p);
  return entries.length > 0 || items.length === 0
    ? { k: 'object', entries, ...p.span(at) }
    : { k: 'array', items, ...p.span(at) };
}

/** `new { order.Id }` names the member after the value. */
function shorthand(value: Name | Member): Entry {
  const keyAt = value.k === 'member' ? value.nameAt : value.at;
  return { key: value.name, keyAt, keyEnd: value.end, value, shorthand: true, at: value.at, end: value.end };
}

/** A lambda, a cast, or undefined for a parenthesis. */
export function parenthesis(p: Parser): Expr | undefined {
  const lambda = parenthesisLambda(p, '=>');
  if (lambda !== undefined) return lambda;
  const at = p.start;
  const type = castType(p);
  if (type === 'none') return undefined;
  const value = p.expression(100);
  return { k: 'cast', value, type, ...p.span(at) };
}

export function csharpWord(p: Parser): Expr | undefined {
  return wordLambda(p, '=>');
}

/** `value switch { pattern => value, _ => value }`, and `with { }` on a record. */
export function csharpSuffix(p: Parser, operand: Expr): Expr | undefined {
  if (p.word() === 'switch' && p.opens('{', 1)) return switchExpression(p, operand);
  if (p.word() === 'with' && p.opens('{', 1)) {
    p.at++;
    initializer(p);
    return operand;
  }
  return undefined;
}

function switchExpression(p: Parser, test: Expr): Expr {
  p.at++;
  const branches = new Branches(p);
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      const isDefault = p.word() === '_' && (p.word(1) === '=>' || p.word(1) === 'when');
      const patterns = casePatterns(p);
      const { returns } = branches;
      if (p.take('=>')) {
        const value = p.expression();
        branches.add(isDefault ? undefined : patterns, p.takeEnds() ? { ends: true } : { value }, returns);
      }
      p.rest(',');
      if (p.at === from) p.unknown();
    }
  });
  const choice = branches.finish(test.at, test, true);
  p.ends = false;
  return choice;
}

/** What a `case` or an arm is compared with; names that it binds are declared. */
export function casePatterns(p: Parser): Expr[] {
  const found: Expr[] = [];
  while (!p.isDone() && p.word() !== ':' && p.word() !== '=>') {
    if (p.take(',') || p.take('or') || p.take('and')) continue;
    const from = p.at;
    if (p.take('when')) p.expression();
    else {
      const end = typeEnd(p, 0);
      if (end > 0 && p.isWord(end) && !/^(?:when|or|and)$/.test(p.word(end))) {
        p.at += end;
        const name = takeName(p);
        p.unit.declare(name.name, 'const', name);
      } else if (p.opens('{') || p.opens('(') || p.opens('[')) p.skip();
      else if (/^[<>]=?$/.test(p.word())) {
        p.at++;
        p.expression(9);
      } else found.push(label(p));
    }
    if (p.at === from) p.skip();
  }
  return found;
}

/** A label is no lambda, although an arrow follows it. */
function label(p: Parser): Expr {
  const isName = p.isWord() && p.word(1) === '=>' && !p.grammar.constants.has(p.word());
  const value = isName ? p.name() : p.expression(9);
  if (p.opens('{') || p.opens('(')) p.skip();
  return value;
}

/** `name: value`, `ref x`, `out var x`. */
export function argument(p: Parser): Arg[] | undefined {
  const isLabel = p.isWord() && p.word(1) === ':' && p.word(2) !== ':';
  const label = isLabel ? takeName(p) : undefined;
  if (isLabel) p.at++;
  const named = label && { name: label.name, nameAt: label.at };
  if (/^(?:ref|out|in)$/.test(p.word()) && p.isWord(1)) {
    const isOut = p.word() === 'out';
    p.at++;
    const end = typeEnd(p, 0);
    if (isOut && end > 0 && p.isWord(end)) {
      p.at += end;
      const name = takeName(p);
      const set = p.opaque(name.at);
      p.unit.declare(name.name, 'let', name, { init: set });
      return [{ value: set, ...named }];
    }
  }
  return [{ value: p.expression(), ...named }];
}
