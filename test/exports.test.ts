/** What exports are for others must hold where these read it: in a browser, for a compiler, in YAML. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import ts from 'typescript';
import { parse } from 'yaml';
import { dbtExport } from '../server/src/plan/export/dbt.ts';
import { htmlExport } from '../server/src/plan/export/html.ts';
import { typescriptExport } from '../server/src/plan/export/typescript.ts';
import { joinPlan } from '../server/src/plan/join.ts';
import type { TrackingPlan } from '../server/src/plan/plan.ts';
import { readPlanFile } from '../server/src/plan/read.ts';
import { planTexts } from './support/random-plans.ts';

suite('exports', () => {
  test('nothing that a plan says becomes a part of the page', () => {
    const evil = '</script><img src=x onerror=alert(1)>"\'&';
    const page = text(
      htmlExport.write(
        planOf(
          JSON.stringify({
            name: evil,
            events: {
              [evil]: {
                description: evil,
                why: evil,
                owner: evil,
                tags: [evil],
                sources: [evil],
                properties: { [evil]: { type: 'string', enum: [evil], description: evil } },
              },
            },
          }),
        ),
      ),
    );
    assert.doesNotMatch(page, /<img|onerror=alert\(1\)>/);
    assert.equal(page.match(/<script>/g)?.length, 1);
    assert.equal(page.match(/<\/script>/g)?.length, 1);
    assert.ok(page.includes('&#60;img'));
  });

  test('declarations of any plan compile', () => {
    fc.assert(
      fc.property(planTexts, plan => {
        assert.deepEqual(errorsIn(text(typescriptExport.write(planOf(plan)))), []);
      }),
      { numRuns: 15 },
    );
  });

  test('declarations tell right calls from wrong ones', () => {
    const plan = planOf(
      JSON.stringify({
        events: {
          Paid: {
            properties: { total: { type: 'number', required: true }, size: { type: 'string', enum: ['S', 'M'] } },
          },
          Opened: {},
        },
      }),
    );
    const declarations = text(typescriptExport.write(plan));
    const errors = (call: string): number => errorsIn(`${declarations}\ndeclare const track: Track;\n${call}`).length;
    assert.equal(errors(`track('Paid', { total: 1, size: 'S' });`), 0);
    assert.equal(errors(`track('Opened');`), 0);
    for (const wrong of [
      `track('Paied', { total: 1 });`,
      `track('Paid');`,
      `track('Paid', { total: '1' });`,
      `track('Paid', { total: 1, size: 'L' });`,
      `track('Paid', { total: 1, other: 1 });`,
    ])
      assert.equal(errors(wrong), 1, wrong);
  });

  test('models of any plan are YAML', () => {
    fc.assert(
      fc.property(planTexts, plan => {
        const models = parse(text(dbtExport.write(planOf(plan)))) as { version: number };
        assert.equal(models.version, 2);
      }),
      { numRuns: 30 },
    );
  });
});

function planOf(plan: string): TrackingPlan {
  return joinPlan('file:///', [readPlanFile('file:///tracking-plan.yaml', plan)]);
}

function text(files: readonly { readonly text: string }[]): string {
  return files.map(file => file.text).join('');
}

/** Without a library: only what stands in the text can be wrong. */
function errorsIn(source: string): readonly string[] {
  const lib = `interface Array<T> { length: number; [n: number]: T } interface ReadonlyArray<T> { readonly length: number; readonly [n: number]: T }
interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {} interface NewableFunction {} interface Number {} interface Object {} interface RegExp {} interface String {}
type Record<K extends keyof any, T> = { [P in K]: T };`;
  const texts = new Map([
    ['/a.ts', `export {};\n${source}`],
    ['/lib.d.ts', lib],
  ]);
  const host: ts.CompilerHost = {
    getSourceFile: name => {
      const found = texts.get(name);
      return found === undefined ? undefined : ts.createSourceFile(name, found, ts.ScriptTarget.ES2022);
    },
    getDefaultLibFileName: () => '/lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: name => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: name => texts.has(name),
    readFile: name => texts.get(name),
  };
  const program = ts.createProgram(
    ['/a.ts', '/lib.d.ts'],
    { strict: true, noLib: true, types: [], target: ts.ScriptTarget.ES2022 },
    host,
  );
  return ts.getPreEmitDiagnostics(program).map(each => ts.flattenDiagnosticMessageText(each.messageText, '\n'));
}
