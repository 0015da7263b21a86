import type { Guard, Span, Unit } from '../facts.ts';

interface Nest<T extends Span> {
  readonly spans: readonly { readonly span: T; readonly index: number }[];
  /** For each span, the position of the one that it stands in, or -1. */
  readonly parents: readonly number[];
}

const guardNests = new WeakMap<readonly Guard[], Nest<Guard>>();
const functionNests = new WeakMap<Unit['functions'], Nest<Span>>();

/** The conditions under which a place of a unit is reached, innermost first. */
export function guardsAt({ guards }: Unit, at: number): readonly Guard[] {
  if (!guards) return [];
  let nest = guardNests.get(guards);
  if (!nest) guardNests.set(guards, (nest = nested(guards)));
  return around(nest, at).map(({ span }) => span);
}

/** The innermost function around a place of a unit, or -1. */
export function functionAt({ functions }: Unit, at: number): number {
  let nest = functionNests.get(functions);
  if (!nest) functionNests.set(functions, (nest = nested(functions)));
  return around(nest, at)[0]?.index ?? -1;
}

/** Of two branches or functions one stands in the other, or they share nothing. */
function nested<T extends Span>(unsorted: readonly T[]): Nest<T> {
  const spans = unsorted
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.at - b.span.at || b.span.end - a.span.end);
  const open: number[] = [];
  const parents = spans.map(({ span }, index) => {
    while (open.length > 0 && (spans[open.at(-1) ?? -1]?.span.end ?? 0) <= span.at) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
  return { spans, parents };
}

function around<T extends Span>({ spans, parents }: Nest<T>, at: number): Nest<T>['spans'] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.span.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found: { readonly span: T; readonly index: number }[] = [];
  for (let position = low - 1; position >= 0; position = parents[position] ?? -1) {
    const each = spans[position];
    if (each && at < each.span.end) found.push(each);
  }
  return found;
}
