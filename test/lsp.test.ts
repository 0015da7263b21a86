/** The language server as a process, as editors start it. */
import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import type {
  CodeAction,
  CompletionList,
  DocumentDiagnosticReport,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { modern, TestEditor } from './support/test-editor.ts';

const plan = `events:
  Order Completed:
    description: The customer paid.
    properties:
      order_id: { type: string, required: true }
  Product Viewed: {}
`;

let editor: TestEditor | undefined;

afterEach(() => {
  editor?.process.kill();
  editor = undefined;
});

function begin(files: Readonly<Record<string, string>> = {}): TestEditor {
  editor = new TestEditor({ 'tracking-plan.yaml': plan, 'src/other.ts': '', ...files });
  return editor;
}

suite('language server', { timeout: 600_000 }, () => {
  test('announces what it can, and ends as it is told to', async () => {
    const editor = begin();
    const { capabilities, serverInfo } = await editor.start(modern);
    assert.equal(serverInfo?.name, 'Tracklint');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    for (const provider of ['hover', 'definition', 'references', 'rename', 'codeLens', 'documentSymbol'] as const) {
      assert.ok(capabilities[`${provider}Provider`], provider);
    }
    assert.equal(await editor.stop(), 0);
  });

  test('an exit without a shutdown is an error', async () => {
    const editor = begin();
    await editor.start(modern);
    await editor.connection.sendNotification('exit');
    assert.equal(await editor.exit(), 1);
  });

  test('pushes diagnostics to an editor that does not pull them', async () => {
    const editor = begin();
    await editor.start({});
    await editor.open('src/a.ts', `analytics.track('Order Complet');\n`);
    const { diagnostics } = await editor.pushed('src/a.ts', 1);
    assert.deepEqual(
      diagnostics.map(({ code, source, range }) => [code, source, range.start.character]),
      [['unknown-event', 'tracklint', 16]],
    );
    await editor.edit('src/a.ts', 2, { range: range(0, 17, 0, 30), text: 'Product Viewed' });
    await editor.until(() => editor.published.some(each => each.version === 2 && each.diagnostics.length === 0));
    await editor.edit('src/a.ts', 3, { text: `analytics.track('Nothing');\n` });
    await editor.pushed('src/a.ts', 3);
    await editor.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: editor.uri('src/a.ts') },
    });
    await editor.until(
      () => editor.published.at(-1)?.version === undefined && editor.published.at(-1)?.diagnostics.length === 0,
    );
    assert.equal(await editor.stop(), 0);
  });

  test('pushes what a change of one document means for another', async () => {
    const editor = begin();
    await editor.start({});
    await editor.open('src/a.ts', `import { NAME } from './names';\nanalytics.track(NAME);\n`);
    await editor.open('src/names.ts', `export const NAME = 'Product Viewed';\n`);
    await editor.edit('src/names.ts', 2, { text: `export const NAME = 'Product Vewed';\n` });
    const { diagnostics } = await editor.pushed('src/a.ts', 1);
    assert.equal(diagnostics[0]?.code, 'unknown-event');
    await editor.stop();
  });

  test('answers pulled diagnostics, and says when they are the same', async () => {
    const editor = begin();
    await editor.start(modern);
    await editor.open('src/a.ts', `analytics.track('Order Completed');\n`);
    await ready(editor);
    const first = await pull(editor, 'src/a.ts');
    assert.ok(first.kind === 'full');
    assert.deepEqual(
      first.items.map(({ code }) => code),
      ['missing-property'],
    );
    const second = await pull(editor, 'src/a.ts', first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    await editor.edit('src/a.ts', 2, { range: range(0, 33, 0, 33), text: `, { order_id: '1' }` });
    const third = await pull(editor, 'src/a.ts', first.resultId);
    assert.ok(third.kind === 'full');
    assert.deepEqual(third.items, []);
    await editor.stop();
  });

  test('asks the editor to pull again when a file on disk has changed the findings', async () => {
    const editor = begin();
    await editor.start(modern);
    await editor.open('src/a.ts', `analytics.track('Cart Viewed');\n`);
    await ready(editor);
    const before = await pull(editor, 'src/a.ts');
    assert.ok(before.kind === 'full' && before.items.length === 1);
    await editor.until(() => editor.heard.includes('client/registerCapability'));
    editor.heard.length = 0;
    editor.write('tracking-plan.yaml', `${plan}  Cart Viewed: {}\n`);
    const changes = [{ uri: editor.uri('tracking-plan.yaml'), type: 2 }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await editor.until(() => editor.heard.includes('workspace/diagnostic/refresh'));
    const after = await pull(editor, 'src/a.ts', before.resultId);
    assert.ok(after.kind === 'full');
    assert.deepEqual(after.items, []);
    await editor.stop();
  });

  test('does not look at files that git ignores when they change', async () => {
    const editor = begin({ '.gitignore': 'build/\n', 'src/a.ts': '' });
    await editor.start(modern);
    await ready(editor);
    editor.write('build/a.ts', `analytics.track('Product Viewed');\n`);
    editor.write('src/a.ts', `analytics.track('Product Viewed');\n`);
    const changes = ['build/a.ts', 'src/a.ts'].map(name => ({ uri: editor.uri(name), type: 1 }));
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const context = { includeDeclaration: false };
    const places = await editor.ask<Location[]>('textDocument/references', 'tracking-plan.yaml', 5, 4, { context });
    assert.deepEqual(
      places.map(({ uri }) => uri),
      [editor.uri('src/a.ts')],
    );
    await editor.stop();
  });

  test('answers from every edit that came before, however many', async () => {
    const editor = begin();
    await editor.start(modern);
    await ready(editor);
    await editor.open('src/a.ts', `// 😀\r\nanalytics.track('');\r\n`);
    for (let index = 0; index < 'Product'.length; index++) {
      const character = 'Product'.charAt(index);
      const at = 17 + index;
      void editor.edit('src/a.ts', 2 + index, { range: range(1, at, 1, at), text: character });
    }
    void editor.edit('src/a.ts', 20, { range: range(0, 3, 0, 5), text: '' }, { range: range(0, 0, 1, 0), text: '' });
    const list = await editor.ask<CompletionList>('textDocument/completion', 'src/a.ts', 0, 24);
    const item = list.items.find(({ label }) => label === 'Product Viewed');
    assert.deepEqual(item?.textEdit, { range: range(0, 17, 0, 25), newText: `Product Viewed'` });
    await editor.stop();
  });

  test('a request that was cancelled is answered as such, and the next one as usual', async () => {
    const editor = begin();
    await editor.start(modern);
    await ready(editor);
    await editor.open('src/a.ts', `analytics.track('Product Viewed');\n`);
    const textDocument = { uri: editor.uri('src/a.ts') };
    const params = { textDocument, position: { line: 0, character: 20 } };
    const request = { jsonrpc: '2.0', id: 'late', method: 'textDocument/hover', params };
    const cancel = { jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 'late' } };
    const answers: string[] = [];
    editor.process.stdout.on('data', data => answers.push(String(data)));
    editor.process.stdin.write(frame(request) + frame(cancel));
    const hover = await editor.ask<Hover>('textDocument/hover', 'src/a.ts', 0, 20);
    assert.match(JSON.stringify(hover), /Product Viewed/);
    assert.match(answers.join(''), /"id":"late","error":\{"code":-32800/);
    await editor.stop();
  });

  test('outlives whatever is malformed', async () => {
    const editor = begin();
    await editor.start(modern);
    await ready(editor);
    await editor.open('src/a.ts', `analytics.track('Product Viewed');\n`);
    const { connection } = editor;
    for (const method of [
      'textDocument/hover',
      'textDocument/completion',
      'textDocument/codeAction',
      'textDocument/rename',
    ]) {
      await assert.rejects(connection.sendRequest(method, {}), method);
    }
    await assert.rejects(connection.sendRequest('textDocument/hover', { textDocument: { uri: 7 }, position: 'x' }));
    await assert.rejects(connection.sendRequest('no/such', {}), { code: -32601 });
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///no', version: 1 },
      contentChanges: [{ text: 'x' }],
    });
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///no' } });
    await connection.sendNotification('textDocument/didOpen', {});
    await connection.sendNotification('no/such', {});
    await editor.edit('src/a.ts', 2, { range: range(90, 5, 95, 1), text: '' });
    editor.process.stdin.write('Content-Length: 9\r\n\r\n{"json": ');
    const hover = await editor.ask<Hover>('textDocument/hover', 'src/a.ts', 0, 20);
    assert.match(JSON.stringify(hover), /Product Viewed/);
    assert.equal(await editor.ask('textDocument/hover', 'src/missing.ts', 4, 4), null);
    assert.equal(await editor.ask('textDocument/hover', 'src/a.ts', 400, 4), null);
    assert.equal(await editor.stop(), 0);
  });

  test('an editor of the first days gets everything in the old words', async () => {
    const editor = begin();
    const { capabilities } = await editor.start({}, { workspaceFolders: null, processId: null });
    assert.equal(capabilities.workspace, undefined);
    await editor.open('src/a.ts', `analytics.track('Order Complete');\nanalytics.track('Order');\n`);
    await editor.pushed('src/a.ts', 1);
    const list = await editor.ask<CompletionList>('textDocument/completion', 'src/a.ts', 1, 20);
    const order = list.items.find(({ label }) => label === 'Order Completed');
    assert.equal((order?.textEdit as { newText: string }).newText, `Order Completed', { order_id: '' }`);
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', 'src/a.ts', 0, 0, {
      range: range(0, 20, 0, 20),
      context: { diagnostics: [] },
    });
    const changes = actions[0]?.edit?.changes ?? {};
    assert.deepEqual(
      changes[editor.uri('src/a.ts')]?.map(({ newText }) => newText),
      [`'Order Completed'`],
    );
    const asked = editor.heard.filter(
      method => method !== 'textDocument/publishDiagnostics' && method !== 'window/logMessage',
    );
    assert.deepEqual(asked, [], 'it is asked for nothing that it does not know');
    await editor.stop();
  });

  test('edits name the version that they are for, and are refused when that is gone', async () => {
    const editor = begin();
    await editor.start(modern);
    await ready(editor);
    await editor.open('src/a.ts', `analytics.track('Product Vewed');\n`, 5);
    const ask = () =>
      editor.ask<CodeAction[]>('textDocument/codeAction', 'src/a.ts', 0, 0, {
        range: range(0, 20, 0, 20),
        context: { diagnostics: [] },
      });
    const [action] = await ask();
    assert.equal(action?.edit, undefined);
    const resolved = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    assert.deepEqual(documentsOf(resolved.edit), [{ uri: editor.uri('src/a.ts'), version: 5 }]);
    await editor.edit('src/a.ts', 6, { range: range(0, 0, 0, 0), text: '/**/' });
    await assert.rejects(editor.connection.sendRequest('codeAction/resolve', action), { code: -32801 });
    await editor.stop();
  });

  test('follows folders that are added and removed', async () => {
    // A repository of its own: what lies beside it is no part of the same project.
    const editor = begin({ 'src/.git/HEAD': '', 'more/tracking-plan.yaml': 'events: { Cart Viewed: {} }\n' });
    const uri = (name: string) => editor.uri(name);
    await editor.start(modern, { workspaceFolders: [{ uri: uri('src'), name: 'src' }] });
    const find = () => editor.connection.sendRequest<Location[]>('workspace/symbol', { query: 'Cart' });
    assert.deepEqual(await find(), []);
    const change = (event: object) =>
      editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await change({ added: [{ uri: uri('more'), name: 'more' }], removed: [] });
    while ((await find()).length === 0) await pause();
    await change({ added: [], removed: [{ uri: uri('more'), name: 'more' }] });
    while ((await find()).length > 0) await pause();
    await editor.stop();
  });

  test('one file is one file, however its address is spelled', async () => {
    const editor = begin({ 'src/a b.ts': `analytics.track('Product Viewed');\n` });
    await editor.start({});
    const uri = editor.uri('src/a b.ts').replace('%20', '%20').replace('/src/', '/%73rc/');
    const text = `analytics.track('Product Vewed');\n`;
    const textDocument = { uri, languageId: 'typescript', version: 1, text };
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
    await editor.until(() => editor.published.some(each => each.uri === uri && each.diagnostics.length === 1));
    const context = { includeDeclaration: false };
    const places = await editor.ask<Location[]>('textDocument/references', 'tracking-plan.yaml', 5, 4, { context });
    assert.deepEqual(places, [], 'the text on disk does not count while the document is open');
    await editor.stop();
  });

  test('tells its status to an editor that knows it, and progress to one that shows it', async () => {
    const editor = begin();
    await editor.start(modern, { initializationOptions: { commands: [] } });
    await editor.until(() => editor.heard.includes('tracklint/status'));
    assert.ok(editor.heard.includes('window/workDoneProgress/create'));
    await editor.stop();
  });

  test('documents that are no files, and languages that it does not know, are no trouble', async () => {
    const editor = begin();
    await editor.start(modern);
    await ready(editor);
    for (const uri of ['untitled:Untitled-1', 'git:/a.ts?ref', 'file:///%zz', editor.uri('a.unknown'), 'nonsense']) {
      const textDocument = { uri, languageId: 'x', version: 1, text: `analytics.track('Nope');` };
      await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
      const report = await editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      assert.equal(report.kind, 'full', uri);
    }
    assert.equal(await editor.stop(), 0);
  });
});

/** Waits until the workspace has been read: before that, nothing that needs all of it is said. */
async function ready(editor: TestEditor): Promise<void> {
  for (;;) {
    const found = await editor.connection.sendRequest<Location[]>('workspace/symbol', { query: '' });
    const lenses = await editor.ask<{ data: unknown }[]>('textDocument/codeLens', 'tracking-plan.yaml');
    const [lens] = lenses;
    const title = lens
      ? await editor.connection.sendRequest<{ command: { title: string } }>('codeLens/resolve', lens)
      : undefined;
    if (found.length > 0 && title?.command.title !== '…') return;
    await pause();
  }
}

function pull(editor: TestEditor, name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return editor.ask('textDocument/diagnostic', name, 0, 0, previousResultId === undefined ? {} : { previousResultId });
}

function documentsOf(edit: WorkspaceEdit | undefined): unknown[] {
  return (edit?.documentChanges ?? []).map(change => ('textDocument' in change ? change.textDocument : undefined));
}

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

function frame(message: object): string {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 20));
}
