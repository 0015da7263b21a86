/**
 * Goes through the parts of the extension that have a view of their own, in a light and in a dark theme, and keeps pictures.
 *
 *   node out/e2e/tour.js [--oldest] [--update]
 *
 * Pictures go to `out/e2e/screenshots`; with `--update` to `test/e2e/screenshots`, and those of the walkthrough to
 * `client/walkthrough`, from where the extension shows them.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './host/chromium.ts';
import { installEditor } from './host/install.ts';
import { WindowRun } from './host/window-run.ts';
import type { Workbench } from './host/workbench.ts';

const shop = 'test/examples/shop';
const plan = 'tracking-plan.yaml';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
type Theme = keyof typeof themes;

const { values } = parseArgs({ options: { oldest: { type: 'boolean' }, update: { type: 'boolean' } } });
const shots = values.update ? 'test/e2e/screenshots' : 'out/e2e/screenshots';
const steps = values.update ? 'client/walkthrough' : 'out/e2e/walkthrough';
for (const folder of [shots, steps]) mkdirSync(folder, { recursive: true });

const browser = await launchChromium();
const run = new WindowRun(installEditor(values.oldest ? 'oldest' : 'current'), browser);
try {
  for (const theme of ['light', 'dark'] as const) {
    await run.session(shop, editor => tour(editor, theme), { settings: { 'workbench.colorTheme': themes[theme] } });
  }
  await run.session('test/examples/editor', stranger, {
    prepare: profile => {
      rmSync(join(profile.folder, 'shop', plan));
    },
  });
} finally {
  await browser.close();
}
run.end();

/** Somebody who has calls, and no plan. */
async function stranger(editor: Workbench): Promise<void> {
  await run.step(
    editor,
    'without a plan: a draft of what the code sends is offered, and is a plan that its calls follow',
    async () => {
      await editor.open('src/checkout.ts');
      await editor.locate('.statusbar-item', 'No plan').waitFor();
      await editor.locate('.activitybar .action-label[aria-label*="Tracklint"]').first().click();
      await editor.locate('.welcome-view-content .monaco-button', 'Create a Tracking Plan').click();
      await editor.choose('What the plan begins with', 'A draft of what the code sends');
      await editor.locate(`.tab.active[data-resource-name="${plan}"]`).waitFor();
      await editor.locate('.codelens-decoration:visible', 'call').first().waitFor();
      await editor.locate('.pane-body .message', '100 % covered').waitFor();
      await editor.picture(join(shots, 'draft.png'));
      assert.equal(await editor.locate('.squiggly-error').count(), 0);
    },
  );
}

