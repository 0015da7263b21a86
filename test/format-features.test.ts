/**
 * What the editor answers does not depend on the format of the plan: for a plan of each vendor, from the code to the plan and
 * back. `event` is sent without anything; `required` must be sent with it.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CodeLens, DocumentSymbol, Hover, LocationLink } from 'vscode-languageserver';
import { Lines } from '../server/src/base/lines.ts';
import type { Location, Position } from '../server/src/base/text.ts';
import { plainEditor } from '../server/src/features/editor.ts';
import { features } from '../server/src/lsp/features.ts';
import { yamlExport } from '../server/src/plan/export/yaml.ts';
import { formats } from '../server/src/plan/formats/index.ts';
import { joinPlan } from '../server/src/plan/join.ts';
import type { TrackingPlan } from '../server/src/plan/plan.ts';
import { readPlanFile } from '../server/src/plan/read.ts';
import { plainPlan } from './support/plain-plan.ts';
import { check } from '../server/src/rules/check.ts';
import type { Workspace } from '../server/src/workspace/workspace.ts';
import { openBuffers } from './support/open-buffers.ts';

interface Sample {
  readonly path: string;
  readonly text: string;
  readonly event: string;
  readonly required?: string;
  /** A property that it lists, where it requires none. */
  readonly listed?: string;
  readonly others?: Readonly<Record<string, string>>;
}

const schema =
  '{ "type": "object", "properties": { "plan": { "type": "string", "description": "What they pay." } }, "required": ["plan"] }';

const samples: Readonly<Record<string, Sample>> = {
  yaml: {
    path: 'a.yaml',
    text: 'events:\n  Signed Up: { properties: { plan: { type: string, required: true } } }',
    event: 'Signed Up',
    required: 'plan',
  },
  segment: {
    path: 'a.json',
    text: `{ "rules": [{ "key": "Signed Up", "type": "TRACK", "version": 1, "jsonSchema": { "properties": { "properties": ${schema} } } }] }`,
    event: 'Signed Up',
    required: 'plan',
  },
  'segment-config': {
    path: 'a.json',
    text: `{ "rules": { "events": [{ "name": "Signed Up", "rules": { "properties": { "properties": ${schema} } } }] } }`,
    event: 'Signed Up',
    required: 'plan',
  },
  'segment-rules': {
    path: 'a.yml',
    text: 'rules:\n  - key: Signed Up\n    type: TRACK\n    properties:\n      plan:\n        type: [string]\n        required: true\n',
    event: 'Signed Up',
    required: 'plan',
  },
  mparticle: {
    path: 'a.json',
    text: `{ "data_points": [{ "match": { "type": "custom_event", "criteria": { "event_name": "Signed Up" } }, "validator": { "definition": { "properties": { "data": { "properties": { "custom_attributes": ${schema} } } } } } }] }`,
    event: 'Signed Up',
    required: 'plan',
  },
  mixpanel: {
    path: 'a.json',
    text: `{ "entries": [{ "entityType": "event", "name": "Signed Up", "schemaJson": ${schema} }] }`,
    event: 'Signed Up',
    required: 'plan',
  },
  avo: {
    path: 'a.json',
    text: `{ "events": [{ "name": "Signed Up", "rules": ${schema} }] }`,
    event: 'Signed Up',
    required: 'plan',
  },
  snowplow: {
    path: 'com.acme/signed_up/jsonschema/1-0-0',
    text: schema.replace('{', '{ "self": { "vendor": "com.acme", "name": "signed_up", "version": "1-0-0" },'),
    event: 'signed_up',
    required: 'plan',
  },
  posthog: {
    path: 'a.json',
    text: '{ "results": [{ "events": [{ "name": "Signed Up" }], "properties": [{ "name": "plan", "property_type": "String", "is_required": true }] }] }',
    event: 'Signed Up',
    required: 'plan',
  },
  'amplitude-api': {
    path: 'a.json',
    text: '{ "data": [{ "event_type": "Signed Up" }, { "event_type": "Signed Up", "event_property": "plan", "type": "string", "is_required": true }] }',
    event: 'Signed Up',
    required: 'plan',
  },
  amplitude: {
    path: 'a.csv',
    text: 'Object Type,Object Name,Event Property Name,Property Value Type,Property Required\nEvent,Signed Up,,,\n,,plan,string,true\n',
    event: 'Signed Up',
    required: 'plan',
  },
  spreadsheet: {
    path: 'a.csv',
    text: 'Event,Property,Type,Required\nSigned Up,plan,string,yes\n',
    event: 'Signed Up',
    required: 'plan',
  },
  'json-schema': {
    path: 'events/a.json',
    text: schema.replace('{', '{ "$schema": "http://json-schema.org/draft-07/schema#", "title": "Signed Up",'),
    event: 'Signed Up',
    required: 'plan',
  },
  glean: {
    path: 'metrics.yaml',
    text: '$schema: moz://mozilla.org/schemas/glean/metrics/2-0-0\nuser:\n  signed_up:\n    type: event\n    extra_keys: { plan: { type: string } }\n',
    event: 'user.signed_up',
    listed: 'plan',
  },
  opentelemetry: {
    path: 'a.yaml',
    text: 'groups:\n  - id: a\n    type: event\n    name: signed.up\n    attributes:\n      - id: plan\n        type: string\n        requirement_level: required\n',
    event: 'signed.up',
    required: 'plan',
  },
  gitlab: {
    path: 'a.yml',
    text: 'action: sign_up\ninternal_events: true\nadditional_properties:\n  label:\n    description: Which plan\n',
    event: 'sign_up',
    listed: 'label',
  },
  buffer: {
    path: 'a.yaml',
    text: 'name: Signed Up\nproperties:\n- name: plan\n  type: string\n  required: true\n',
    event: 'Signed Up',
    required: 'plan',
  },
  'analytics-gen': {
    path: 'a.yaml',
    text: 'auth:\n  sign_up:\n    description: x\n    parameters:\n      plan: string\n',
    event: 'auth: sign_up',
    required: 'plan',
  },
  rudderstack: {
    path: 'tp.yaml',
    text: 'version: rudder/v1\nkind: tracking-plan\nspec:\n  rules:\n    - event: "#event:signed_up"\n      properties:\n        - property: "#property:plan"\n          required: true\n',
    event: 'Signed Up',
    required: 'plan',
    others: {
      'events.yaml':
        'version: rudder/v1\nkind: events\nspec:\n  events:\n    - id: signed_up\n      name: Signed Up\n      event_type: track\n',
      'properties.yaml':
        'version: rudder/v1\nkind: properties\nspec:\n  properties:\n    - id: plan\n      name: plan\n      type: string\n',
    },
  },
};

