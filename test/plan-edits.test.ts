/** Reading a plan again after an edit gives what reading it for the first time gives. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { joinPlan } from '../server/src/plan/join.ts';
import type { PlanFile, TrackingPlan } from '../server/src/plan/plan.ts';
import { readPlanFile } from '../server/src/plan/read.ts';
import { printPlan } from './support/print-plan.ts';

const uri = 'file:///tracking-plan.yaml';

const plan = `version: 1
# A comment.
sources: { web: {}, api: {} }
properties:
  currency: { type: string }
events:
  Order Completed:
    description: The customer paid.
    sources: [web]
    properties:
      total: { type: number, required: true }
      currency: { $ref: currency }

  # About viewing.
  Order Viewed: { replaced_by: Order Completed }
  Cart Opened:
    description: |
      Two

      lines.
pages:
  Home: {}
  Pricing:
    properties: { a: string }
funnels:
  checkout: [Order Viewed, Order Completed]
`;

/** What people type, paste and delete. */
const piece = fc.constantFrom(
  'x',
  ' ',
  '\n',
  ':',
  '  ',
  '\n  Cart Viewed: {}\n',
  '\n    owner: me',
  '\nevents:\n',
  'screens:\n  A: {}\n',
  '{',
  '}',
  '"',
  "'",
  '# ',
  '&a ',
  '*a',
  '\r\n',
  '\t',
  '- ',
  '---\n',
  'currency',
);

const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  insert: fc.oneof(piece, fc.constant('')),
});

suite('edits of a plan', () => {
  test('reading on is reading anew', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), edits => {
        let text = plan;
        let file = readPlanFile(uri, text);
        let joined = joinPlan('file:///', [file]);
        for (const { at, remove, insert } of edits) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + insert + text.slice(start + remove);
          file = readPlanFile(uri, text, file);
          joined = joinPlan('file:///', [file], joined);
        }
        const fresh = readPlanFile(uri, text);
        const [found, expected] = [print(file, joined), print(fresh, joinPlan('file:///', [fresh]))];
        assert.equal(found, expected, JSON.stringify({ text, found, expected }, null, 1));
      }),
      { numRuns: 3_000 },
    );
  });

  test('a plan in pieces says what the whole says', () => {
    // An anchor ties the pieces together, so that the text is read as a whole.
    const whole = readPlanFile(uri, `${plan}x-end: &end {}\n`);
    const pieces = readPlanFile(uri, plan);
    assert.equal(print(pieces, joinPlan('file:///', [pieces])), print(whole, joinPlan('file:///', [whole])));
  });

  test('Windows line ends and a byte-order mark change nothing but the text', () => {
    const windows = readPlanFile(uri, `\ufeff${plan.replaceAll('\n', '\r\n')}`);
    const plain = readPlanFile(uri, plan);
    const expected = print(plain, joinPlan('file:///', [plain])).replaceAll('\\r', '');
    // The mark counts as a character of the first line.
    assert.equal(print(windows, joinPlan('file:///', [windows])).replaceAll('\\r', ''), expected);
  });

  test('an untouched event is the same object, and one that moved says the same', () => {
    const before = readPlanFile(uri, plan);
    const edited = plan.replace('{ replaced_by: Order Completed }', '\n    replaced_by: Order Completed');
    const after = readPlanFile(uri, edited, before);
    assert.equal(after.events[0], before.events[0]);
    assert.notEqual(after.events[2], before.events[2]);
    assert.equal(after.events[2]?.location.range.start.line, (before.events[2]?.location.range.start.line ?? 0) + 1);
  });
});

function print(file: PlanFile, joined: TrackingPlan): string {
  const problems = [...file.problems, ...(joined.problems.get(uri) ?? [])];
  return `${printPlan(joined)}\n${problems.map(problem => JSON.stringify(problem)).join('\n')}`;
}
