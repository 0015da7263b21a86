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
import { launchChromium, windowSize } from './host/chromium.ts';
import { installEditor } from './host/install.ts';
import { copyWorkspace, makeProfile, type Profile } from './host/profile.ts';
import { installExtension, startServer } from './host/server.ts';
import { Workbench } from './host/workbench.ts';

const shop = 'test/examples/shop';
const plan = 'tracking-plan.yaml';
const checkout = 'apps/web/src/pages/checkout.tsx';
const pricing = 'apps/web/src/pages/pricing.tsx';
const signUp = 'apps/web/src/components/sign-up-form.tsx';

const { values } = parseArgs({ options: { oldest: { type: 'boolean' }, update: { type: 'boolean' } } });
const shots = values.update ? 'test/e2e/screenshots' : 'out/e2e/screenshots';
mkdirSync(shots, { recursive: true });
let passed = 0;
let failed = 0;

const editor = installEditor(values.oldest ? 'oldest' : 'current');
const browser = await launchChromium();
try {
  await session(shop, withPlan);
  await session(`${shop}/apps`, withoutPlan);
  // Where extensions run in the browser the editor is always the newest; the oldest cannot load this kind of script.
  if (!values.oldest) await session(shop, inBrowser, onlyInBrowser);
} finally {
  await browser.close();
}
console.log(`VS Code ${editor.version}: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

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
    await editor.locate('.codelens-decoration a', 'call').first().click();
    await editor.locate('.peekview-widget .monaco-list-row', 'track').first().waitFor();
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

/** Opens a copy of a workspace in a fresh editor with the packaged extension, and closes it after the steps. */
async function session(
  folder: string,
  steps: (workbench: Workbench) => Promise<void>,
  prepare: (profile: Profile) => void = () => undefined,
): Promise<void> {
  const profile = makeProfile({
    'editor.fontFamily': 'DejaVu Sans Mono',
    'editor.fontSize': 15,
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'editor.hover.above': false,
    'editor.cursorBlinking': 'solid',
    'workbench.layoutControl.enabled': false,
  });
  const workspace = copyWorkspace(profile, folder);
  installExtension(editor, profile, 'tracklint.vsix');
  prepare(profile);
  const server = await startServer(editor, profile);
  const page = await browser.newPage({ viewport: windowSize });
  page.setDefaultTimeout(60_000);
  const outside: string[] = [];
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:http|ws)/.test(protocol) && hostname !== '127.0.0.1') outside.push(request.url());
  });
  const workbench = new Workbench(page);
  try {
    await workbench.load(server.url(workspace));
    await steps(workbench);
    await step(workbench, 'no other machine was asked for anything', () => {
      assert.deepEqual(outside, []);
      return Promise.resolve();
    });
  } finally {
    await page.close();
    await server.stop();
    profile.remove();
  }
}

async function step(editor: Workbench, name: string, run: () => Promise<void>): Promise<void> {
  const started = Date.now();
  try {
    await run();
    passed++;
    console.log(`ok   ${name}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n${String(error)}`);
    await editor.picture(join('out/e2e', `fail-${failed}.png`));
  }
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
