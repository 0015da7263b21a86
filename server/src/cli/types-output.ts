import { oneOf, orNull, record, text } from './shape.ts';

/** Where the types in an output come from. */
export const typesOutput = record(
  {
    layer: oneOf(
      ['checker', 'declarations'],
      'Whether a type checker was asked for what literals and declarations do not tell.',
    ),
    checker: orNull(text('The checker, such as `TypeScript 7.0.2`.')),
    why: orNull(text('Why no checker answered, where there was something to ask.')),
  },
  'Where the types of values come from.',
);