suite('every format answers the editor', () => {
  test('there is a plan of each', () => {
    const ids = formats.map(format => format.id).filter(id => id !== 'codegen-config');
    assert.deepEqual(Object.keys(samples).sort(), [...ids].sort());
  });

  for (const [id, sample] of Object.entries(samples)) test(id, () => run(id, sample));

  for (const [id, { path, text, others = {} }] of Object.entries(samples)) {
    test(`${id}, written in our own format, says the same`, () => {
      const files = Object.entries({ ...others, [path]: text });
      const plan = planOf(Object.fromEntries(files.map(([name, of]) => [`file:///tracking-plan/${name}`, of])));
      assert.ok(Object.values(plan.events).some(({ size }) => size > 0));
      const written = yamlExport.write(plan).map(file => [`file:///${file.path}`, file.text] as const);
      assert.deepEqual(plainPlan(planOf(Object.fromEntries(written))), plainPlan(plan));
    });
  }
});

function planOf(files: Readonly<Record<string, string>>): TrackingPlan {
  return joinPlan(
    'file:///',
    Object.entries(files).map(([uri, text]) => readPlanFile(uri, text)),
  );
}

async function run(id: string, { path, text, event, required, listed, others = {} }: Sample): Promise<void> {
  const planUri = `file:///tracking-plan/${path}`;
  const codeUri = 'file:///src/a.ts';
  const code = `analytics.track(${JSON.stringify(event)}, {});\n`;
  const plans = Object.entries({ [path]: text, ...others });
  const workspace = await openBuffers([
    ...plans.map(([name, own]) => ({ uri: `file:///tracking-plan/${name}`, text: own })),
    { uri: codeUri, text: code },
  ]);
  assert.equal(workspace.snapshot.planFiles.get(planUri)?.format, id);
  assert.deepEqual(
    check(planUri, workspace.snapshot).filter(({ severity }) => severity === 'error'),
    [],
  );

  const inCode = { line: 0, character: code.indexOf(event) + 1 };
  const [link] = await ask<LocationLink[]>(workspace, 'textDocument/definition', codeUri, inCode);
  assert.equal(link?.targetUri, planUri, 'the definition is in the plan');
  const inPlan = link.targetSelectionRange.start;

  const hover = await ask<Hover>(workspace, 'textDocument/hover', codeUri, inCode);
  assert.ok(
    JSON.stringify(hover.contents).includes(required ?? listed ?? ''),
    'hovering over the call tells of the event',
  );
  const planHover = await ask<Hover | null>(workspace, 'textDocument/hover', planUri, inPlan);
  assert.ok(planHover, 'hovering in the plan tells of the event');

  const uses = await ask<Location[]>(workspace, 'textDocument/references', planUri, inPlan);
  const inOthers = Object.keys(others).map(name => `file:///tracking-plan/${name}`);
  assert.deepEqual(
    uses.map(({ uri }) => uri).filter(uri => !inOthers.includes(uri)),
    [codeUri],
  );

  const lenses = await ask<CodeLens[]>(workspace, 'textDocument/codeLens', planUri, inPlan);
  assert.equal(lenses.length, 1);

  const symbols = await ask<DocumentSymbol[]>(workspace, 'textDocument/documentSymbol', planUri, inPlan);
  assert.ok(
    symbols.some(symbol => symbol.name === event),
    'the outline has the event',
  );

  const findings = check(codeUri, workspace.snapshot).map(({ rule }) => rule);
  assert.deepEqual(findings, required === undefined ? [] : ['missing-property']);
  workspace.change(codeUri, code.replace(event, `${event}x`));
  assert.deepEqual(
    check(codeUri, workspace.snapshot).map(({ rule }) => rule),
    ['unknown-event'],
  );

  // A text that breaks off anywhere is still answered.
  const lines = new Lines(text);
  for (let end = 0; end < text.length; end += 7) {
    workspace.change(planUri, text.slice(0, end));
    check(planUri, workspace.snapshot);
    await ask(workspace, 'textDocument/documentSymbol', planUri, lines.position(end));
  }
}

async function ask<Result>(workspace: Workspace, method: string, uri: string, position: Position): Promise<Result> {
  const feature = features.find(each => each.method === method);
  assert.ok(feature, method);
  const answer = await feature.load();
  const editor = { ...plainEditor, nestedSymbols: true, definitionLinks: true };
  const params = { textDocument: { uri }, position, context: { includeDeclaration: false } };
  return answer(workspace.snapshot, params, editor) as Result;
}
