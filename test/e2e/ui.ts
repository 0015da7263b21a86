/**
 * Looks at the packaged extension as a person sees it, in a real editor, and keeps pictures of it.
 *
 *   node out/e2e/ui.js [--oldest] [--update]
 *
 * Pictures go to `out/e2e/screenshots`; with `--update` to `test/e2e/screenshots`, where the README shows them from.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { draftEdits } from './draft-edits.ts';
import { launchChromium } from './host/chromium.ts';
import { installEditor } from './host/install.ts';
import type { Profile } from './host/profile.ts';
import { WindowRun } from './host/window-run.ts';
import type { Workbench } from './host/workbench.ts';

const shop = 'test/examples/shop';
const plan = 'tracking-plan.yaml';
const checkout = 'apps/web/src/pages/checkout.tsx';
const pricing = 'apps/web/src/pages/pricing.tsx';
const signUp = 'apps/web/src/components/sign-up-form.tsx';

const { values } = parseArgs({ options: { oldest: { type: 'boolean' }, update: { type: 'boolean' } } });
const shots = values.update ? 'test/e2e/screenshots' : 'out/e2e/screenshots';
mkdirSync(shots, { recursive: true });

const browser = await launchChromium();
const run = new WindowRun(installEditor(values.oldest ? 'oldest' : 'current'), browser);
try {
  await run.session(shop, withPlan);
  await run.session(`${shop}/apps`, withoutPlan);
  await draftEdits(run, shots);
  // Where extensions run in the browser the editor is always the newest; the oldest cannot load this kind of script.
  if (!values.oldest) await run.session(shop, inBrowser, { prepare: onlyInBrowser });
} finally {
  await browser.close();
}
run.end();

async function withPlan(editor: Workbench): Promise<void> {
  await step(editor, 'findings are underlined', async () => {
    await editor.open(checkout);
    await editor.locate('.squiggly-error').waitFor();
    await editor.locate('.squiggly-warning').nth(1).waitFor();
  });
  await step(editor, 'a hover explains the event', async () => {
    await editor.open(pricing, ...after(pricing, "track('Account"));
    await editor.run('Show or Focus Hover');
    await editor.locate('.monaco-hover:visible', 'Somebody signed up.').waitFor();
    await picture(editor, 'hover');
  });
  await step(editor, 'completion offers the event, and inserts its whole payload', async () => {
    await editor.run('View: Toggle Primary Side Bar Visibility');
    await editor.open(pricing, ...after(pricing, "track('Account Created', { plan });"));
    await editor.type("\ntrack('Or");
    await editor.locate('.suggest-widget.visible .monaco-list-row', 'Order Completed').waitFor();
    await editor.press('Control+Space');
    await editor.locate('.suggest-details', 'Which campaigns').waitFor();
    await picture(editor, 'completion');
    await editor.press('Enter');
    await editor.line(/order_id.*total.*currency/).waitFor();
    await picture(editor, 'payload');
    await editor.run('View: Toggle Primary Side Bar Visibility');
    await editor.run('File: Revert File');
  });
  await step(editor, 'the Problems view lists the findings', async () => {
    await editor.run('View: Close All Editors');
    await editor.open(signUp, ...after(signUp, "track('account"));
    await editor.run('Problems: Focus on Problems View');
    await editor.locate('.markers-panel .monaco-list-row', '"account_created" differs').waitFor();
  });
  await step(editor, 'the quick fix repairs the finding', async () => {
    await editor.run('View: Focus Active Editor Group');
    await editor.run('Quick Fix...');
    await editor.locate('.action-widget .action', 'Account Created').first().waitFor();
    await picture(editor, 'quick-fix');
    await editor.press('Enter');
    await editor.line("track('Account Created'").waitFor();
    await editor.locate('.squiggly-warning').waitFor({ state: 'hidden' });
    await editor.run('File: Revert File');
    await editor.run('View: Toggle Panel Visibility');
  });
  await step(editor, 'the plan shows who sends each event', async () => {
    await editor.open(plan, ...after(plan, '\n  Coupon Applied:'));
    await editor.locate('.codelens-decoration', '1 call, 1 problem').first().waitFor();
    await picture(editor, 'plan');
  });
  await step(editor, 'a click on the count shows the calls', async () => {
    // Lenses that are counted again while the mouse is over them do not feel the click.
    const click = () => editor.locate('.codelens-decoration a', 'call').first().click();
    await editor.until(editor.locate('.peekview-widget .monaco-list-row', 'track').first(), click);
    await editor.press('Escape');
  });
  await step(editor, 'event names stand out in the plan', async () => {
    const name = await colour(editor, 'Coupon Applied');
    assert.notEqual(name, await colour(editor, 'description'));
  });
  await step(editor, 'the status item names the plan and opens a menu', async () => {
    await editor.locate('.statusbar-item a', 'Shop').click();
    await editor.locate('.quick-input-list .monaco-list-row', 'Restart Server').waitFor();
    await editor.press('Escape');
  });
  await step(editor, 'the output channel says what happens', async () => {
    await editor.run('Tracklint: Show Output');
    await editor.locate('.part.panel .view-line', 'Tracklint').first().waitFor();
  });
}

async function withoutPlan(editor: Workbench): Promise<void> {
  await step(editor, 'the welcome view offers to create a plan', async () => {
    await editor.locate('.part.activitybar a[aria-label="Tracklint"]').click();
    await editor.locate('.welcome-view-content .monaco-button', 'Create a Tracking Plan').waitFor();
  });
  await step(editor, 'the new plan opens, without a finding, and the view is gone', async () => {
    await editor.locate('.welcome-view-content .monaco-button', 'Create a Tracking Plan').click();
    await editor.choose('What the plan begins with', 'A small example that explains itself');
    await editor.locate('.tab.active[data-resource-name="tracking-plan.yaml"]').waitFor();
    await editor.locate('.statusbar-item', 'My product').waitFor();
    await editor.locate('.codelens-decoration', '1 call').waitFor();
    await editor.locate('.welcome-view-content').waitFor({ state: 'hidden' });
    assert.equal(await editor.locate('.squiggly-error, .squiggly-warning').count(), 0);
  });
}

async function inBrowser(editor: Workbench): Promise<void> {
  await step(editor, 'a worker in the browser underlines the same findings', async () => {
    await editor.open(checkout);
    await editor.locate('.squiggly-error').waitFor();
    await editor.locate('.squiggly-warning').nth(1).waitFor();
    await editor.locate('.statusbar-item a', 'Shop').waitFor();
  });
  await step(editor, 'and follows what is typed', async () => {
    await editor.open(pricing, ...after(pricing, "track('Account Created"));
    await editor.type('X');
    await editor.locate('.squiggly-error').nth(1).waitFor();
  });
}

/** Takes the desktop's entry point away: the editor then runs the extension where vscode.dev does. */
function onlyInBrowser(profile: Profile): void {
  const extensions = join(profile.folder, 'extensions');
  const name = readdirSync(extensions).find(folder => folder.startsWith('tracklint.')) ?? '';
  const file = join(extensions, name, 'package.json');
  const { main, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  assert.ok(main);
  writeFileSync(file, JSON.stringify(manifest));
}

async function step(editor: Workbench, name: string, steps: () => Promise<void>): Promise<void> {
  await run.step(editor, name, steps);
}

async function picture(editor: Workbench, name: string): Promise<void> {
  await editor.picture(join(shots, `${name}.png`));
}

/** The class that gives a word its colour. */
async function colour(editor: Workbench, word: string): Promise<string | null> {
  return editor.locate('.view-line span span', word).first().getAttribute('class');
}

/** Line and column right after a text in a file of the example, as the editor counts them. */
function after(file: string, text: string): [line: number, column: number] {
  const content = readFileSync(join(shop, file), 'utf8');
  const at = content.indexOf(text);
  assert.ok(at >= 0, `${file} holds ${text}`);
  const lines = content.slice(0, at + text.length).split('\n');
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}
