import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import type { Finding, Fix } from '../server/src/base/finding.ts';
import type { Uri } from '../server/src/base/text.ts';
import { callGrammars } from './differential/call-grammars.ts';
import { codeAction } from '../server/src/features/code-action.ts';
import { plainEditor } from '../server/src/features/editor.ts';
import { languageOf, languages } from '../server/src/code/languages/index.ts';
import { check } from '../server/src/rules/check.ts';
import type { Workspace } from '../server/src/workspace/workspace.ts';
import { assertParses } from './support/assert-parses.ts';
import { applyEdits, printChange } from './support/edits.ts';
import { Fixture, isUpdating, parseFixture } from './support/fixture.ts';
import { openBuffers } from './support/open-buffers.ts';
import { open, type TextFile } from './support/open.ts';

/** What is offered in code of every language. */
const everywhere = [
  'missing-property: Add',
  'unknown-event: Change to',
  'unknown-property: Rename to',
  'unknown-property: Remove',
  'wrong-type: Change to',
  'invalid-value: Change to',
  'unknown-object: Change to',
  'unknown-action: Change to',
  'misnamed-event: Change to',
  'deprecated-event: Change to',
  'deprecated-property: Rename to',
  'deprecated-property: Remove',
  'unused-suppression: Remove the',
  'Ignore on this line',
  'Declare',
];

/** The languages that have a reader of their own, each by the case of the fixture that is named after it. */
const read = languages.filter(({ id }) => callGrammars[id] !== undefined);

const fixture = new Fixture('test/code-edits.md');

suite('edits of code', () => {
  for (const { title, files, answers } of fixture.cases)
    test(title, async () => {
      const [answer] = answers;
      assert.ok(answer);
      const uri = files.find(file => languageOf(file.uri))?.uri ?? '';
      const done = new Map<string, string>();
      for (const { kind, title: name, edited } of await offered(uri, files)) {
        for (const file of edited) await assertParses(file.uri, file.text);
        const before = edited.map(({ uri: at }) => files.find(file => file.uri === at) ?? { uri: at, text: '' });
        const text = `${name}\n${printChange(before, edited)}`;
        done.set(`${kind} ${text}`, text);
      }
      const kinds = [...done.keys()];
      for (const kind of everywhere)
        assert.ok(
          kinds.some(each => each.startsWith(kind)),
          `"${kind}" is offered nowhere in ${title}`,
        );
      const printed = [...done.values()].join('\n');
      if (isUpdating) fixture.replace(answer, printed);
      else assert.equal(printed, answer.text.trimEnd());
    });
  if (isUpdating)
    test('update', () => {
      fixture.save();
    });
});

test('every language has its case', () => {
  const titles = fixture.cases.map(({ title }) => title);
  for (const { title } of read) assert.ok(titles.includes(title), title);
});

test('names, payloads and keys are completed in every language', () => {
  const cases = parseFixture(readFileSync('test/features/completion-languages.md', 'utf8'));
  for (const { title } of read)
    for (const what of ['event names and payloads', 'keys']) {
      const found = cases.find(each => each.title === `${what} in ${title}`);
      assert.ok(
        found?.answers.some(({ info }) => info !== ''),
        `${what} in ${title}`,
      );
    }
});

interface Offered {
  /** The rule and the first words of the title; of other actions the words that do not name the code. */
  readonly kind: string;
  readonly title: string;
  readonly edited: readonly TextFile[];
}

/** Every fix of every finding in a file, with the files after it; and every action that is no fix. */
async function offered(uri: Uri, files: readonly TextFile[]): Promise<readonly Offered[]> {
  const workspace = await open(files);
  const findings = check(uri, workspace.snapshot).filter(finding => finding.uri === uri);
  const found: Offered[] = [];
  for (const finding of findings) {
    for (const fix of finding.fixes?.() ?? []) {
      const edited = applyEdits(files, fix.edits);
      await assertRepaired(uri, finding, fix, findings, edited);
      found.push({ kind: `${finding.rule}: ${fix.title}`, title: `${finding.rule}: ${fix.title}`, edited });
    }
  }
  const buffers = await openBuffers(files);
  for (const action of actionsIn(buffers, uri, findings)) {
    const edited = editedBy(files, action.edit ?? {});
    if (action.title.startsWith('Ignore '))
      found.push({
        kind: 'Ignore on this line',
        title: action.title,
        edited: await assertIgnored(uri, action, edited),
      });
    else if (action.title.startsWith('Declare ')) found.push({ kind: 'Declare', title: action.title, edited });
  }
  return found;
}

/** The finding is gone, and no call is lost. */
async function assertRepaired(
  uri: Uri,
  finding: Finding,
  fix: Fix,
  before: readonly Finding[],
  edited: readonly TextFile[],
): Promise<void> {
  const { snapshot } = await open(edited);
  const count = (all: readonly Finding[]): number =>
    all.filter(({ rule, message }) => rule === finding.rule && message === finding.message).length;
  const after = check(uri, snapshot).filter(each => each.uri === uri);
  assert.ok(count(after) < count(before), `"${fix.title}" leaves: ${finding.message}`);
}

async function assertIgnored(
  uri: Uri,
  { diagnostics }: CodeAction,
  edited: readonly TextFile[],
): Promise<readonly TextFile[]> {
  const rule = diagnostics?.[0]?.code;
  const line = (diagnostics?.[0]?.range.start.line ?? 0) + 1;
  const { snapshot } = await open(edited);
  const left = check(uri, snapshot).filter(each => each.rule === rule && each.range.start.line === line);
  assert.deepEqual(left, [], `"${String(rule)}" is still found in line ${line + 1}`);
  return edited;
}

function actionsIn({ snapshot }: Workspace, uri: Uri, findings: readonly Finding[]): readonly CodeAction[] {
  const context = { diagnostics: [], only: [CodeActionKind.QuickFix, CodeActionKind.Refactor] };
  const ranges = [...findings.map(({ range }) => range), ...snapshot.calls(uri).map(({ calleeRange }) => calleeRange)];
  return ranges.flatMap(range =>
    codeAction(
      snapshot,
      { textDocument: { uri }, range, context },
      { ...plainEditor, createsFiles: true, versionedEdits: true },
    ),
  );
}

function editedBy(files: readonly TextFile[], { documentChanges, changes }: WorkspaceEdit): readonly TextFile[] {
  const edits = Object.entries(changes ?? {}).flatMap(([uri, own]) => own.map(edit => ({ ...edit, uri })));
  const made: TextFile[] = [];
  for (const change of documentChanges ?? []) {
    if ('textDocument' in change)
      for (const edit of change.edits) if ('newText' in edit) edits.push({ ...edit, uri: change.textDocument.uri });
    if ('kind' in change && change.kind === 'create') made.push({ uri: change.uri, text: '' });
  }
  return applyEdits([...files, ...made], edits);
}
