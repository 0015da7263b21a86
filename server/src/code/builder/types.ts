import { dimensionsEnd, isPointer } from './angles.ts';
import type { Primitive, TypeExpr } from '../facts.ts';
import { TokenKind } from '../scanner/tokens.ts';
import type { Parser } from './parser.ts';

const NULL: TypeExpr = { t: 'primitive', name: 'null' };
const OPAQUE: TypeExpr = { t: 'opaque' };

/** A type as languages with postfix annotations write it, and those with types in front; undefined where none begins. */
export function type(p: Parser): TypeExpr | undefined {
  let left = p.grammar.types.special?.(p) ?? oneType(p);
  if (left === undefined) return undefined;
  left = suffixes(p, left);
  while ((p.word() === '|' || p.word() === '&') && p.kind(1) === TokenKind.word) {
    const isUnion = p.word() === '|';
    p.at++;
    const right = oneType(p);
    if (right === undefined) break;
    const more = suffixes(p, right);
    left = isUnion ? union(left, more) : intersection(left, more);
  }
  return left;
}

export function nullable(of: TypeExpr): TypeExpr {
  return union(of, NULL);
}

function union(left: TypeExpr, right: TypeExpr): TypeExpr {
  return { t: 'union', of: [...(left.t === 'union' ? left.of : [left]), right] };
}

function intersection(left: TypeExpr, right: TypeExpr): TypeExpr {
  return { t: 'intersection', of: [...(left.t === 'intersection' ? left.of : [left]), right] };
}

function oneType(p: Parser): TypeExpr | undefined {
  while (p.word() === '@' && p.isWord(1)) {
    p.at += 2;
    if (p.opens('(') && !p.isSpaced()) p.skip();
  }
  const word = p.word();
  if (p.kind() === TokenKind.open) {
    if (word === '(') return parenthesised(p);
    if (word === '[') return bracketed(p);
    return undefined;
  }
  if (p.kind() === TokenKind.string) {
    // Python writes types that are declared further down as strings.
    const name = p.tokens.text.slice(p.tokens.from[p.at], p.tokens.to[p.at]);
    p.at++;
    return /^[\w.]+$/.test(name) ? named(p, name, []) : OPAQUE;
  }
  if (word === '?' || word === '*' || word === '&' || word === '...') {
    p.at++;
    const of = type(p);
    return of === undefined || word !== '?' ? of : nullable(of);
  }
  if (!p.isWord()) return undefined;
  while (isModifier(p)) p.at++;
  let name = p.word();
  p.at++;
  if (name === 'Function' && p.grammar.types.functions && p.opens('(')) {
    p.skip();
    return { t: 'function', params: [], returns: undefined };
  }
  while ((p.word() === '.' || p.word() === '\\' || p.word() === '::') && p.isWord(1)) {
    name += `.${p.word(1)}`;
    p.at += 2;
  }
  return withArguments(p, name);
}

/** A type by its name; a member of a type with arguments (`Published<Int>.Publisher`) is not known. */
function withArguments(p: Parser, name: string): TypeExpr {
  const args = typeArguments(p);
  if (args.length === 0 || p.word() !== '.' || !p.isWord(1)) return named(p, name, args);
  while (p.word() === '.' && p.isWord(1)) p.at += 2;
  typeArguments(p);
  return OPAQUE;
}

function isModifier(p: Parser): boolean {
  if (!p.grammar.types.modifiers?.has(p.word()) || p.startsLine(1)) return false;
  return p.isWord(1) || p.kind(1) === TokenKind.open;
}

