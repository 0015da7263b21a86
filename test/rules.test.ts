import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import ts from 'typescript';
import type { Finding, Fix } from '../server/src/base/finding.ts';
import type { Range } from '../server/src/base/text.ts';
import { check, checkAll } from '../server/src/rules/check.ts';
import { ruleById, rules } from '../server/src/rules/index.ts';
import type { Rule } from '../server/src/rules/rule.ts';
import { compareAnnotations } from './support/carets.ts';
import { applyEdits, printChange } from './support/edits.ts';
import { Fixture, isUpdating, type Annotation, type Block, type TestCase } from './support/fixture.ts';
import { open, type TextFile } from './support/open.ts';

const folder = 'test/rules';
const fixtures = new Map(readdirSync(folder).map(name => [name.replace('.md', ''), new Fixture(`${folder}/${name}`)]));

/** `unknown-event: correct-name`: the fixes that the fixtures have seen. */
const seenFixes = new Set<string>();

for (const [name, fixture] of fixtures) {
  suite(name, () => {
    for (const testCase of fixture.cases) {
      test(testCase.title, async () => {
        const all = await findingsOf(testCase.files);
        // What no call sends is told in suites of its own; elsewhere plans hold what is not to be sent.
        const findings = isCoverage(name) ? all : all.filter(({ rule }) => !isCoverage(rule));
        expectAnnotations(fixture, testCase, findings);
        for (const block of testCase.answers) expectAnswer(fixture, block, answer(block, findings, testCase.files));
        for (const finding of findings) {
          await expectSoundFixes(finding, all, testCase.files);
          for (const { kind } of finding.fixes?.() ?? []) seenFixes.add(`${finding.rule}: ${kind}`);
        }
      });
    }
    if (isUpdating)
      after(() => {
        fixture.save();
      });
  });
}

suite('every rule', () => {
  for (const { id, where, examples } of rules) {
    test(`${id} has cases of every kind`, () => {
      assert.ok(existsSync(`${folder}/${id}.md`), `${folder}/${id}.md`);
      const titles = fixtures.get(id)?.cases.map(({ title }) => title) ?? [];
      const kinds = ['bad', 'good', 'fix', 'suppressed', 'plan'].filter(
        kind => where !== 'config' || kind !== 'suppressed',
      );
      for (const kind of kinds)
        assert.ok(
          titles.some(title => title.startsWith(`${kind}: `)),
          `no "${kind}: …" case`,
        );
    });

    test(`${id} reports its bad examples and not its good ones`, async () => {
      for (const { plan, badPlan, bad, good } of examples) {
        assert.ok(
          reports(await exampleFindings(badPlan ?? plan, bad), id),
          `nothing reported:\n${badPlan ?? plan}\n${bad}`,
        );
        assert.ok(!reports(await exampleFindings(plan, good), id), `reported:\n${plan}\n${good}`);
      }
    });
  }

  test('declares what its fixes do', () => {
    assert.deepEqual(
      [...seenFixes].sort(),
      rules.flatMap(({ id, fixes = [] }) => fixes.map(kind => `${id}: ${kind}`)).sort(),
    );
  });

  test('fixtures are of rules, or of what rules share', () => {
    const shared = new Set(['check', 'suppressions', 'presets']);
    assert.deepEqual(
      [...fixtures.keys()].filter(name => !ruleById(name) && !shared.has(name)),
      [],
    );
  });

  test('the whole workspace is its files one by one, configs among them', async () => {
    const files = [
      { uri: 'file:///tracking-plan.yaml', text: 'events:\n  Order Completed: {}\n  order_completed: {}\n' },
      { uri: 'file:///b.ts', text: `analytics.track('Basket Left');\n` },
      { uri: 'file:///a.ts', text: `analytics.track('Basket Left');\n` },
      { uri: 'file:///.tracklint.yaml', text: 'rulse: {}\n' },
    ];
    const { snapshot } = await open(files);
    const all = checkAll(snapshot);
    assert.deepEqual(
      all.map(({ uri, rule }) => `${uri} ${rule}`),
      files
        .map(({ uri }) => uri)
        .sort()
        .flatMap(uri => check(uri, snapshot).map(({ rule }) => `${uri} ${rule}`)),
    );
    assert.ok(all.some(({ rule }) => rule === 'invalid-config'));
  });

  test('a rule that throws is told and the others go on', async () => {
    const broken: Rule = {
      ...rules[0]!,
      call() {
        throw new Error('broken');
      },
    };
    const { snapshot } = await open([
      { uri: 'file:///tracking-plan.yaml', text: 'events:\n  Order Completed: { properties: { total: number } }\n' },
      { uri: 'file:///a.ts', text: `analytics.track('Order Completed', { total: 'x' });\n` },
    ]);
    const told: string[] = [];
    const found = check('file:///a.ts', snapshot, message => told.push(message), [broken, ...rules.slice(1)]);
    assert.deepEqual(
      found.map(finding => finding.rule),
      ['wrong-type'],
    );
    assert.match(told.join('\n'), /unknown-event failed in file:\/\/\/a\.ts: Error: broken/);
  });
});

