import { identityOf } from './switches.ts';
import { isNullish, isSolid, type Value } from './value.ts';

/**
 * Whether two values are the same constant; undefined where that is not known. `loose` takes what is missing and null for
 * the same, and says nothing of a text and a number.
 */
export function areEqual(left: Value, right: Value, loose: boolean): boolean | undefined {
  const [one, more] = left;
  const [other, others] = right;
  if (one?.v === 'scalar' && other?.v === 'scalar' && !more && !others) {
    if (loose && isNullish(one) && isNullish(other)) return true;
    if (one.value === other.value) return true;
    const isMixed = typeof one.value !== typeof other.value && !isNullish(one) && !isNullish(other);
    return loose && isMixed ? undefined : false;
  }
  // What is there is not null, whatever it is.
  if ((isMissing(left) && isThere(right)) || (isMissing(right) && isThere(left))) return false;
  const known = identities(left);
  const wanted = identities(right);
  if (!known || !wanted) return undefined;
  if (known.size === 1 && wanted.size === 1) return [...known].every(each => wanted.has(each));
  return [...known].some(each => wanted.has(each)) ? undefined : false;
}

/** Whether a constant is one of a list, or of the keys of a map; undefined where that is not known. */
export function isAmong(value: Value, list: Value): boolean | undefined {
  const [only, more] = list;
  if (!only || more || value.length === 0) return undefined;
  if (only.v === 'object') {
    if (only.open !== undefined || only.dynamicKeys.length > 0 || only.spreads) return undefined;
    const keys = value.map(each => (each.v === 'scalar' ? only.fields.has(String(each.value)) : undefined));
    return keys.every(each => each === keys[0]) ? keys[0] : undefined;
  }
  if (only.v !== 'array' || only.open !== undefined || only.items.length > 200) return undefined;
  const items = only.items.map(item => item());
  const found = value.map(each => {
    const answers = items.map(item => areEqual([each], item, true));
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  });
  return found.every(each => each === found[0]) ? found[0] : undefined;
}

function isMissing(value: Value): boolean {
  return value.length > 0 && value.every(isNullish);
}

function isThere(value: Value): boolean {
  return value.length > 0 && value.every(each => isSolid(each) || (there.has(each.v) && !isNullish(each)));
}

/** What is a value of its own rather than a name for one. */
const there: ReadonlySet<Value[number]['v']> = new Set(['scalar', 'text', 'object', 'array']);

function identities(value: Value): ReadonlySet<string> | undefined {
  if (value.length === 0 || value.length > 60) return undefined;
  const found = new Set<string>();
  for (const alternative of value) {
    const identity = identityOf(alternative);
    if (identity === undefined) return undefined;
    found.add(identity);
  }
  return found;
}
