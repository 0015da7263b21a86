import { alternativesLimit, scalar, unknown, type Alternative, type TextValue, type Value } from './value.ts';

/** The text that a value turns into inside a string; undefined where its text is not known. */
function textOf(alternative: Alternative): string | undefined {
  if (alternative.v !== 'scalar') return undefined;
  return String(alternative.value);
}

/**
 * All texts that two values can make when joined. Parts that are not known stay open. `why` says why the result may be no text:
 * then it is not known, unless all parts are.
 */
export function concatenate(left: Value, right: Value, why?: string): Value {
  if (left.length * right.length > alternativesLimit) return unknown('it can have too many values');
  const all: Alternative[] = [];
  for (const a of left) for (const b of right) all.push(join(a, b, why));
  return all.length === 0 ? unknown('it is computed when the program runs') : all;
}

function join(left: Alternative, right: Alternative, why: string | undefined): Alternative {
  const [a, b] = [textOf(left), textOf(right)];
  if (a !== undefined && b !== undefined) {
    const kept =
      a === '' && right.v === 'scalar' && typeof right.value === 'string'
        ? right
        : b === '' && left.v === 'scalar' && typeof left.value === 'string'
          ? left
          : undefined;
    return kept ?? { v: 'scalar', value: a + b };
  }
  const source = [left, right].find(alternative => alternative.v === 'parameter');
  if (source?.v === 'parameter') return { ...source, derived: why === undefined ? 'text' : 'value' };
  if (why !== undefined) return { v: 'unknown', why };
  return {
    v: 'text',
    parts: merge([...partsOf(left), ...partsOf(right)]),
    why: reasonOf(a === undefined ? left : right),
  };
}

function partsOf(alternative: Alternative): readonly (string | null)[] {
  if (alternative.v === 'text') return alternative.parts;
  const text = textOf(alternative);
  return [text ?? null];
}

function merge(parts: readonly (string | null)[]): (string | null)[] {
  const merged: (string | null)[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === '') continue;
    if (typeof last === 'string' && typeof part === 'string') merged[merged.length - 1] = last + part;
    else if (part !== null || last !== null || merged.length === 0) merged.push(part);
  }
  return merged;
}

function reasonOf(alternative: Alternative): string {
  if (alternative.v === 'unknown' || alternative.v === 'text') return alternative.why;
  return 'a part of it is made when the program runs';
}

/** What `toString()` makes of a text: it goes on to stand where its literal does. */
export const sameText = (text: string): string => text;

/** Applies a function of strings to every alternative; what is not a known string becomes what `otherwise` says. */
export function mapStrings(
  value: Value,
  change: (text: string) => string | number | boolean,
  otherwise: (alternative: Alternative) => Value,
): Value {
  return value.flatMap(alternative =>
    alternative.v === 'scalar' && typeof alternative.value === 'string'
      ? change === sameText
        ? [alternative]
        : scalar(change(alternative.value))
      : alternative.v === 'text'
        ? [changeParts(alternative, change)]
        : otherwise(alternative),
  );
}

function changeParts(text: TextValue, change: (text: string) => string | number | boolean): Alternative {
  const parts = text.parts.map(part => (part === null ? null : change(part)));
  return parts.every(part => part === null || typeof part === 'string')
    ? { ...text, parts }
    : { v: 'unknown', why: text.why };
}