function isCoverage(rule: string): boolean {
  return rule === 'unused-event' || rule === 'unused-property';
}

async function exampleFindings(plan: string, code: string): Promise<readonly Finding[]> {
  const config = 'extends: strict\n';
  return findingsOf([
    { uri: 'file:///tracking-plan.yaml', text: plan },
    { uri: 'file:///example.ts', text: code },
    { uri: 'file:///.tracklint.yaml', text: config },
    // A workspace without any call expects none.
    { uri: 'file:///other.ts', text: `analytics.identify('u1');\n` },
  ]);
}

function reports(findings: readonly Finding[], id: string): boolean {
  return findings.some(finding => finding.rule === id);
}

async function findingsOf(files: readonly TextFile[]): Promise<readonly Finding[]> {
  const { snapshot } = await open(files);
  return files.flatMap(({ uri }) => check(uri, snapshot, message => assert.fail(message)));
}

function expectAnnotations(fixture: Fixture, { files }: TestCase, findings: readonly Finding[]): void {
  for (const file of files) {
    const found = findings.filter(({ uri }) => uri === file.uri).map(annotationOf);
    found.sort(compareAnnotations);
    if (isUpdating) fixture.annotate(file, found);
    else assert.deepEqual(found, [...file.annotations].sort(compareAnnotations), file.uri);
  }
}

/** A severity other than the recommended one is part of what is expected. */
function annotationOf({ rule, severity, range, message }: Finding): Annotation {
  const isUsual = ruleById(rule)?.severity.recommended === severity;
  return { range, text: `${isUsual ? '' : `${severity} `}${rule}: ${message}` };
}

function expectAnswer(fixture: Fixture, block: Block, text: string): void {
  if (isUpdating) fixture.replace(block, text);
  else assert.equal(text.trimEnd(), block.text.trimEnd(), block.info);
}

function answer(block: Block, findings: readonly Finding[], files: readonly TextFile[]): string {
  if (block.language === 'findings') return findings.map(printFinding).join('\n');
  const fix = findings.flatMap(finding => finding.fixes?.() ?? []).find(({ title }) => title === block.info);
  if (block.language !== 'fix') assert.fail(`no answer is known for ${block.language}`);
  return fix ? printChange(files, applyEdits(files, fix.edits)) : 'no such fix';
}

/** All of a finding: its place, what it leads to, its tags and the titles of its fixes. */
function printFinding({ rule, severity, uri, range, related = [], tags = [], fixes }: Finding): string {
  return [
    `${fileName(uri)}:${place(range)} ${severity} ${rule}${tags.map(tag => ` [${tag}]`).join('')}`,
    ...related.map(each => `  see ${fileName(each.uri)}:${place(each.range)} ${each.message}`),
    ...(fixes?.() ?? []).map(fix => `  fix ${fix.title}${flags(fix)}`),
  ].join('\n');
}

function flags({ preferred, safe }: Fix): string {
  const given = [preferred && 'preferred', safe && 'safe'].filter(Boolean);
  return given.length > 0 ? ` (${given.join(', ')})` : '';
}

function fileName(uri: string): string {
  return uri.replace('file:///', '');
}

function place({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}

/** Every fix leaves one finding of its rule less, breaks no plan and no code, and at most one is preferred. */
async function expectSoundFixes(finding: Finding, all: readonly Finding[], files: readonly TextFile[]): Promise<void> {
  const fixes = finding.fixes?.() ?? [];
  assert.ok(fixes.filter(fix => fix.preferred).length <= 1, `${finding.message}: several preferred fixes`);
  assert.equal(new Set(fixes.map(fix => fix.title)).size, fixes.length, `${finding.message}: two fixes of one title`);
  for (const { title, edits } of fixes) {
    const fixed = applyEdits(files, edits);
    const left = await findingsOf(fixed);
    const count = (findings: readonly Finding[], rule: string): number =>
      findings.filter(each => each.rule === rule).length;
    assert.ok(count(left, finding.rule) < count(all, finding.rule), `"${title}" leaves: ${finding.message}`);
    assert.ok(count(left, 'invalid-plan') <= count(all, 'invalid-plan'), `"${title}" breaks the plan`);
    for (const [i, { uri, text }] of fixed.entries())
      assert.ok(
        syntaxErrors(uri, text) <= syntaxErrors(uri, files[i]?.text ?? ''),
        `"${title}" breaks ${uri}:\n${text}`,
      );
  }
}

function syntaxErrors(uri: string, text: string): number {
  if (!/\.[jt]sx?$/.test(uri)) return 0;
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, fileName: uri });
  return diagnostics.length;
}
