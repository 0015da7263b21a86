/** Two roots, three plans, and a git branch switch under an open editor: it ends with exactly the findings of a cold start. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { suite, test } from 'node:test';
import type { DocumentDiagnosticReport, Location } from 'vscode-languageserver/node';
import type { PlanTree } from '../server/src/lsp/protocol.ts';
import { modern, TestEditor } from './support/test-editor.ts';

const fileCount = 500;
const apps = 'apps';
const services = 'services';

const plans = {
  [`${apps}/tracking-plan.yaml`]:
    'events:\n  Order Completed: { properties: { order_id: { type: string, required: true } } }\n',
  [`${apps}/admin/tracking-plan.yaml`]: 'events:\n  User Blocked: {}\n',
  [`${services}/tracking-plan.yaml`]: 'events:\n  Order Completed: {}\n  Mail Sent: {}\n',
};

const plansOfOther = {
  ...plans,
  [`${apps}/tracking-plan.yaml`]:
    'events:\n  Order Completed: { properties: { order_id: { type: number, required: true } } }\n',
  [`${services}/tracking-plan.yaml`]: 'events:\n  Order Completed: {}\n  Mail Delivered: {}\n',
};

const folders = [`${apps}/shop`, `${apps}/admin`, services];
const events = ['Order Completed', 'User Blocked', 'Mail Sent', 'Mail Delivered', 'Unheard Of'];

/** Every file differs between the branches; some are there on one of them only. */
function codeOf(branch: number): Readonly<Record<string, string>> {
  const files = Array.from({ length: fileCount + 20 }, (_, index) => {
    const name = `${folders[index % folders.length] ?? ''}/file-${index}.ts`;
    const event = events[(index + branch) % events.length] ?? '';
    const imported = `import { NAMES } from './names-${index % 7}';\nanalytics.track(NAMES.first);\n`;
    const text = `// On branch ${branch}.\nanalytics.track('${event}', { order_id: ${index % 2 ? "'1'" : '1'} });\n`;
    return [name, index % 3 === branch ? imported + text : text] as const;
  });
  const names = folders.flatMap(folder =>
    Array.from(
      { length: 7 },
      (_, index) =>
        [
          `${folder}/names-${index}.ts`,
          `export const NAMES = { first: '${events[(index * 2 + branch) % events.length] ?? ''}' } as const;\n`,
        ] as const,
    ),
  );
  const present = branch === 0 ? files.slice(0, fileCount) : files.slice(20);
  return Object.fromEntries([...present, ...names]);
}

suite('a git branch switch', { timeout: 180_000 }, () => {
  test('over five hundred files ends with the findings of a cold start, there and back', async context => {
    const main = { ...plans, ...codeOf(0) };
    const other = { ...plansOfOther, ...codeOf(1) };
    const editor = new TestEditor(main);
    context.after(() => editor.process.kill());
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
        cwd: editor.folder,
        encoding: 'utf8',
      });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message', 'main');
    git('checkout', '--quiet', '-b', 'other');
    for (const name of Object.keys(main)) if (!(name in other)) git('rm', '--quiet', name);
    for (const [name, text] of Object.entries(other)) editor.write(name, text);
    git('add', '.');
    git('commit', '--quiet', '--message', 'other');
    git('checkout', '--quiet', 'main');

    await begin(editor);
    await openSome(editor, main);
    const names = [...new Set([...Object.keys(main), ...Object.keys(other)])];
    const before = await findings(editor, names);
    assert.ok([...before.values()].flat().length > fileCount / 2, 'there is much to find');

    await switchTo('other', other);
    const after = await settled(editor, names, await coldStart(editor.folder, names));
    assert.notDeepEqual(after, before);
    await switchTo('main', main);
    await settled(editor, names, before);
    assert.equal(await editor.stop(), 0);

    /** What git changes, and what an editor then tells: files that changed on disk, and new texts of open documents. */
    async function switchTo(branch: string, texts: Readonly<Record<string, string>>): Promise<void> {
      const changed = git('diff', '--name-status', '--no-renames', 'HEAD', branch).trim().split('\n');
      assert.ok(changed.length >= fileCount, `${changed.length} files change`);
      git('checkout', '--quiet', branch);
      const types = { A: 1, M: 2, D: 3 } as const;
      const changes = changed.map(line => {
        const [letter = 'M', name = ''] = line.split('\t');
        return { uri: editor.uri(name), type: types[letter as keyof typeof types] };
      });
      for (const name of openNames) await editor.edit(name, ++version, { text: texts[name] ?? '' });
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    }
  });
});

/** There on both branches. */
const openNames = [`${apps}/tracking-plan.yaml`, `${apps}/admin/file-100.ts`, `${services}/file-200.ts`];
let version = 1;

async function begin(editor: TestEditor): Promise<void> {
  const workspaceFolders = [apps, services].map(name => ({ uri: editor.uri(name), name }));
  await editor.start(modern, { workspaceFolders, rootUri: null });
  for (;;) {
    const { isComplete, plans } = await editor.connection.sendRequest<PlanTree>('tracklint/planTree', {});
    if (isComplete && plans.length === 3) return;
  }
}

async function openSome(editor: TestEditor, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const name of openNames) await editor.open(name, texts[name] ?? '');
}

/** A server that has seen nothing else than what is on disk now. */
async function coldStart(folder: string, names: readonly string[]): Promise<Findings> {
  const editor = new TestEditor({}, folder);
  await begin(editor);
  const found = await findings(editor, names);
  await editor.leave();
  return found;
}

type Findings = ReadonlyMap<string, readonly string[]>;

/** All findings of all files, and who sends each event. */
async function findings(editor: TestEditor, names: readonly string[]): Promise<Findings> {
  const found = new Map<string, readonly string[]>();
  for (const name of names) {
    const report = await editor.ask<DocumentDiagnosticReport>('textDocument/diagnostic', name);
    assert.ok(report.kind === 'full');
    const lines = report.items.map(
      ({ range, code, message }) =>
        `${range.start.line}:${range.start.character} ${code ?? ''} ${JSON.stringify(message)}`,
    );
    if (lines.length > 0) found.set(name, lines);
  }
  const uses = await editor.ask<Location[]>('textDocument/references', `${services}/tracking-plan.yaml`, 1, 5, {
    context: { includeDeclaration: false },
  });
  found.set(
    'references',
    uses.map(({ uri, range }) => `${uri.slice(editor.uri('').length)}:${range.start.line}`).sort(),
  );
  return found;
}

/** What is left to read after a change comes in beside the requests. */
async function settled(editor: TestEditor, names: readonly string[], expected: Findings): Promise<Findings> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await findings(editor, names);
    try {
      assert.deepEqual(found, expected);
      return found;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
