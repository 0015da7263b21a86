import { constant, count, flag, list, oneOf, record, text } from './shape.ts';
import type { Shaped } from './shape.ts';
import { typesOutput } from './types-output.ts';

const place = {
  file: text('Path relative to the root that was checked, with `/`.'),
  line: count('First line, from 1.'),
  column: count('First column, from 1, in UTF-16 units.'),
  endLine: count('Last line, from 1.'),
  endColumn: count('The column behind the last character, from 1.'),
};

/** What `tracklint check --format json` prints. */
export const checkOutput = record(
  {
    version: constant(1, 'Version of this shape. Members may be added within a version; none changes its meaning.'),
    findings: list(
      record(
        {
          rule: text('Id of the rule.'),
          severity: oneOf(['error', 'warning', 'info'], 'As the configuration says.'),
          ...place,
          message: text('What is wrong, why it matters and what to do.'),
          related: list(
            record({ ...place, message: text('What stands there.') }, 'A place that explains the finding.'),
            'The other side of the finding, such as the entry of the plan.',
          ),
          fixes: list(
            record(
              {
                title: text('What it does.'),
                safe: flag('Whether `--fix` applies it.'),
                preferred: flag('Whether a person would choose this one.'),
                edits: list(
                  record({ ...place, newText: text('What replaces it.') }, 'A replacement of one place.'),
                  'All apply to the same state of the files.',
                ),
              },
              'A way to repair it.',
            ),
            'Ways to repair it; may be empty.',
          ),
        },
        'Something that is wrong.',
      ),
      'Sorted by file, place, rule and message.',
    ),
    counts: record(
      {
        errors: count('Findings that are errors.'),
        warnings: count('Findings that are warnings.'),
        infos: count('Findings that are for information.'),
        fixable: count('Findings that `--fix` would repair.'),
        known: count('Findings left out since the baseline knows them.'),
        files: count('Code files that were looked at.'),
        calls: count('Tracking calls that were recognised.'),
        events: count('Events in the plans.'),
        notChecked: record(
          {
            dynamicCalls: count('Calls whose event, or some of its possible names, is only known at run time.'),
            unplannedCalls: count('Calls in files that no plan covers.'),
            brokenFiles: list(text('Path relative to the root.'), 'Files with errors of syntax, read only in part.'),
            skippedFiles: list(
              record(
                {
                  file: text('Path relative to the root.'),
                  why: oneOf(['large', 'minified', 'binary', 'unreadable'], 'Why it was not read.'),
                },
                'A file that was not read.',
              ),
              'Files that were not read.',
            ),
          },
          'What could not be checked.',
        ),
      },
      'How much was found, and how much was looked at.',
    ),
    types: typesOutput,
  },
  'The outcome of a check.',
);

export type CheckOutput = Shaped<typeof checkOutput>;
