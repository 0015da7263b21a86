import { anglesEnd, skipAngles } from '../../builder/angles.ts';
import { argumentList } from '../../builder/calls.ts';
import { entry, spread } from '../../builder/collections.ts';
import type { Parser } from '../../builder/parser.ts';
import { classPath } from '../../builder/paths.ts';
import { Branches, head } from '../../builder/statements.ts';
import type { Entry, Expr } from '../../facts.ts';

/** Expressions that begin with a word or mark of Dart's own. */
export const dartPrimaries: ReadonlyMap<string, (p: Parser) => Expr | undefined> = new Map([
  ['this', self],
  ['super', self],
  ['new', construction],
  ['const', construction],
  ['throw', thrown],
  ['rethrow', thrown],
  ['switch', switchExpression],
  ['<', typedCollection],
  ['#', symbol],
]);

function self(p: Parser): Expr {
  const at = p.start;
  const isSuper = p.word() === 'super';
  p.at++;
  return { k: 'this', cls: p.unit.cls, ...p.span(at), ...(isSuper && { parent: true as const }) };
}

function symbol(p: Parser): Expr {
  const at = p.start;
  p.at += p.isWord(1) ? 2 : 1;
  return p.opaque(at);
}

function thrown(p: Parser): Expr {
  const at = p.start;
  p.at++;
  if (!p.isAtEnd()) p.expression();
  p.ends = true;
  return p.opaque(at);
}

/** `new Type(args)`, `const Type(args)`, `const [...]`, `const {...}`. */
function construction(p: Parser): Expr | undefined {
  const at = p.start;
  p.at++;
  if (!p.isWord()) return p.expression(100);
  const callee = classPath(p);
  return p.opens('(') ? { ...argumentList(p, callee, 'new'), at } : callee;
}

/** `<T>[…]`, `<K, V>{…}`. */
function typedCollection(p: Parser): Expr | undefined {
  const end = anglesEnd(p, 0);
  if (end < 0 || (!p.opens('[', end) && !p.opens('{', end))) return undefined;
  const isMap = end > 3 && p.tokens.words.slice(p.at, p.at + end).includes(',');
  const at = p.start;
  skipAngles(p);
  if (p.opens('[')) return { ...collection(p, '['), at };
  const made = collection(p, '{');
  return made.k === 'array' && made.items.length === 0 && isMap
    ? { k: 'object', entries: [], ...p.span(at) }
    : { ...made, at };
}

export function braces(p: Parser): Expr {
  return collection(p, '{');
}

export function brackets(p: Parser): Expr {
  return collection(p, '[');
}

/** A list, a set or a map with its spreads and its conditional and repeated elements. */
function collection(p: Parser, bracket: '[' | '{'): Expr {
  const at = p.start;
  const items: Expr[] = [];
  const entries: Entry[] = [];
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      element(p, items, entries, bracket === '{');
      p.rest(',');
      if (p.at === from) p.unknown();
    }
  });
  if (bracket === '[') return { k: 'array', items, ...p.span(at) };
  const keys = items.filter(item => item.k === 'literal' && entries.length > 0);
  if (entries.length === 0 && items.some(item => item.k !== 'spread')) {
    const [only] = items;
    if (items.length > 1 || only?.k !== 'literal') return { k: 'array', items, ...p.span(at) };
    return { k: 'object', entries: [entry(only, { k: 'opaque', at: only.end, end: only.end })], ...p.span(at) };
  }
  // Spreads stand among the entries of a map; a lone text is a key whose value is still to be typed.
  const spreads = items.filter(item => item.k === 'spread').map(item => spread(item.value));
  const unfinished = keys.map(key => entry(key, { k: 'opaque', at: key.end, end: key.end }));
  const all = [...entries, ...spreads, ...unfinished].sort((a, b) => a.at - b.at);
  return { k: 'object', entries: all, ...p.span(at) };
}

function element(p: Parser, items: Expr[], entries: Entry[], isBrace: boolean): void {
  const at = p.start;
  if (p.word() === '...' || p.word() === '...?') {
    p.at++;
    const value = p.expression();
    items.push({ k: 'spread', value, ...p.span(at) });
  } else if (p.word() === 'if' && p.opens('(', 1)) conditionalElement(p, items, entries, isBrace);
  else if (p.word() === 'for' && p.opens('(', 1)) {
    p.at++;
    const outer = p.unit.enter('block');
    head(p);
    element(p, [], [], isBrace);
    p.unit.leave(outer);
    const value = p.opaque(at);
    items.push({ k: 'spread', value, ...p.span(at) });
  } else {
    const value = p.expression();
    if (isBrace && p.take(':')) entries.push(entry(value, p.expression()));
    else items.push(value);
  }
}

