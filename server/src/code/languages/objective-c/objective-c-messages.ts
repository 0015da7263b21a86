import { anglesEnd } from '../../builder/angles.ts';
import { makeCall } from '../../builder/calls.ts';
import { entry } from '../../builder/collections.ts';
import { takeName, type Declared } from '../../builder/declarations.ts';
import type { Parser } from '../../builder/parser.ts';
import type { Arg, Entry, Expr } from '../../facts.ts';

/** `[receiver selector:argument label:argument]`: a call of the selector's first part; further parts label the arguments. */
export function message(p: Parser): Expr {
  const at = p.start;
  const close = p.closing();
  const before = p.unit.calls.length;
  const { receiver, name, args, argsAt } = p.group(false, () => {
    const object = receiverOf(p);
    const selector = p.isWord() ? takeName(p) : { name: '', at: p.stop, end: p.stop };
    const start = p.word() === ':' ? p.tokens.stop(p.at) : p.stop;
    const found = p.take(':') ? selectorArguments(p) : [];
    p.rest();
    return { receiver: object, name: selector, args: found, argsAt: start };
  });
  const cut = p.tokens.isVirtual(close) ? { unfinished: true as const } : {};
  const place = { argsAt, argsEnd: Math.max(argsAt, p.tokens.start(close)), ...cut };
  if (name.name === '') return { ...receiver, ...p.span(at) };
  // A list of objects ends with nil.
  const last = args.at(-1)?.value;
  if (name.name.endsWith('Objects') && last?.k === 'literal' && last.value === null) args.pop();
  const created = construction(p, receiver, name, args, before);
  if (created !== undefined) return made(p, created, args, place, 'new', at, name);
  if (name.name === 'null' && receiver.k === 'name' && receiver.name === 'NSNull') return p.literal(null, at, p.stop);
  const callee = p.unit.member(receiver, name.name, name.at, name.end);
  noteEntries(p, receiver, name.name, args);
  return made(p, { ...callee, at }, args, place, 'call', at);
}

/** What a message is sent to; a class may have type arguments (`[NSArray<NSString *> new]`). */
function receiverOf(p: Parser): Expr {
  const behind = p.isWord() && p.word(1) === '<' ? anglesEnd(p, 1) : -1;
  if (behind < 0 || !p.isWord(behind)) return p.expression();
  const name = p.name();
  p.at += behind - 1;
  return name;
}

type Place = Parameters<typeof makeCall>[4];

/** `selector`: where the name of a constructor's call is shown. */
function made(
  p: Parser,
  callee: Expr,
  args: Arg[],
  place: Place,
  form: 'call' | 'new',
  at: number,
  selector?: Declared,
): Expr {
  const dictionary = pairsBackwards(callee, args);
  if (dictionary !== undefined) return { ...dictionary, ...p.span(at) };
  const value = makeCall(p, callee, args, form, place);
  if (value.k === 'call') {
    const call = p.unit.calls[value.call];
    if (call !== undefined) {
      call.at = at;
      if (selector !== undefined) Object.assign(call, { nameAt: selector.at, nameEnd: selector.end });
    }
  }
  return { ...value, at };
}

function selectorArguments(p: Parser): Arg[] {
  const args: Arg[] = [{ value: p.expression() }];
  while (!p.isDone()) {
    if (p.take(',')) args.push({ value: p.expression() });
    else if (p.isWord() && p.word(1) === ':') {
      const label = takeName(p);
      p.at++;
      args.push({ name: label.name, nameAt: label.at, value: p.expression() });
    } else break;
  }
  return args;
}

/** `[[Type alloc] initWithName:…]` and `[Type new]` construct the type; the first label is the last of the selector's words. */
function construction(p: Parser, receiver: Expr, name: Declared, args: Arg[], before: number): Expr | undefined {
  if (name.name === 'new' && receiver.k === 'name' && args.length === 0) return receiver;
  if (!/^init(?:With|From|[A-Z]|$)/.test(name.name) || receiver.k !== 'call') return undefined;
  const alloc = p.unit.calls[receiver.call];
  if (alloc?.callee.k !== 'member' || alloc.callee.name !== 'alloc') return undefined;
  const type = alloc.callee.object;
  if (receiver.call === before && p.unit.calls.length === before + 1) p.unit.calls.pop();
  const [first] = args;
  const label = name.name.replace(/^init(?:With|From)?/, '');
  if (first !== undefined && label !== '')
    args[0] = { ...first, name: label.charAt(0).toLowerCase() + label.slice(1), nameAt: name.at };
  return type;
}

/** `dictionaryWithObjectsAndKeys:` has values before keys, and a nil at the end. */
function pairsBackwards(callee: Expr, args: readonly Arg[]): Expr | undefined {
  const name = callee.k === 'member' ? callee.name : '';
  const isInit = args[0]?.name === 'objectsAndKeys';
  if (name !== 'dictionaryWithObjectsAndKeys' && !isInit) return undefined;
  const entries: Entry[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [value, key] = [args[i]?.value, args[i + 1]?.value];
    if (value !== undefined && key !== undefined) entries.push({ ...entry(key, value), at: value.at });
  }
  return { k: 'object', entries, at: callee.at, end: callee.end };
}

/** `[dictionary setObject:value forKey:key]` writes to the variable. */
function noteEntries(p: Parser, receiver: Expr, name: string, args: readonly Arg[]): void {
  const [value, key] = args;
  if (!/^set(?:Object|Value)$/.test(name) || key?.name !== 'forKey' || value === undefined) return;
  const span = p.span(receiver.at);
  p.unit.write({ k: 'index', object: receiver, index: key.value, ...span }, value.value, '=', span);
}

/** `@{key: value}`. */
export function dictionary(p: Parser): Expr {
  const at = p.start;
  const entries: Entry[] = [];
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      const key = p.expression();
      if (p.take(':')) entries.push(entry(key, p.expression()));
      // A key whose value is still to be typed.
      else if (key.k === 'literal') entries.push(entry(key, { k: 'opaque', at: key.end, end: key.end }));
      p.rest(',');
      if (p.at === from) p.unknown();
    }
  });
  return { k: 'object', entries, ...p.span(at) };
}

/** `@(expression)`. */
export function boxed(p: Parser): Expr {
  const at = p.start;
  const value = p.group(false, () => {
    const inner = p.expression();
    p.rest();
    return inner;
  });
  const isText = value.k === 'literal' && typeof value.value === 'string';
  return isText
    ? value
    : value.k === 'literal'
      ? { ...value, ...p.span(at) }
      : { k: 'cast', value, keeps: true, ...p.span(at) };
}
