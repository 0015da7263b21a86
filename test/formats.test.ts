/**
 * Plan files as their formats read them. Carets mark the problems, `expect` is the joined plan as text, and `fix <title>`
 * the first file after the suggestion of that title.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { Lines } from '../server/src/base/lines.ts';
import { joinPlan } from '../server/src/plan/join.ts';
import type { PlanProblem, TrackingPlan } from '../server/src/plan/plan.ts';
import { readPlanFile } from '../server/src/plan/read.ts';
import { compareAnnotations } from './support/carets.ts';
import { Fixture, isUpdating, type FixtureFile, type TestCase } from './support/fixture.ts';
import { printPlan } from './support/print-plan.ts';

for (const name of readdirSync('test/formats').filter(file => file.endsWith('.md'))) {
  const fixture = new Fixture(`test/formats/${name}`);
  suite(`formats/${name}`, () => {
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
  const plan = joinPlan(
    'file:///',
    files.map(file => readPlanFile(file.uri, file.text)),
  );
  for (const file of files) {
    const found = problemsOf(plan, file)
      .map(({ range, rule, message }) => ({ range, text: `${rule}: ${message}` }))
      .sort(compareAnnotations);
    if (isUpdating) fixture.annotate(file, found);
    else assert.deepEqual(found, [...file.annotations].sort(compareAnnotations), file.uri);
  }
  for (const block of answers) {
    const actual = block.language === 'fix' ? repaired(plan, files, block.info) : printPlan(plan);
    if (isUpdating) fixture.replace(block, actual);
    else assert.equal(actual.trimEnd(), block.text.trimEnd());
  }
}

function problemsOf(plan: TrackingPlan, file: FixtureFile): readonly PlanProblem[] {
  const own = plan.files.find(({ uri }) => uri === file.uri)?.problems ?? [];
  return [...own, ...(plan.problems.get(file.uri) ?? [])];
}

function repaired(plan: TrackingPlan, files: readonly FixtureFile[], title: string): string {
  for (const file of files) {
    const suggestion = problemsOf(plan, file).find(problem => problem.suggestion?.title === title)?.suggestion;
    if (!suggestion) continue;
    const lines = new Lines(file.text);
    const [start, end] = [lines.offset(suggestion.range.start), lines.offset(suggestion.range.end)];
    return file.text.slice(0, start) + suggestion.newText + file.text.slice(end);
  }
  assert.fail(`no problem suggests "${title}"`);
}