/** `if (test) element else element`: entries of a map that are there or not. */
function conditionalElement(p: Parser, items: Expr[], entries: Entry[], isBrace: boolean): void {
  const at = p.start;
  p.at++;
  const test = head(p);
  const sides = [0, 1].map(side => {
    const found: { items: Expr[]; entries: Entry[] } = { items: [], entries: [] };
    if (side === 0 || p.take('else')) element(p, found.items, found.entries, isBrace);
    return found;
  });
  const span = p.span(at);
  const isMap = sides.some(
    side => side.entries.length > 0 || (isBrace && side.items.some(item => item.k === 'spread')),
  );
  if (!isMap) {
    const options = sides.flatMap(side => side.items);
    const value: Expr = { k: 'choice', op: '?:', test, options, ...span };
    items.push(sides[1]?.items.length === 0 ? { k: 'spread', value: p.opaque(at), ...span } : value);
    return;
  }
  const isAlone = sides[1]?.entries.length === 0 && sides[1].items.length === 0;
  const options = sides.map((side): Expr => {
    const spreads = side.items.map(item => spread(item.k === 'spread' ? item.value : item));
    // With the test it can be taken out where nothing stands for it otherwise.
    const place = ({ keyAt, keyEnd }: Entry) => (isAlone ? span : { at: keyAt, end: keyEnd });
    return { k: 'object', entries: [...side.entries.map(each => ({ ...each, ...place(each) })), ...spreads], ...span };
  });
  entries.push(spread({ k: 'choice', op: '?:', test, options, ...span }));
}

/** `switch (value) { pattern => value, _ => value }`. */
function switchExpression(p: Parser): Expr | undefined {
  if (!p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  const test = head(p);
  const branches = new Branches(p);
  if (p.opens('{'))
    p.group(false, () => {
      while (!p.isDone()) {
        if (p.take(',')) continue;
        const from = p.at;
        const isDefault = p.word() === '_';
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
  const choice = branches.finish(at, test, true);
  p.ends = false;
  return choice;
}

/** What a `case` is compared with. */
export function casePatterns(p: Parser): Expr[] {
  const found: Expr[] = [];
  while (!p.isDone() && p.word() !== ':' && p.word() !== '=>') {
    if (p.take(',') || p.take('||') || p.take('&&')) continue;
    const from = p.at;
    if (p.take('when')) p.expression();
    else if (/^(?:final|var|const)$/.test(p.word())) declared(p);
    else if (/^[<>]=?$|^==$/.test(p.word())) {
      p.at++;
      p.expression(9);
    } else if (p.isWord() && isObjectPattern(p)) {
      while (!p.opens('(')) p.at++;
      p.skip();
    } else if (p.opens('(') || p.opens('{') || p.opens('[')) p.skip();
    else found.push(p.isWord() && p.word(1) === '=>' ? p.name() : p.expression(6));
    if (p.at === from) p.skip();
  }
  return found;
}

/** `Type(field: pattern)` is no call. */
function isObjectPattern(p: Parser): boolean {
  let ahead = 1;
  while (p.word(ahead) === '.' && p.isWord(ahead + 1)) ahead += 2;
  if (p.word(ahead) === '<') ahead = Math.max(ahead, anglesEnd(p, ahead));
  return p.opens('(', ahead);
}

function declared(p: Parser): void {
  p.at++;
  while (p.isWord() && p.isWord(1)) p.at++;
  if (!p.isWord()) return;
  p.unit.declare(p.word(), 'const', { at: p.start, end: p.tokens.stop(p.at) });
  p.at++;
}

/** `object..a()..b = c` does all that and is the object. */
export function cascade(p: Parser, operand: Expr): Expr | undefined {
  if (p.stopsAtCascade || (p.word() !== '..' && p.word() !== '?..')) return undefined;
  p.at++;
  let value: Expr = operand;
  if (p.isWord()) {
    const nameAt = p.start;
    const name = p.word();
    p.at++;
    value = p.unit.member(operand, name, nameAt, p.stop);
  }
  for (;;) {
    if (p.word() === '<') {
      const from = p.at;
      skipAngles(p);
      if (p.at === from || !p.opens('(')) {
        p.at = from;
        break;
      }
    }
    if (p.opens('(')) value = argumentList(p, value, 'call');
    else if (p.opens('[')) {
      const object = value;
      const index = p.group(false, () => p.expression());
      value = { k: 'index', object, index, ...p.span(operand.at) };
    } else if (p.grammar.memberMarks.has(p.word()) && p.isWord(1)) {
      const nameAt = p.tokens.start(p.at + 1);
      const name = p.word(1);
      p.at += 2;
      value = p.unit.member(value, name, nameAt, p.stop);
    } else break;
  }
  if (p.word() === '=' || p.word() === '+=' || p.word() === '??=') {
    const op = p.word();
    p.at++;
    p.stopsAtCascade = true;
    const assigned = p.expression(2);
    p.stopsAtCascade = false;
    p.unit.write(value, assigned, op === '=' ? '=' : 'other', p.span(operand.at));
  }
  // A map that entries are added to is the larger map.
  return operand.k === 'object' && value.k === 'object' ? value : operand;
}
