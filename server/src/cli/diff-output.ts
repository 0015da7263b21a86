import { constant, count, flag, list, oneOf, orNull, record, text } from './shape.ts';
import type { Shaped } from './shape.ts';

/** What `tracklint diff --format json` prints. */
export const diffOutput = record(
  {
    version: constant(1, 'Version of this shape. Members may be added within a version; none changes its meaning.'),
    changes: list(
      record(
        {
          kind: oneOf(['added', 'removed', 'renamed', 'tightened', 'loosened', 'described'], 'What was done.'),
          breaking: flag('Whether a call that followed the old plan may not follow the new one.'),
          event: orNull(text('The event by its old name; null for traits and what every call sends.')),
          subject: text('What it is about: `Order Completed: total`.'),
          says: text('What changed, as the end of a sentence.'),
          calls: list(
            record({ file: text('Path relative to the root, with `/`.'), line: count('From 1.') }, 'A call.'),
            'The calls in the code that follow the old plan and that this change breaks.',
          ),
        },
        'A difference.',
      ),
      'In the order of the old plan, then of the new.',
    ),
    counts: record(
      {
        changes: count('All differences.'),
        breaking: count('Those that are breaking.'),
        calls: count('Calls in the code that would break.'),
      },
      'How many there are.',
    ),
  },
  'What a change of the plan means.',
);

export type DiffOutput = Shaped<typeof diffOutput>;
