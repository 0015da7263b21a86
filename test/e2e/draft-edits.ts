/** A plan that `tracklint init` has drafted is edited in the window, and everything is undone; a vendor's plan is looked at. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Profile } from './host/profile.ts';
import type { WindowRun } from './host/window-run.ts';
import type { Workbench } from './host/workbench.ts';

const example = 'test/examples/editor';
const plan = 'tracking-plan.yaml';
const checkout = 'src/checkout.ts';

/** Two sessions; pictures go to the folder `shots`. */
export async function draftEdits(run: WindowRun, shots: string): Promise<void> {
  let folder = '';
  const draft = (profile: Profile): void => {
    folder = workspaceOf(profile);
    tracklint(folder, 'init', '--force');
  };
  await run.session(example, editor => editAndUndo(run, editor, () => folder, shots), { prepare: draft });
  await run.session(example, editor => lookAtVendorPlan(run, editor, shots), { prepare: toSegment });
}

async function editAndUndo(run: WindowRun, editor: Workbench, folder: () => string, shots: string): Promise<void> {
  const before = textsOf(folder());
  const step = (name: string, steps: () => Promise<void>): Promise<void> => run.step(editor, name, steps);
  await step('a draft is completed', async () => {
    await editor.open(plan, ...endOf(before, plan, '  Product Viewed: {}'));
    // Counts say that every file has been read.
    await editor.locate('.codelens-decoration', '1 call').first().waitFor();
    await editor.press('Backspace');
    await editor.press('Backspace');
    await editor.type('\n  des');
    const offered = editor.locate('.suggest-widget.visible .monaco-list-row.focused', 'description');
    // On a busy machine the list does not open by itself.
    await editor.until(offered, () => editor.press('Control+Space'));
    await editor.picture(join(shots, 'draft-completion.png'));
    await editor.press('Enter');
    await editor.type('A product page was shown.');
    await editor.line('description: A product page was shown.').waitFor();
  });
  await step('what is not saved yet and breaks calls is counted in the status', async () => {
    await editor.open(plan, ...endOf(before, plan, '  Order Complted'));
    await editor.type(' Again');
    await editor.locate('.statusbar-item', 'breaks 1 call').waitFor();
    await editor.picture(join(shots, 'draft-breaks.png'));
  });
  await step('edits of the draft are undone', async () => {
    await editor.run('View: Focus Active Editor Group');
    for (let i = 0; i < 60 && (await editor.locate('.tab.active.dirty').count()) > 0; i++) {
      await editor.press('Control+Z');
      await editor.locate('.tab.active').waitFor();
    }
    await editor.locate('.statusbar-item', 'breaks 1 call').waitFor({ state: 'hidden' });
  });
  await step('an event is renamed in the draft and in the code', async () => {
    await editor.open(checkout);
    await editor.open(plan, ...endOf(before, plan, '  Order Completed'));
    await editor.run('Rename Symbol');
    await editor.locate('.rename-box input').fill('Order Paid');
    await editor.press('Enter');
    await editor.line('Order Paid:').waitFor();
    await editor.open(checkout);
    await editor.line("analytics.track('Order Paid', {").first().waitFor();
    assert.equal(await editor.line('Order Completed').count(), 0);
    await editor.picture(join(shots, 'draft-rename.png'));
  });
  await step('the rename is undone in all files, and they are byte for byte what they were', async () => {
    await editor.run('View: Focus Active Editor Group');
    await editor.press('Control+Z');
    await editor.line("analytics.track('Order Completed', {").first().waitFor();
    await editor.run('File: Save All');
    await editor.locate('.tab.dirty').first().waitFor({ state: 'hidden' });
    assert.deepEqual(textsOf(folder()), before);
  });
}

async function lookAtVendorPlan(run: WindowRun, editor: Workbench, shots: string): Promise<void> {
  await run.step(editor, 'a plan of a vendor has the counts of calls in its own JSON', async () => {
    await editor.open('tracking-plan/segment.json');
    await editor.locate('.codelens-decoration', '2 calls').first().waitFor();
    await editor.picture(join(shots, 'vendor-plan.png'));
  });
}

/** The plan of the example as Segment's API would answer it, in place of our own. */
function toSegment(profile: Profile): void {
  const folder = workspaceOf(profile);
  mkdirSync(join(folder, 'tracking-plan'));
  tracklint(folder, 'export', 'segment', '--output', 'tracking-plan/segment.json');
  rmSync(join(folder, plan));
}

function workspaceOf({ folder }: Profile): string {
  return join(folder, 'shop');
}

function tracklint(cwd: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [resolve('dist/cli.js'), ...args], { cwd, stdio: 'ignore' });
}

/** Every file of the workspace, byte for byte. */
function textsOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = files.map(entry => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map(path => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}

/** Line and column right after a text of a file, as the editor counts them. */
function endOf(texts: ReadonlyMap<string, string>, file: string, text: string): [line: number, column: number] {
  const content = texts.get(file) ?? '';
  const at = content.indexOf(text);
  assert.ok(at >= 0, `${file} holds ${text}`);
  const lines = content.slice(0, at + text.length).split('\n');
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}
