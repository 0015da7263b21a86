import { constant, count, flag, list, oneOf, orNull, record, scalar, text } from './shape.ts';
import type { Shaped } from './shape.ts';
import { typesOutput } from './types-output.ts';

/** What `tracklint calls --format json` prints. */
export const callsOutput = record(
  {
    version: constant(1, 'Version of this shape. Members may be added within a version; none changes its meaning.'),
    calls: list(
      record(
        {
          file: text('Path relative to the root, with `/`.'),
          line: count("The line of the callee's last name (`track` in `analytics.track(`), from 1."),
          endLine: count('The last line of the call, from 1.'),
          language: text('Id of the language, such as `typescriptreact`.'),
          sdk: text('Id of the SDK at the bottom; `config` for a function that only the configuration knows.'),
          kind: oneOf(['track', 'page', 'screen', 'identify', 'group', 'alias'], 'What the call does.'),
          events: orNull(list(text('A name.'), 'All the names that it can send; null where not all are known.')),
          dynamic: orNull(text('Why the name, or some of the possible names, is not known; null where all are.')),
          via: orNull(text('The wrapper that it goes through; null for a call of the SDK itself.')),
          properties: list(
            record(
              {
                name: text('The name.'),
                always: flag('False where it is sent on some paths only.'),
                types: orNull(
                  list(
                    oneOf(
                      [
                        'string',
                        'number',
                        'integer',
                        'boolean',
                        'array',
                        'object',
                        'null',
                        'date',
                        'bigint',
                        'function',
                      ],
                      'A type of the value.',
                    ),
                    'All types that the value can have; null where nothing is known.',
                  ),
                ),
                values: orNull(list(scalar('A value.'), 'All values that it can have; null where not all are known.')),
              },
              'A property that the call site sends.',
            ),
            "The call site's own properties.",
          ),
          open: flag('Whether properties may be sent that are not listed.'),
          added: list(text('A name.'), 'Properties that a wrapper or the SDK adds.'),
          partial: list(text('A name.'), 'The known names, where not all are known.'),
        },
        'A tracking call.',
      ),
      'Sorted by file and line.',
    ),
    counts: record(
      {
        calls: count('Calls in the list.'),
        dynamic: count('Calls whose event, or some of its possible names, is only known at run time.'),
        open: count('Calls that may send properties that are not listed.'),
        files: count('Code files that were looked at.'),
        skippedFiles: count('Files that were not read: too large, minified, binary or unreadable.'),
      },
      'How much was found.',
    ),
    types: typesOutput,
  },
  'Every tracking call that was recognised.',
);

export type CallsOutput = Shaped<typeof callsOutput>;
