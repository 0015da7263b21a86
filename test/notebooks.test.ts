/** Cells of notebooks, and documents that were never saved: what the editor names otherwise than the engine does. */
import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  Location,
  LocationLink,
  SemanticTokens,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { OpenDocuments } from '../server/src/lsp/documents.ts';
import { cellFiles } from '../server/src/lsp/notebook.ts';
import { cellLanguages, endingOf, fileOf } from '../server/src/lsp/unfiled.ts';
import { languageOf } from '../server/src/code/languages/index.ts';
import { modern, TestEditor } from './support/test-editor.ts';

const plan = `events:
  Order Completed:
    properties:
      order_id: { type: string, required: true }
  Product Viewed: {}
`;

const capabilities = {
  ...modern,
  textDocument: { ...modern.textDocument, definition: { linkSupport: true } },
  notebookDocument: { synchronization: {} },
};

let editor: TestEditor | undefined;

afterEach(() => {
  editor?.process.kill();
  editor = undefined;
});

async function begin(more: typeof capabilities | object = capabilities): Promise<TestEditor> {
  editor = new TestEditor({ 'tracking-plan.yaml': plan, 'src/other.ts': '' });
  await editor.start(more);
  await ready(editor);
  return editor;
}

suite('cells of a notebook', { timeout: 600_000 }, () => {
  const cells = [
    'import segment.analytics as analytics',
    '%pip install pandas\nNAME = "Product Viewd"',
    'analytics.track("u", NAME)\nanalytics.track("u", "Order Completd")',
  ];

  test('see what those above them import and declare', async () => {
    const editor = await begin();
    await openNotebook(editor, cells);
    assert.deepEqual(await found(editor, 0), []);
    assert.deepEqual(await found(editor, 1), []);
    assert.deepEqual(await found(editor, 2), ['0:21 unknown-event', '1:21 unknown-event']);
  });

  test('follow what is typed, added and deleted', async () => {
    const editor = await begin();
    await openNotebook(editor, cells);
    const first = await pull(editor, 2);
    const textContent = [
      { document: { uri: cell(1), version: 2 }, changes: [{ text: '\n\nNAME = "Product Viewed"' }] },
    ];
    await changeNotebook(editor, 2, { textContent });
    assert.deepEqual(await found(editor, 2), ['1:21 unknown-event']);
    const second = await pull(editor, 2, first.resultId);
    assert.equal(second.kind, 'full');
    assert.equal((await pull(editor, 2, second.resultId)).kind, 'unchanged');
    const structure = { array: { start: 0, deleteCount: 1 }, didClose: [{ uri: cell(0) }] };
    await changeNotebook(editor, 3, { structure });
    assert.deepEqual(await found(editor, 2), []);
    const item = { uri: cell(7), languageId: 'python', version: 1, text: cells[0] };
    const array = { start: 0, deleteCount: 0, cells: [{ kind: 2, document: cell(7) }] };
    await changeNotebook(editor, 4, { structure: { array, didOpen: [item] } });
    assert.deepEqual(await found(editor, 2), ['1:21 unknown-event']);
    await editor.connection.sendNotification('notebookDocument/didClose', {
      notebookDocument: { uri: notebook(editor) },
      cellTextDocuments: [7, 1, 2].map(index => ({ uri: cell(index) })),
    });
    assert.deepEqual(await found(editor, 2), []);
  });

  test('are completed, explained and repaired in their own lines', async () => {
    const editor = await begin();
    await openNotebook(editor, cells);
    const ask = <T>(method: string, line: number, character: number, more: object = {}): Promise<T> =>
      editor.connection.sendRequest<T>(method, {
        textDocument: { uri: cell(2) },
        position: { line, character },
        ...more,
      });
    const { items } = await ask<CompletionList>('textDocument/completion', 1, 24);
    const item = items.find(({ label }) => label === 'Order Completed');
    assert.deepEqual(item?.textEdit && 'range' in item.textEdit && item.textEdit.range.start.line, 1);
    const [report] = (await pull(editor, 2)).items.slice(1);
    assert.ok(report);
    const actions = await ask<CodeAction[]>('textDocument/codeAction', 0, 0, {
      range: report.range,
      context: { diagnostics: [report] },
    });
    const fix = actions.find(({ title }) => title.includes('Order Completed'));
    assert.ok(fix);
    const { edit } = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', fix);
    assert.deepEqual(edit?.documentChanges, [
      {
        textDocument: { uri: cell(2), version: 1 },
        edits: [{ range: range(1, 21, 1, 37), newText: '"Order Completed"' }],
      },
    ]);
  });

  test('are found from the plan, and renamed with it', async () => {
    const editor = await begin();
    await openNotebook(editor, [
      cells[0] ?? '',
      'analytics.track("u", "Product Viewed")',
      '#\nanalytics.track("u", "Product Viewed")',
    ]);
    const context = { includeDeclaration: false };
    const places = await editor.ask<Location[]>('textDocument/references', 'tracking-plan.yaml', 4, 4, { context });
    assert.deepEqual(places.map(({ uri, range }) => [uri, range.start.line]).sort(), [
      [cell(1), 0],
      [cell(2), 1],
    ]);
    const renamed = await editor.ask<WorkspaceEdit>('textDocument/rename', 'tracking-plan.yaml', 4, 4, {
      newName: 'Product Seen',
    });
    const touched = (renamed.documentChanges ?? []).flatMap(change =>
      'edits' in change ? [[change.textDocument.uri, change.textDocument.version, change.edits.length]] : [],
    );
    assert.deepEqual(touched.sort(), [
      [editor.uri('tracking-plan.yaml'), null, 1],
      [cell(1), 1, 1],
      [cell(2), 1, 1],
    ]);
    const textDocument = { uri: cell(2) };
    const position = { line: 1, character: 25 };
    const [link] = await editor.connection.sendRequest<LocationLink[]>('textDocument/definition', {
      textDocument,
      position,
    });
    assert.equal(link?.targetUri, editor.uri('tracking-plan.yaml'));
    assert.deepEqual([link.originSelectionRange?.start.line, link.targetSelectionRange.start.line], [1, 4]);
    const highlights = await editor.connection.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument,
      position,
    });
    assert.deepEqual(
      highlights.map(each => each.range.start.line),
      [1],
    );
    const tokens = await editor.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    assert.deepEqual(tokens.data, [1, 22, 14, 0, 0]);
  });

  test('are told what is wrong in them where the editor does not ask', async () => {
    const editor = await begin({ notebookDocument: capabilities.notebookDocument });
    await openNotebook(editor, cells);
    const pushed = await editor.until(() =>
      editor.published.find(({ uri, diagnostics }) => uri === cell(2) && diagnostics.length === 2),
    );
    assert.equal(pushed.version, 1);
    assert.deepEqual(pushed.diagnostics.map(text), ['0:21 unknown-event', '1:21 unknown-event']);
  });

  test('of several languages are files of their own', () => {
    const files = cellFiles('file:///a.ipynb', [
      { uri: 'a', language: 'python', text: '!ls\nx = 1\r\n' },
      { uri: 'b', language: 'javascript', text: 'let y;' },
      { uri: 'c', language: 'python', text: '%%bash\nls %x' },
      { uri: 'd', language: 'python', text: '%%time\nz = 3 %2' },
      { uri: 'e', language: 'sql', text: 'select' },
    ]);
    assert.deepEqual(files, [
      {
        uri: 'file:///a.ipynb.js',
        text: 'let y;',
        cells: [{ uri: 'b', line: 0, end: 1 }],
      },
      {
        uri: 'file:///a.ipynb.py',
        text: '\nx = 1\r\n\n\n\n\nz = 3 %2',
        cells: [
          { uri: 'a', line: 0, end: 3 },
          { uri: 'c', line: 3, end: 5 },
          { uri: 'd', line: 5, end: 7 },
        ],
      },
    ]);
  });
});