async function tour(editor: Workbench, theme: Theme): Promise<void> {
  const step = (name: string, steps: () => Promise<void>) => run.step(editor, `${theme}: ${name}`, steps);
  const rows = (text: string | RegExp) => editor.locate('.pane-body .monaco-list-row', text);

  await step('the tree groups events by what they are about, with calls and problems', async () => {
    await editor.open(plan);
    await editor.run('Tracklint: Focus on Tracking Plan View');
    await rows(/^Order.* sent/).waitFor();
    await rows('Coupon Applied1 call, 2 problems').waitFor();
    await editor.locate('.pane-body .message', '% covered').waitFor();
    await editor.picture(join(shots, `tree-${theme}.png`));
    await editor.picture(join(steps, `tree-${theme}.png`), { x: 0, y: 30, width: 860, height: 560 });
  });
  await step('an event opens its calls', async () => {
    await rows('Order Completed').locator('.monaco-tl-twistie').click();
    await rows(/orders\.ts:\d+/)
      .first()
      .waitFor();
    await rows('Order Completed').locator('.monaco-tl-twistie').click();
  });
  await step('a click reveals it in the plan', async () => {
    await rows('Coupon Applied').click();
    await editor.locate('.statusbar-item', `Ln ${lineOf(plan, '  Coupon Applied:')}, `).waitFor();
  });
  await step('events are grouped by owner', async () => {
    await editor.ask('Tracklint: Group Events by…');
    await editor.choose('Group the events of the plan', 'By owner');
    await rows(/^checkout-team/).waitFor();
    await editor.ask('Tracklint: Group Events by…');
    await editor.choose('Group the events of the plan', 'By object');
  });
  await step('a filter leaves those with problems, and is cleared', async () => {
    await editor.ask('Tracklint: Filter Events…');
    await editor.fill('checkout @problem', '@problem');
    await rows('Coupon Applied').waitFor();
    await rows('Account Created').waitFor({ state: 'hidden' });
    await editor.run('Tracklint: Clear the Filter');
    await rows('Sent, and not in the plan').waitFor();
  });
  await step('an event is copied as a call', async () => {
    await editor.ask('Tracklint: Copy Event as Code');
    await editor.choose('An event of the plan', 'Order Completed');
    await editor.locate('.statusbar-item', /Copied as T.*track\('Order Completed', \{ order_id/).waitFor();
  });
  await step('the coverage report has shares, and links that lead into the plan', async () => {
    await editor.run('Tracklint: Show Coverage');
    await editor.framed('h2', 'By owner').waitFor();
    await editor.framed('.bar').first().waitFor();
    await editor.picture(join(shots, `coverage-${theme}.png`));
    await editor.picture(join(steps, `ci-${theme}.png`), { x: 300, y: 30, width: 860, height: 560 });
    await editor.framed('li a', 'sign-up-form').first().click();
    await editor.locate('.tab.active[data-resource-name="sign-up-form.tsx"]').waitFor();
    await editor.run('View: Close All Editors');
  });
  await step('a rename is shown before it is done', async () => {
    await editor.open(plan, lineOf(plan, '  Order Completed:'), 6);
    await editor.run('Rename Symbol');
    await editor.locate('.rename-box input').fill('Order Paid');
    await editor.press('Control+Enter');
    await editor.locate('.part.panel .monaco-list-row', 'orders.ts').first().waitFor();
    await editor.picture(join(shots, `rename-${theme}.png`));
    await editor.locate('.part.panel .monaco-button', 'Discard').click();
  });
  await step('the pictures of the walkthrough', async () => {
    const middle = { x: 0, y: 30, width: 900, height: 560 };
    await editor.run('View: Toggle Primary Side Bar Visibility');
    await editor.open(plan, lineOf(plan, '  Coupon Applied:'), 1);
    await editor.locate('.codelens-decoration:visible', 'call').first().waitFor();
    await editor.picture(join(steps, `plan-${theme}.png`), middle);
    await editor.open('apps/web/src/components/sign-up-form.tsx', 8, 15);
    await editor.run('Quick Fix...');
    await editor.locate('.action-widget .action', 'Account Created').first().waitFor();
    await editor.picture(join(steps, `fix-${theme}.png`), middle);
    await editor.press('Escape');
    await editor.open('apps/web/src/pages/pricing.tsx', 11, 40);
    await editor.type("\ntrack('Or");
    await editor.locate('.suggest-widget.visible .monaco-list-row', 'Order Completed').waitFor();
    await editor.press('Control+Space');
    await editor.locate('.suggest-details', 'Which campaigns').waitFor();
    await editor.picture(join(steps, `write-${theme}.png`), middle);
    await editor.press('Escape');
    await editor.run('File: Revert File');
  });
  await step('names of events in code have a colour of their own', async () => {
    await editor.run('View: Close All Editors');
    await editor.open('apps/web/src/pages/pricing.tsx');
    const known = editor.line("track('Account Created'").locator('span[class*="ced-"]', { hasText: 'Account Created' });
    await known.first().waitFor();
    const unknown = editor.line("track('Pricing Viewed'").locator('span[class*="ced-"]');
    assert.equal(await unknown.count(), 0, 'a name that the plan does not have looks like any other text');
  });
  await step('the walkthrough has five steps, each with a picture', async () => {
    await editor.run('Tracklint: Get Started');
    await editor.locate('.getting-started-step').nth(4).waitFor();
    assert.equal(await editor.locate('.getting-started-step').count(), 5);
    await editor.locate('.getting-started-media img').waitFor();
    await editor.picture(join(shots, `walkthrough-${theme}.png`));
  });
}

function lineOf(file: string, text: string): number {
  const before = readFileSync(join(shop, file), 'utf8').split(`\n${text}`)[0] ?? '';
  return before.split('\n').length + 1;
}
