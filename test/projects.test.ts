/** Folders and files that are a part of a project of which the editor has not open the rest. */
import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import type { CompletionList, Location } from 'vscode-languageserver/node';
import { rmSync } from 'node:fs';
import { TestEditor } from './support/test-editor.ts';

const plan = 'events:\n  Car Started: {}\n';
const code = `window.analytics.track('Car Startd');\n`;

let editor: TestEditor | undefined;
let other: TestEditor | undefined;

afterEach(() => {
  for (const each of [editor, other]) {
    each?.process.kill();
    if (each) rmSync(each.folder, { recursive: true, force: true });
  }
  editor = other = undefined;
});

suite('a project that is open in part', { timeout: 600_000 }, () => {
  test('is read as a whole where the part has no plan', async () => {
    const editor = await begin({ '.git/HEAD': '', 'tracking-plan.yaml': plan, 'apps/web/a.ts': code }, ['apps/web']);
    await editor.open('apps/web/a.ts', code);
    assert.deepEqual(await findings(editor, 'apps/web/a.ts'), ['unknown-event']);
    await editor.stop();
  });

  test('lends the part its config', async () => {
    const editor = await begin(
      {
        '.git/HEAD': '',
        '.tracklint.yaml': 'rules:\n  unknown-event: off\n  unused-event: error\n',
        'apps/web/tracking-plan.yaml': `${plan}  Car Washed: {}\n`,
        'apps/web/a.ts': `${code}analytics.track('Car Started');\n`,
      },
      ['apps/web'],
    );
    await editor.open('apps/web/tracking-plan.yaml', `${plan}  Car Washed: {}\n`);
    await editor.open('apps/web/a.ts', code);
    assert.deepEqual(await findings(editor, 'apps/web/tracking-plan.yaml'), ['unused-event', 'unused-event']);
    assert.ok(editor.published.every(({ diagnostics }) => diagnostics.every(({ code }) => code === 'unused-event')));
    await editor.stop();
  });

  test('ends at the top of its repository', async () => {
    const editor = await begin({ 'tracking-plan.yaml': plan, 'app/.git/HEAD': '', 'app/a.ts': code }, ['app']);
    await editor.open('app/a.ts', code);
    assert.equal(await editor.ask<CompletionList | null>('textDocument/completion', 'app/a.ts', 0, 24), null);
    await editor.stop();
  });

  test('is read for a single file, where no folder is open at all', async () => {
    const editor = await begin({ 'tracking-plan.yaml': plan, 'src/a.ts': code }, []);
    await editor.open('src/a.ts', code);
    assert.deepEqual(await findings(editor, 'src/a.ts'), ['unknown-event']);
    await editor.stop();
  });

  test('has nothing to say about the files of another', async () => {
    const editor = await begin({
      '.git/HEAD': '',
      'plans/tracking-plan.yaml': plan,
      'src/a.ts': code,
      'src/b.ts': code.replace('Car Startd', 'Ship Sailed'),
    });
    other = new TestEditor({
      '.git/HEAD': '',
      'tracking-plan.yaml': 'events:\n  Ship Sailed: {}\n',
      'src/b.ts': '',
    });
    await editor.open('src/a.ts', code);
    assert.deepEqual(await findings(editor, 'src/a.ts'), ['unknown-event']);
    const guest = { uri: other.uri('src/b.ts'), languageId: 'typescript', version: 1, text: code };
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument: guest });
    await editor.until(() =>
      editor.published.some(({ uri, diagnostics }) => uri === guest.uri && diagnostics.length > 0),
    );
    const context = { includeDeclaration: false };
    const textDocument = { uri: other.uri('tracking-plan.yaml') };
    const position = { line: 1, character: 4 };
    const places = await editor.connection.sendRequest<Location[]>('textDocument/references', {
      textDocument,
      position,
      context,
    });
    assert.deepEqual(places, []);
    await editor.edit('src/a.ts', 2, { text: `${code}window.analytics.track('Ship Sailed');\n` });
    const { diagnostics } = await editor.pushed('src/a.ts', 2);
    assert.deepEqual(
      diagnostics.map(each => each.code),
      ['unknown-event', 'unknown-event'],
    );
    assert.equal(await editor.stop(), 0);
  });
});

async function begin(files: Readonly<Record<string, string>>, folders: readonly string[] = ['']): Promise<TestEditor> {
  editor = new TestEditor(files);
  const { uri } = { uri: (name: string) => editor?.uri(name) ?? '' };
  await editor.start({}, { rootUri: null, workspaceFolders: folders.map(name => ({ uri: uri(name), name })) });
  return editor;
}

/** The rules of what is pushed for a file once there is anything. */
async function findings(editor: TestEditor, name: string): Promise<unknown[]> {
  return (await editor.pushed(name, 1)).diagnostics.map(({ code }) => code);
}
