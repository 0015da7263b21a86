import type { Arg, Call, Expr, Unit, Write } from '../facts.ts';

/** What is done with the result of a call: methods that are called on it, and members that are set. */
export interface Chain {
  readonly calls: readonly { readonly method: string; readonly args: readonly Arg[] }[];
  readonly writes: readonly Write[];
}

interface Draft {
  readonly calls: { readonly method: string; readonly args: readonly Arg[] }[];
  readonly writes: Write[];
}

const none: Chain = { calls: [], writes: [] };
const known = new WeakMap<Unit, ReadonlyMap<Call, Chain>>();

/** The chain that a call begins: `builder(x).a(1).b(2)`, also over a variable, `val b = builder(x); b.a(1)`. */
export function chainOf(unit: Unit, call: Call): Chain {
  let chains = known.get(unit);
  if (!chains) known.set(unit, (chains = readChains(unit)));
  return chains.get(call) ?? none;
}

function readChains(unit: Unit): ReadonlyMap<Call, Chain> {
  const chains = new Map<Call, Draft>();
  const draftOf = (call: Call): Draft => {
    let draft = chains.get(call);
    if (!draft) chains.set(call, (draft = { calls: [], writes: [] }));
    return draft;
  };
  for (const { callee, args } of unit.calls) {
    if (callee.k !== 'member') continue;
    for (const maker of makersOf(unit, callee.object)) draftOf(maker).calls.push({ method: callee.name, args });
  }
  for (const binding of unit.bindings) {
    if (binding.writes.length === 0 || binding.init?.k !== 'call') continue;
    const members = binding.writes.filter(write => write.path.length > 0);
    for (const maker of makersOf(unit, binding.init)) draftOf(maker).writes.push(...members);
  }
  return chains;
}

/** The calls that an expression is the result of, through chains and a variable. */
function makersOf(unit: Unit, expr: Expr): Call[] {
  const makers: Call[] = [];
  let at: Expr | undefined = expr;
  for (let steps = 0; at && steps < 60; steps++) {
    if (at.k === 'cast' || at.k === 'await') at = at.value;
    else if (at.k === 'name') at = unit.bindings[at.binding]?.init;
    else if (at.k === 'call') {
      const call: Call | undefined = unit.calls[at.call];
      if (!call) break;
      makers.push(call);
      at = call.callee.k === 'member' ? call.callee.object : undefined;
    } else break;
  }
  return makers;
}
