import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { commands, EndOfLine, ViewColumn, window, type TextDocument } from 'vscode';
import { closeAll, diagnostics, eventually, expectFindings, fileUri, open, replace, ruleOf } from './support.ts';

const finding = ["missing-property: 'Product Viewed'"];

describe('over time', () => {
  afterEach(closeAll);

  it('comes back after the server died, with the same findings', async () => {
    const document = await open('src/catalogue.ts');
    await expectFindings(document, finding);
    const [old] = serverProcesses();
    assert.ok(old);
    process.kill(old, 'SIGKILL');
    await eventually(() => {
      const [next] = serverProcesses();
      assert.ok(next !== undefined && next !== old);
    });
    await expectFindings(document, finding);
    await replace(document, "'Product Viewed'", "'Product View'");
    await expectFindings(document, ["misnamed-event: 'Product View'"]);
  });

  it('starts anew on request, with the same findings', async () => {
    const document = await open('src/catalogue.ts');
    const before = serverProcesses();
    await commands.executeCommand('tracklint.restart');
    assert.notDeepEqual(serverProcesses(), before);
    await expectFindings(document, finding);
  });

  it('outlives a change of line ends, in code and plan', async () => {
    const document = await open('src/catalogue.ts');
    await expectFindings(document, finding);
    const plan = await open('tracking-plan.yaml');
    for (const end of [EndOfLine.CRLF, EndOfLine.LF]) {
      for (const each of [document, plan]) {
        const editor = await window.showTextDocument(each);
        assert.ok(
          await editor.edit(edit => {
            edit.setEndOfLine(end);
          }),
        );
      }
      await replace(document, "'Product Viewed'", "'Product View'");
      await expectFindings(document, ["misnamed-event: 'Product View'"]);
      await replace(document, "'Product View'", "'Product Viewed'");
      await replace(plan, 'sku: { type: string, required: true', 'sku: { type: string');
      await expectFindings(document, []);
      await replace(plan, 'sku: { type: string', 'sku: { type: string, required: true');
      await expectFindings(document, finding);
      assert.equal(document.getText().includes('\r\n'), end === EndOfLine.CRLF);
    }
  });

  it('shows a plan in two editors at once, with the same findings and one text', async () => {
    const plan = await open('tracking-plan.yaml');
    await window.showTextDocument(plan, ViewColumn.Beside);
    assert.equal(window.visibleTextEditors.filter(editor => editor.document === plan).length, 2);
    await replace(plan, 'total: { type: number', 'total: { type: nmber');
    await eventually(() => {
      assert.equal(diagnostics(plan).filter(each => plan.getText(each.range) === 'nmber').length, 1);
    });
    await replace(plan, 'total: { type: nmber', 'total: { type: number');
    await eventually(() => {
      assert.ok(!diagnostics(plan).some(each => ruleOf(each) === 'invalid-plan'));
    });
  });

  it('sees what other programs write', async () => {
    const document = await open('src/catalogue.ts');
    await expectFindings(document, finding);
    const plan = fileUri('tracking-plan.yaml').fsPath;
    const text = readFileSync(plan, 'utf8');
    writeFileSync(plan, text.replace('sku: { type: string, required: true', 'sku: { type: string'));
    await expectFindings(document, []);
    writeFileSync(plan, text);
    await expectFindings(document, finding);
  });

  it('obeys the configuration as soon as it is there', async () => {
    const document = await open('src/catalogue.ts');
    await expectFindings(document, finding);
    const config = fileUri('.tracklint.yaml').fsPath;
    writeFileSync(config, 'rules:\n  missing-property: off\n');
    await expectFindings(document, []);
    rmSync(config);
    await expectFindings(document, finding);
  });

  it('opens the plan and a new configuration', async () => {
    await commands.executeCommand('tracklint.openPlan');
    assert.equal(shown().fileName, fileUri('tracking-plan.yaml').fsPath);
    await closeAll();
    await commands.executeCommand('tracklint.createPlan');
    assert.equal(shown().fileName, fileUri('tracking-plan.yaml').fsPath);
    await commands.executeCommand('tracklint.openConfig');
    assert.ok(shown().isUntitled);
    await expectFindings(shown(), []);
  });
});

function shown(): TextDocument {
  const editor = window.activeTextEditor;
  assert.ok(editor);
  return editor.document;
}

/** Process ids of the servers that this extension host has started. */
function serverProcesses(): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(id => isServer(id));
}

function isServer(id: number): boolean {
  try {
    const parent = Number(
      readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[1],
    );
    return parent === process.pid && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('dist/server.js');
  } catch {
    // It ended while we looked.
    return false;
  }
}