suite('documents that were never saved', { timeout: 600_000 }, () => {
  test('belong to the first folder', async () => {
    const editor = await begin();
    const uri = 'untitled:Untitled-1';
    const code = `import { analytics } from './a';\nwindow.analytics.track('Order Completd');\n`;
    const textDocument = { uri, languageId: 'typescript', version: 1, text: code };
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
    const report = await editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
    });
    assert.ok(report.kind === 'full');
    assert.deepEqual(report.items.map(text), ['1:23 unknown-event']);
    const position = { line: 1, character: 26 };
    const params = { textDocument: { uri }, position };
    const { items } = await editor.connection.sendRequest<CompletionList>('textDocument/completion', params);
    assert.ok(items.some(({ label }) => label === 'Order Completed'));
    const { edit } = await preferred(editor, uri, report.items[0]);
    assert.deepEqual(edit?.documentChanges, [
      { textDocument: { uri, version: 1 }, edits: [{ range: range(1, 23, 1, 39), newText: `'Order Completed'` }] },
    ]);
  });

  test('count as the file that they are going to be saved as', async () => {
    const editor = await begin();
    const uri = editor.uri('.tracklint.yaml').replace('file://', 'untitled:');
    const textDocument = { uri, languageId: 'yaml', version: 1, text: 'rules:\n  unknwn-event: off\n' };
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
    const report = await editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
    });
    assert.ok(report.kind === 'full');
    assert.deepEqual(report.items.map(text), ['1:2 invalid-config']);
  });

  test('have names of their own in the engine', () => {
    const folders = ['file:///home/a%20b', 'vscode-vfs://github/o/r/'];
    const names: readonly (readonly [string, string | undefined, string])[] = [
      ['untitled:Untitled-1', '.py', 'file:///home/a%20b/Untitled-1.py'],
      ['untitled:Untitled-1', undefined, 'untitled:Untitled-1'],
      ['untitled:Untitled-1.ipynb', '', 'file:///home/a%20b/Untitled-1.ipynb'],
      ['untitled:/home/x.ts', '.ts', 'file:///home/x.ts'],
      ['untitled:/o/r/x.ts', '.ts', 'vscode-vfs://github/o/r/x.ts'],
      ['untitled://local/o/x.ts', '.ts', 'file:///o/x.ts'],
      ['file:///%41.ts', '.ts', 'file:///A.ts'],
    ];
    // `/o/r` is a folder of the second origin only.
    for (const [document, ending, file] of names) assert.equal(fileOf(document, ending, folders), file, document);
    assert.equal(fileOf('untitled:Untitled-1', '.py', []), 'untitled:Untitled-1');
    for (const language of cellLanguages) assert.equal(languageOf(`a${endingOf(language) ?? ''}`)?.id, language);
  });

  test('that are closed are gone', () => {
    const documents = new OpenDocuments(() => ['file:///w']);
    const { file } = documents.open({ uri: 'untitled:U', languageId: 'python', version: 3, text: 'x' });
    assert.equal(documents.version(file), 3);
    assert.deepEqual(documents.close('untitled:U'), { file, text: undefined });
    assert.equal(documents.version(file), null);
    assert.equal(documents.text(file), undefined);
    assert.equal(documents.needTranslation, false);
  });
});

