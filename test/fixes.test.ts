/**
 * Every edit that is offered in code, in every language. `test/fixes/<language>.md` has the same cases in each: a case is a
 * small workspace, and `expect` holds what its edits change. The result of each edit is read again by the language's own
 * parser or by tree-sitter: it has no error, its finding is gone, and no call is lost.
 *
 * Cases begin with what is asked: `fix: ` all fixes of all findings, `action: ` what is offered beside them, `rename: ` a
 * rename of the text before ` -> ` (behind `expect`) to the one behind it, where it stands in the plan. The case
 * `not supported` has one line for each edit that the language cannot have, and says why.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { fixKinds } from '../server/src/base/fix-kinds.ts';
import { languageOf, languages } from '../server/src/code/languages/index.ts';
import { otherActions } from '../server/src/features/code-action.ts';
import { rules } from '../server/src/rules/index.ts';
import { callGrammars } from './differential/call-grammars.ts';
import { assertParses } from './support/assert-parses.ts';
import { printChange } from './support/edits.ts';
import { Fixture, isUpdating, type Block, type TestCase } from './support/fixture.ts';
import type { TextFile } from './support/open.ts';
import { actionsOf, fixesOf, renamesOf, type MadeEdit } from './support/made-edits.ts';

const fixtures = readdirSync('test/fixes').map(name => ({ name, fixture: new Fixture(`test/fixes/${name}`) }));

/** What has to be shown in every language, in the words of `MadeEdit.id`. */
const wanted: readonly string[] = [
  ...rules.flatMap(({ id, fixes = [] }) =>
    fixes
      .filter(kind => fixKinds[kind].place === 'code' || fixKinds[kind].place === 'both')
      .map(kind => `${id}: ${kind}`),
  ),
  ...Object.keys(otherActions).filter(id => id !== 'plan'),
  ...['event', 'property', 'value'].map(subject => `rename: ${subject}`),
];

for (const { name, fixture } of fixtures)
  suite(`fixes: ${name.replace('.md', '')}`, () => {
    const made = new Set<string>();
    let left: readonly string[] = [];
    for (const testCase of fixture.cases)
      test(testCase.title, async () => {
        const { title, files, answers } = testCase;
        if (title === 'not supported') {
          left = reasons(testCase);
          return;
        }
        for (const { uri, text } of files) await assertParses(uri, text);
        assert.ok(answers.length > 0, 'a case has an answer');
        for (const block of answers) {
          const edits = await editsOf(testCase, block);
          for (const { id, edited } of edits) {
            made.add(id);
            for (const { uri, text } of edited) await assertParses(uri, text);
          }
          expectAnswer(fixture, block, printEdits(files, edits));
        }
      });
    test('every edit is applied, or not supported for a reason', () => {
      assert.deepEqual(
        left.filter(id => made.has(id)),
        [],
        'these are supported',
      );
      assert.deepEqual(
        left.filter(id => !wanted.includes(id)),
        [],
        'these are no edits',
      );
      assert.deepEqual(
        wanted.filter(id => !made.has(id) && !left.includes(id)),
        [],
        'these are applied nowhere',
      );
    });
    after(() => {
      if (isUpdating) fixture.save();
    });
  });

test('every language has a fixture, with the same cases', () => {
  const own = ['typescript', ...languages.map(({ id }) => id).filter(id => callGrammars[id] !== undefined)];
  assert.deepEqual(fixtures.map(({ name }) => name).sort(), own.map(id => `${id}.md`).sort());
  const [first, ...others] = fixtures.map(({ fixture }) => fixture.cases.map(({ title }) => title));
  assert.ok(first);
  for (const titles of others) assert.deepEqual(titles, first);
  for (const { name, fixture } of fixtures)
    for (const { title, files } of fixture.cases)
      assert.ok(title === 'not supported' || files.some(({ uri }) => languageOf(uri)), `${name}: ${title}`);
});

function editsOf({ title, files }: TestCase, { info }: Block): Promise<readonly MadeEdit[]> {
  if (title.startsWith('fix: ')) return fixesOf(files);
  if (title.startsWith('action: ')) return actionsOf(files);
  assert.ok(title.startsWith('rename: '), `"${title}" says not what is asked`);
  return renamesOf(files, info);
}

/** `unknown-event: correct-name -- the reason`. */
function reasons({ expected = '' }: TestCase): readonly string[] {
  return expected
    .split('\n')
    .filter(line => line !== '' && line !== 'nothing')
    .map(line => {
      const [id = '', reason = ''] = line.split(' -- ');
      assert.ok(reason.length > 20, `${id} is not supported without a reason`);
      return id;
    });
}

/** Edits that change the same lines in the same way are told once. */
function printEdits(files: readonly TextFile[], edits: readonly MadeEdit[]): string {
  const printed = edits.map(({ title, edited }) => {
    const before = edited.map(({ uri }) => files.find(file => file.uri === uri) ?? { uri, text: '' });
    return `${title}\n${printChange(before, edited)}`.trimEnd();
  });
  return [...new Set(printed)].join('\n') || 'nothing';
}

function expectAnswer(fixture: Fixture, block: Block, text: string): void {
  if (isUpdating) fixture.replace(block, text);
  else assert.equal(text, block.text.trimEnd());
}
