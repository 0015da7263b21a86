import type { Arg, Expr, Literal, Span } from '../facts.ts';
import type { FormatStyle } from './grammar.ts';
import type { Parser } from './parser.ts';

/** `String.format("Clicked %s", name)` and its likes as the text that they make; undefined for every other call. */
export function formattedCall(p: Parser, callee: Expr, args: readonly Arg[], span: Span): Expr | undefined {
  const { formats } = p.grammar;
  if (formats === undefined) return undefined;
  if (callee.k === 'member' && isText(callee.object)) {
    const style = formats.get(`.${callee.name}`);
    return style && { ...formatted(style, callee.object, args), ...span };
  }
  const name =
    callee.k === 'name'
      ? callee.name
      : callee.k === 'member' && callee.object.k === 'name'
        ? `${callee.object.name}.${callee.name}`
        : '';
  const style = formats.get(name);
  const text = args[0]?.value;
  if (style === undefined || text === undefined || !isText(text)) return undefined;
  return { ...formatted(style, text, args.slice(1)), ...span };
}

function isText(value: Expr): value is Literal & { readonly value: string } {
  return value.k === 'literal' && typeof value.value === 'string';
}

const PLACES: Readonly<Record<FormatStyle, RegExp>> = {
  percent: /%(?:%|\((\w+)\))?(?:(\d+)\$)?[-+ #0,]*[\d.*]*(?:hh?|ll?|z)?([a-zA-Z@])|%%/g,
  braces: /\{\{|\}\}|\{(\w*)[^{}]*\}/g,
};

/** A text with places for values, as parts. A value that is not found is unknown. */
export function formatted(style: FormatStyle, text: Literal, args: readonly Arg[]): Expr {
  const { at, end } = text;
  const format = String(text.value);
  const parts: (string | Expr)[] = [];
  let from = 0;
  let next = 0;
  for (const match of format.matchAll(PLACES[style])) {
    const [whole] = match;
    const before = format.slice(from, match.index);
    from = match.index + whole.length;
    if (whole === '%%' || whole === '{{' || whole === '}}') {
      parts.push(before + whole.slice(1));
      continue;
    }
    if (before !== '') parts.push(before);
    const place = placeOf(style, match);
    const found = typeof place === 'string' ? args.find(arg => arg.name === place) : args[place ?? next++];
    parts.push(found?.value ?? { k: 'opaque', at, end });
  }
  if (from < format.length) parts.push(format.slice(from));
  return { k: 'template', parts, at, end: Math.max(end, ...args.map(({ value }) => value.end)) };
}

/** The name or the index of the argument that a place asks for; undefined for the next one. */
function placeOf(style: FormatStyle, [, name = '', position]: RegExpExecArray): string | number | undefined {
  if (style === 'percent') return name === '' ? (position === undefined ? undefined : Number(position) - 1) : name;
  if (name === '') return undefined;
  return /^\d+$/.test(name) ? Number(name) : name;
}
