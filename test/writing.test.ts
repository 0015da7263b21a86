/** Edits of plans: `edit.json` says what is written into the first file, and `expect` is the file afterwards. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { Lines } from '../server/src/base/lines.ts';
import type { TextEdit } from '../server/src/base/text.ts';
import type { Scalar } from '../server/src/base/vocabulary.ts';
import type { EventDraft, PropertyDraft } from '../server/src/plan/format.ts';
import { formatById } from '../server/src/plan/formats/index.ts';
import { joinPlan } from '../server/src/plan/join.ts';
import type { PlanFile } from '../server/src/plan/plan.ts';
import { readPlanFile } from '../server/src/plan/read.ts';
import { Fixture, isUpdating, type TestCase } from './support/fixture.ts';

interface Order {
  readonly addEvent?: EventDraft;
  /** To an event, or to the traits of identify or group. */
  readonly addProperty?: PropertyDraft;
  readonly to?: string;
  /** A key of the event `of`. */
  readonly set?: string;
  readonly of?: string;
  readonly value?: Scalar;
}

for (const name of readdirSync('test/formats/writing')) {
  const fixture = new Fixture(`test/formats/writing/${name}`);
  suite(`edits of plans: ${name}`, () => {
    for (const testCase of fixture.cases) {
      test(testCase.title, () => {
        run(fixture, testCase);
      });
    }
    after(() => {
      if (isUpdating) fixture.save();
    });
  });
}

function run(fixture: Fixture, { files, answers }: TestCase): void {
  const [plan, order] = files;
  const [answer] = answers;
  assert(plan && order && answer, 'a case is a plan, an order and what is expected');
  const file = readAlone(plan.uri, plan.text);
  const edits = write(file, JSON.parse(order.text) as Order);
  const actual = edits ? applied(plan.text, edits) : 'refused';
  if (isUpdating) fixture.replace(answer, actual);
  else assert.equal(actual.trimEnd(), answer.text.trimEnd());
  // Whatever is written can be read, and nothing that stood there before is lost.
  if (!edits || file.problems.length > 0) return;
  const afterwards = readAlone(plan.uri, actual);
  assert.deepEqual(afterwards.problems, []);
  for (const { name } of file.events)
    assert(
      afterwards.events.some(event => event.name === name),
      name,
    );
}

/** As a plan of one file has it. */
function readAlone(uri: string, text: string): PlanFile {
  const [file] = joinPlan('file:///', [readPlanFile(uri, text)]).files;
  assert(file);
  return file;
}

function write(
  file: PlanFile,
  { addEvent, addProperty, to, set, of, value = null }: Order,
): readonly TextEdit[] | undefined {
  const writer = formatById(file.format)?.write;
  assert(writer);
  if (addEvent) return writer.addEvent(file, addEvent);
  const name = to ?? of ?? '';
  const owner = name === 'identify' ? file.identify : name === 'group' ? file.group : undefined;
  const event = file.events.find(each => each.name === name);
  const target = owner ?? event;
  assert(target, `the plan has ${name}`);
  if (addProperty) return writer.addProperty(file, target, addProperty);
  assert(event && set);
  return writer.setEventKey(file, event, set, value);
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  let result = text;
  // The last first, so that the others keep their places.
  for (const { range, newText } of edits.toReversed()) {
    result = result.slice(0, lines.offset(range.start)) + newText + result.slice(lines.offset(range.end));
  }
  return result;
}
