/**
 * Plans of the size that a team has, in the formats of which no plan is public: read whole, imported without loss, and
 * answered by the editor event by event.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CodeLens, Hover, Location, LocationLink } from 'vscode-languageserver';
import { Lines } from '../server/src/base/lines.ts';
import type { Position } from '../server/src/base/text.ts';
import { plainEditor } from '../server/src/features/editor.ts';
import { features } from '../server/src/lsp/features.ts';
import { yamlExport } from '../server/src/plan/export/yaml.ts';
import { joinPlan } from '../server/src/plan/join.ts';
import type { TrackingPlan } from '../server/src/plan/plan.ts';
import { readPlanFile } from '../server/src/plan/read.ts';
import { check } from '../server/src/rules/check.ts';
import type { Snapshot } from '../server/src/workspace/snapshot.ts';
import { openBuffers } from './support/open-buffers.ts';
import { vendorPlans, type SampleEvent, type VendorPlan } from './support/vendor-plans.ts';

for (const [format, sample] of Object.entries(vendorPlans)) {
  suite(`a plan of ${format}`, () => {
    test('is read whole', () => {
      const plan = planOf(sample.files);
      assert.ok(plan.files.every(file => file.format === format));
      assert.deepEqual(said(plan), expected(sample.events));
      assert.ok(sample.events.length > 40);
    });

    test('is imported without loss', () => {
      const plan = planOf(sample.files);
      const own = planOf(Object.fromEntries(yamlExport.write(plan).map(({ path, text }) => [path, text])));
      assert.deepEqual(said(own), said(plan));
    });

    test('answers for each of its events', () => answers(sample));
  });
}

function planOf(files: VendorPlan['files']): TrackingPlan {
  const parts = Object.entries(files).map(([path, text]) => readPlanFile(`file:///tracking-plan/${path}`, text));
  const plan = joinPlan('file:///tracking-plan/', parts);
  const problems = plan.files.flatMap(file => [...file.problems, ...(plan.problems.get(file.uri) ?? [])]);
  assert.deepEqual(problems, []);
  return plan;
}

function said(plan: TrackingPlan): unknown {
  const events = [...plan.events.track.values()].map(({ name, properties = [] }) => ({
    name,
    properties: properties.map(({ name: own, types, required, enum: values, description }) => ({
      name: own,
      types,
      required,
      description,
      values: values?.map(({ value }) => value),
    })),
  }));
  return inOrder(events);
}

function expected(events: readonly SampleEvent[]): unknown {
  return inOrder(
    events.map(({ name, properties }) => ({
      name,
      properties: properties.map(({ name: own, type, required, values, description }) => ({
        name: own,
        types: [type],
        required,
        description,
        values,
      })),
    })),
  );
}

function inOrder(events: readonly { readonly name: string }[]): unknown {
  return JSON.parse(JSON.stringify(events.toSorted((a, b) => (a.name < b.name ? -1 : 1)))) as unknown;
}

/** One call of each event, without what it must carry: from the code to the plan, and back. */
async function answers({ files, events }: VendorPlan): Promise<void> {
  const codeUri = 'file:///src/a.ts';
  const code = events.map(({ name }) => `analytics.track(${JSON.stringify(name)}, {});\n`).join('');
  const plans = Object.entries(files).map(([path, text]) => ({ uri: `file:///tracking-plan/${path}`, text }));
  const { snapshot } = await openBuffers([...plans, { uri: codeUri, text: code }]);
  const lines = new Lines(code);

  const findings = check(codeUri, snapshot).filter(
    ({ rule }) => rule === 'missing-property' || rule === 'unknown-event',
  );
  const lacking = events.flatMap(({ properties }, line) => (properties.some(({ required }) => required) ? [line] : []));
  assert.deepEqual(
    findings.map(({ range }) => range.start.line),
    lacking,
  );

  for (const [line, { name }] of events.entries()) {
    const inCode = lines.position(code.indexOf(`"${name}"`) + 1);
    const [link] = await ask<LocationLink[]>(snapshot, 'definition', codeUri, inCode);
    assert.ok(link && link.targetUri !== codeUri, `${name} is defined in the plan`);
    const hover = await ask<Hover | null>(snapshot, 'hover', link.targetUri, link.targetSelectionRange.start);
    assert.ok(JSON.stringify(hover).includes('a.ts:'), `the plan tells where ${name} is sent`);
    const uses = await ask<Location[]>(snapshot, 'references', link.targetUri, link.targetSelectionRange.start);
    assert.deepEqual(
      uses.map(({ uri, range }) => `${uri}:${range.start.line}`),
      [`${codeUri}:${line}`],
    );
  }
  const lenses = await Promise.all(
    plans.map(({ uri }) => ask<CodeLens[]>(snapshot, 'codeLens', uri, { line: 0, character: 0 })),
  );
  assert.equal(lenses.flat().length, events.length);
}

async function ask<Result>(snapshot: Snapshot, method: string, uri: string, position: Position): Promise<Result> {
  const feature = features.find(each => each.method === `textDocument/${method}`);
  assert.ok(feature);
  const answer = await feature.load();
  const editor = { ...plainEditor, definitionLinks: true };
  const params = { textDocument: { uri }, position, context: { includeDeclaration: false } };
  return answer(snapshot, params, editor) as Result;
}
