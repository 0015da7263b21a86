import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { commands, window, type TextDocument } from 'vscode';
import { closeAll, eventually, expectFindings, fileUri, open, replace } from './support.ts';

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
