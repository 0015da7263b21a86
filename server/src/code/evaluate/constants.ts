import type { Alternative } from './value.ts';

/** A constant of an enum under its name. One with a body of its own is the only instance of a class without a name. */
export function constantOf(alternative: Alternative, name: string): Alternative {
  if (alternative.v === 'instance') return { ...alternative, constant: name };
  return alternative.v === 'class' && alternative.cls.name === undefined
    ? { v: 'instance', of: alternative, constant: name }
    : alternative;
}
