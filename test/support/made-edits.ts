import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../../server/src/base/finding.ts';
import { fixKinds } from '../../server/src/base/fix-kinds.ts';
import { Lines } from '../../server/src/base/lines.ts';
import type { Uri } from '../../server/src/base/text.ts';
import { otherActions } from '../../server/src/features/code-action.ts';
import { plainEditor } from '../../server/src/features/editor.ts';
import { rename } from '../../server/src/features/rename.ts';
import { subjectsAt } from '../../server/src/features/subject.ts';
import { check } from '../../server/src/rules/check.ts';
import { applyEdits } from './edits.ts';
import { openBuffers } from './open-buffers.ts';
import { open, type TextFile } from './open.ts';

/** An edit that was offered and applied. */
export interface MadeEdit {
  /** `unknown-event: correct-name`, `suppress`, `rename: event`. */
  readonly id: string;
  readonly title: string;
  /** The files after it, with those that it made. */
  readonly edited: readonly TextFile[];
}

/** The fixes of all findings that write code, each applied to the files as they are. */
export async function fixesOf(files: readonly TextFile[]): Promise<readonly MadeEdit[]> {
  const { findings, calls } = await checked(files);
  const made: MadeEdit[] = [];
  for (const finding of findings) {
    const fixes = (finding.fixes?.() ?? []).filter(({ kind }) => /^(?:code|both)$/.test(fixKinds[kind].place));
    for (const { kind, title, edits } of fixes) {
      const edited = applyEdits(files, edits);
      const after = await checked(edited);
      assert.ok(
        countLike(finding, after.findings) < countLike(finding, findings),
        `"${title}" leaves: ${finding.message}`,
      );
      assert.equal(after.calls, calls, `"${title}" loses a call`);
      made.push({ id: `${finding.rule}: ${kind}`, title: `${finding.rule}: ${title}`, edited });
    }
    if (fixes.length === 0 && !finding.uri.endsWith('.yaml'))
      made.push({ id: '', title: `${finding.rule} in line ${finding.range.start.line + 1}: no fix`, edited: files });
  }
  return made;
}

/** What is offered in code beside the fixes: at all findings, and at all calls. */
export async function actionsOf(files: readonly TextFile[]): Promise<readonly MadeEdit[]> {
  const { snapshot } = await openBuffers(files);
  const { calls, findings } = await checked(files);
  const made: MadeEdit[] = [];
  for (const { uri } of files.filter(({ uri }) => snapshot.codeFiles.has(uri))) {
    const ranges = [
      ...check(uri, snapshot).map(({ range }) => range),
      ...snapshot.calls(uri).map(call => call.calleeRange),
    ];
    for (const range of ranges)
      for (const [id, { at }] of Object.entries(otherActions))
        for (const action of at(snapshot, uri, range)) {
          const { title, finding, creates } = action;
          const target = creates === undefined ? files : [...files, { uri: creates, text: '' }];
          const edited = applyEdits(target, action.edits());
          const after = await checked(edited);
          assert.equal(after.calls, calls, `"${title}" loses a call`);
          if (finding)
            assert.ok(
              countLike(finding, after.findings) < countLike(finding, findings),
              `"${title}" leaves: ${finding.message}`,
            );
          made.push({ id, title, edited });
        }
  }
  return made;
}

/** `a -> b`: what stands in the plan as `a` is renamed to `b`, in the plan and in all code. */
export async function renamesOf(files: readonly TextFile[], wish: string): Promise<readonly MadeEdit[]> {
  const [from = '', to = ''] = wish.split(' -> ');
  const { snapshot } = await openBuffers(files);
  const plan = files.find(({ text, uri }) => uri.endsWith('.yaml') && text.includes(from));
  assert.ok(plan, `no plan says "${from}"`);
  const position = new Lines(plan.text).position(plan.text.indexOf(from) + 1);
  const [subject] = subjectsAt(snapshot, plan.uri, position);
  assert.ok(subject, `nothing can be renamed at "${from}"`);
  const edit = rename(snapshot, { textDocument: { uri: plan.uri }, position, newName: to }, plainEditor);
  assert.ok(edit, `"${from}" is not renamed`);
  const edited = applyEdits(files, editsOf(edit));
  const [before, after] = [await checked(files), await checked(edited)];
  assert.equal(after.calls, before.calls, 'a call is lost');
  assert.deepEqual(
    after.findings.map(({ rule }) => rule),
    before.findings.map(({ rule }) => rule),
  );
  return [{ id: `rename: ${subject.kind}`, title: `rename ${subject.kind}`, edited }];
}

function editsOf({ changes = {} }: WorkspaceEdit) {
  return Object.entries(changes).flatMap(([uri, own]) => own.map(edit => ({ ...edit, uri })));
}

async function checked(files: readonly TextFile[]): Promise<{ findings: readonly Finding[]; calls: number }> {
  const { snapshot } = await open(files);
  const count = (uri: Uri): number => snapshot.calls(uri).length;
  return {
    findings: files.flatMap(({ uri }) => check(uri, snapshot, message => assert.fail(message))),
    calls: files.reduce((sum, { uri }) => sum + count(uri), 0),
  };
}

function countLike({ rule, message, uri }: Finding, all: readonly Finding[]): number {
  return all.filter(each => each.rule === rule && each.message === message && each.uri === uri).length;
}
