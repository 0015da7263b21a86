import { constant, count, list, oneOf, record, text } from './shape.ts';
import type { Shaped } from './shape.ts';

const share = record(
  {
    name: text('The owner, source or object; empty for the whole plan.'),
    sent: count('Events that some call sends.'),
    events: count('Active events that the code is expected to send.'),
    sentWeight: count('The weights of the sent events together.'),
    weight: count('The weights of all of them together.'),
  },
  'How much of a part of the plan is sent.',
);

const kind = oneOf(['track', 'page', 'screen'], 'What kind of call it is.');

const place = record({ file: text('Path relative to the root, with `/`.'), line: count('From 1.') }, 'A call.');

/** What `tracklint coverage --format json` prints. */
export const coverageOutput = record(
  {
    version: constant(1, 'Version of this shape. Members may be added within a version; none changes its meaning.'),
    plans: list(
      record(
        {
          plan: text('Path of the folder of the plan, relative to the root; empty for the root itself.'),
          total: share,
          owners: list(share, 'By owner.'),
          sources: list(share, 'By source.'),
          objects: list(share, 'By what the events are about.'),
          neverSent: list(
            record({ kind, name: text('The name.') }, 'An event.'),
            'Expected events that no call sends.',
          ),
          notPlanned: list(
            record({ kind, name: text('The name.'), calls: list(place, 'Where it is sent.') }, 'A name.'),
            'Names that are sent and are in no plan.',
          ),
          neverSentProperties: list(
            record({ event: text('The event.'), property: text('The property.') }, 'A property.'),
            'Required properties that no call of their event sends.',
          ),
          external: count('Events that only sources outside of the code send; left out of all shares.'),
          dynamicCalls: count('Calls whose event, or some of its possible names, is known only at run time.'),
        },
        'One plan.',
      ),
      'Every plan, by its folder.',
    ),
  },
  'What of the plans is sent, and what is sent beyond them.',
);

export type CoverageOutput = Shaped<typeof coverageOutput>;
