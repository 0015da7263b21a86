import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotebookCellData, NotebookCellKind, NotebookData, NotebookEdit, NotebookRange } from 'vscode';
import { Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { NotebookDocument } from 'vscode';
import { closeAll, completionNames, expectFindings, placeAfter, replace, untitled } from './support.ts';

describe('in what is no file of the workspace', () => {
  afterEach(closeAll);

  it('checks the cells of a notebook as one program', async () => {
    const notebook = await openNotebook(
      [NotebookCellKind.Code, 'python', 'import segment.analytics as analytics'],
      [NotebookCellKind.Markup, 'markdown', '# track("Nope")'],
      [NotebookCellKind.Code, 'python', '%matplotlib inline\nanalytics.track("u1", "Order Complted")'],
      [NotebookCellKind.Code, 'python', 'analytics.track("u1", "Product View", {"sku": "a"})'],
    );
    const [first, , second, third] = notebook.getCells().map(({ document }) => document);
    assert.ok(first && second && third);
    await expectFindings(second, ['unknown-event: "Order Complted"']);
    await expectFindings(third, ['misnamed-event: "Product View"']);
    await replace(second, 'Order Complted', 'Product Shared');
    await expectFindings(second, []);
    await expectFindings(third, ['misnamed-event: "Product View"']);
    await replace(third, 'Product View', '');
    assert.ok((await completionNames(third, placeAfter(third, '"u1", "'))).includes('Product Viewed'));
    await deleteCell(notebook, 0);
    await replace(third, '""', '"Product View"');
    await expectFindings(third, []);
  });

  it('checks a document that was never saved', async () => {
    const document = await untitled('typescript', "window.analytics.track('Order Complted');\n");
    await expectFindings(document, ["unknown-event: 'Order Complted'"]);
    await replace(document, 'Order Complted', '');
    assert.ok((await completionNames(document, placeAfter(document, "track('"))).includes('Order Completed'));
  });

  it('checks a file of another project by the plan beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tracklint-other-'));
    try {
      mkdirSync(join(folder, 'src'));
      writeFileSync(join(folder, 'tracking-plan.yaml'), 'events:\n  Car Stopped: {}\n');
      writeFileSync(join(folder, 'src', 'a.ts'), "window.analytics.track('Car Stoped');\n");
      const document = await workspace.openTextDocument(Uri.file(join(folder, 'src', 'a.ts')));
      await window.showTextDocument(document);
      await expectFindings(document, ["misnamed-event: 'Car Stoped'"]);
      assert.ok((await completionNames(document, placeAfter(document, "track('"))).includes('Car Stopped'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

async function openNotebook(
  ...cells: readonly (readonly [NotebookCellKind, string, string])[]
): Promise<NotebookDocument> {
  const data = new NotebookData(cells.map(([kind, language, text]) => new NotebookCellData(kind, text, language)));
  const notebook = await workspace.openNotebookDocument('jupyter-notebook', data);
  await window.showNotebookDocument(notebook);
  return notebook;
}

async function deleteCell(notebook: NotebookDocument, index: number): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.set(notebook.uri, [NotebookEdit.deleteCells(new NotebookRange(index, index + 1))]);
  assert.ok(await workspace.applyEdit(edit));
}