function cell(index: number): string {
  return `vscode-notebook-cell:/project/a.ipynb#W${index}`;
}

function notebook(editor: TestEditor): string {
  return editor.uri('analysis/a.ipynb');
}

function openNotebook(editor: TestEditor, texts: readonly string[]): Promise<void> {
  return editor.connection.sendNotification('notebookDocument/didOpen', {
    notebookDocument: {
      uri: notebook(editor),
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: texts.map((_, index) => ({ kind: 2, document: cell(index) })),
    },
    cellTextDocuments: texts.map((text, index) => ({ uri: cell(index), languageId: 'python', version: 1, text })),
  });
}

function changeNotebook(editor: TestEditor, version: number, cells: object): Promise<void> {
  const notebookDocument = { uri: notebook(editor), version };
  return editor.connection.sendNotification('notebookDocument/didChange', { notebookDocument, change: { cells } });
}

async function pull(editor: TestEditor, index: number, previousResultId?: string) {
  const textDocument = { uri: cell(index) };
  const report = await editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument,
    ...(previousResultId !== undefined && { previousResultId }),
  });
  return { items: [] as Diagnostic[], ...report };
}

async function found(editor: TestEditor, index: number): Promise<string[]> {
  return (await pull(editor, index)).items.map(text);
}

function text({ range, code }: Diagnostic): string {
  return `${range.start.line}:${range.start.character} ${code}`;
}

async function preferred(editor: TestEditor, uri: string, finding: Diagnostic | undefined): Promise<CodeAction> {
  const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: finding?.range,
    context: { diagnostics: [finding] },
  });
  const action = actions.find(({ isPreferred }) => isPreferred);
  assert.ok(action);
  return editor.connection.sendRequest<CodeAction>('codeAction/resolve', action);
}

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

/** Waits until the workspace has been read. */
async function ready(editor: TestEditor): Promise<void> {
  while ((await editor.connection.sendRequest<Location[]>('workspace/symbol', { query: '' })).length === 0)
    await new Promise(resolve => setTimeout(resolve, 20));
}
