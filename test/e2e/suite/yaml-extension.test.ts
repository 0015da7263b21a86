import assert from 'node:assert/strict';
import { commands, extensions, languages, workspace } from 'vscode';
import type { Hover, MarkdownString, TextDocument, TextEdit } from 'vscode';
import { closeAll, completionNames, eventually, open, placeAfter, replace, ruleOf } from './support.ts';

const neighbour = extensions.getExtension('redhat.vscode-yaml');

/** Runs where that extension is installed too: `node out/e2e/run.js --with <its package> vsix`. */
(neighbour ? describe : describe.skip)('beside the YAML extension', () => {
  before(async () => {
    await neighbour?.activate();
  });
  afterEach(closeAll);

  it('reports what the schema says once, and what only we know', async () => {
    const plan = await open('tracking-plan.yaml');
    await replace(plan, 'total: { type: number', 'total: { type: nmber');
    await eventually(() => {
      const found = languages.getDiagnostics(plan.uri);
      const wrong = found.filter(({ range }) => plan.getText(range) === 'nmber');
      assert.equal(wrong.length, 1, JSON.stringify(found));
      assert.notEqual(wrong[0]?.source, 'tracklint');
      assert.ok(found.some(finding => finding.source === 'tracklint' && ruleOf(finding) === 'unused-event'));
    });
  });

  it('offers types, keys and references once', async () => {
    const plan = await open('tracking-plan.yaml');
    await replace(plan, 'sku: { type: string', 'sku: { type: ');
    await eventually(async () => {
      const names = await completionNames(plan, placeAfter(plan, 'sku: { type: '));
      assert.equal(names.filter(name => name === 'integer').length, 1, names.join());
    });
    await closeAll();
    const short = await open('tracking-plan.yaml');
    await replace(short, 'coupon: { type: string, description: As typed by the customer. }', 'coupon: ');
    await eventually(async () => {
      const names = await completionNames(short, placeAfter(short, 'coupon: '));
      assert.equal(names.filter(name => name === 'string').length, 1, names.join());
    });
    await closeAll();
    const again = await open('tracking-plan.yaml');
    await replace(again, '\nevents:', '\nsou\nevents:');
    await eventually(async () => {
      const names = await completionNames(again, placeAfter(again, '\nsou'));
      assert.equal(names.filter(name => name === 'sources').length, 1, names.join());
    });
  });

  it('explains an event itself, and leaves the keys of the schema to it', async () => {
    const plan = await open('tracking-plan.yaml');
    await eventually(async () => {
      const event = await hoverTexts(plan, '\n  Order');
      assert.equal(event.filter(text => text.includes('checkout-team')).length, 1, event.join('\n---\n'));
    });
    await eventually(async () => {
      const key = await hoverTexts(plan, '{ typ');
      assert.equal(key.length, 1, key.join('\n---\n'));
    });
  });

  it('is not asked to format', async () => {
    const plan = await open('tracking-plan.yaml');
    await replace(plan, '\nevents:', '\n\n\n\nevents:');
    const format = (): Thenable<TextEdit[] | undefined> =>
      commands.executeCommand('vscode.executeFormatDocumentProvider', plan.uri, { tabSize: 2, insertSpaces: true });
    const settings = workspace.getConfiguration('yaml');
    await settings.update('format.enable', false, true);
    await eventually(async () => {
      assert.deepEqual((await format()) ?? [], []);
    });
    await settings.update('format.enable', undefined, true);
    await eventually(async () => {
      assert.notDeepEqual((await format()) ?? [], []);
    });
  });
});

async function hoverTexts(document: TextDocument, before: string): Promise<string[]> {
  const place = placeAfter(document, before);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
  return hovers.map(({ contents }) => contents.map(content => (content as MarkdownString).value).join('\n'));
}