function typeArguments(p: Parser): TypeExpr[] {
  const opening = p.grammar.types.arguments;
  const args: TypeExpr[] = [];
  if (opening === '[' && p.opens('[') && !p.isSpaced()) {
    p.group(false, () => {
      while (!p.isDone()) {
        const from = p.at;
        args.push(type(p) ?? OPAQUE);
        if (!p.take(',') && p.at === from) p.skip();
      }
    });
  } else if (opening === '<' && p.word() === '<') {
    p.at++;
    while (!p.isDone() && p.word() !== '>') {
      const from = p.at;
      args.push(type(p) ?? OPAQUE);
      if (p.word() === 'extends' || p.word() === 'super' || p.word() === ':') {
        p.at++;
        type(p);
      }
      if (p.take(',') || p.word() === '>') continue;
      if (p.word() === '*' || p.at === from) p.skip();
      if (p.startsLine() && p.at - from > 1) break;
    }
    p.take('>');
  }
  return args;
}

function named(p: Parser, name: string, args: readonly TypeExpr[]): TypeExpr {
  const simple = name.slice(name.lastIndexOf('.') + 1);
  const kind = p.grammar.types.names.get(name) ?? p.grammar.types.names.get(simple);
  switch (kind) {
    case undefined:
      return { t: 'reference', name, args };
    case 'list':
      return { t: 'array', of: args[0] };
    case 'map':
      return { t: 'object', members: [], index: args[1] ?? { t: 'primitive', name: 'unknown' } };
    case 'wrapper':
      return args[0] ?? { t: 'reference', name, args };
    case 'optional':
      return nullable(args[0] ?? OPAQUE);
    case 'union':
      return args.length === 0 ? OPAQUE : { t: 'union', of: args };
    default:
      return primitive(kind);
  }
}

function primitive(name: Primitive): TypeExpr {
  return { t: 'primitive', name };
}

function suffixes(p: Parser, of: TypeExpr): TypeExpr {
  let answer = of;
  for (;;) {
    const word = p.word();
    if (word === '?' && !p.isSpaced()) {
      p.at++;
      answer = nullable(answer);
    } else if (word === '!' && !p.isSpaced()) p.at++;
    else if (word === 'Function' && p.opens('(', 1)) {
      p.at++;
      p.skip();
      answer = { t: 'function', params: [], returns: answer };
    } else if (dimensionsEnd(p, 0) > 0 && !p.grammar.breaksAtLine) {
      p.at += dimensionsEnd(p, 0);
      answer = { t: 'array', of: answer };
    } else if (word === '@' && p.isWord(1) && dimensionsEnd(p, 2) > 0) p.at += 2;
    else if (word === '*' && isPointer(p, 0)) p.at++;
    else return answer;
  }
}

/** A function's parameters, a tuple, or a type in parentheses. */
function parenthesised(p: Parser): TypeExpr {
  const of = p.group(false, () => {
    const types: TypeExpr[] = [];
    while (!p.isDone()) {
      const from = p.at;
      while (p.isWord() && (p.isWord(1) || p.word(1) === ':') && p.word(1) !== '') p.at++;
      p.take(':');
      types.push(type(p) ?? OPAQUE);
      while (!p.isDone() && p.word() !== ',') p.skip();
      p.take(',');
      if (p.at === from) p.skip();
    }
    return types;
  });
  while (p.word() === 'async' || p.word() === 'throws' || p.word() === 'rethrows') p.at++;
  if (p.take('->')) return { t: 'function', params: [], returns: type(p) };
  const [only] = of;
  if (of.length === 1 && only !== undefined) return only;
  return of.length === 0 ? { t: 'primitive', name: 'void' } : { t: 'tuple', of };
}

/** `[T]`, `[K: V]` in Swift; `[]T`, `[4]T` in Go. */
function bracketed(p: Parser): TypeExpr {
  const inner = p.group(false, () => {
    const first = type(p);
    const second = p.take(':') ? type(p) : undefined;
    return { first, second };
  });
  if (p.grammar.types.arguments === '[') return { t: 'array', of: type(p) };
  if (inner.second !== undefined) return { t: 'object', members: [], index: inner.second };
  return { t: 'array', of: inner.first };
}
