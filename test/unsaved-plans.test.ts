/** What an open plan breaks before it is saved: in the engine, and as the editor is told. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Status } from '../server/src/lsp/protocol.ts';
import { UnsavedPlanChecks } from '../server/src/lsp/unsaved-plans.ts';
import { openBuffers } from './support/open-buffers.ts';
import { modern, TestEditor } from './support/test-editor.ts';

const plan = `events:
  Order Completed: { properties: { total: { type: number }, size: { type: string, enum: [S, M] } } }
  Order Refunded: {}
`;
const code = `analytics.track('Order Completed', { total: 1, size: 'S' });
analytics.track('Order Completed', { size: 'M', ...rest });
analytics.track('Order Completed', { total: 2 });
analytics.track('Order Completed', { totl: 2 });
analytics.track('Order Refunded');
`;

suite('plans that are not saved', () => {
  const uri = 'file:///tracking-plan.yaml';

  async function look(unsaved: string): Promise<unknown> {
    const workspace = await openBuffers([
      { uri, text: unsaved },
      { uri: 'file:///a.ts', text: code },
    ]);
    const checks = new UnsavedPlanChecks({ readFile: () => Promise.resolve(plan) });
    const first = await checks.look(workspace.snapshot, [uri, 'file:///a.ts']);
    assert.deepEqual(await checks.look(workspace.snapshot, [uri]), first);
    return first;
  }

  for (const [title, unsaved, expected] of [
    ['nothing, where all is saved', plan, undefined],
    ['nothing, where only words change', plan.replace('{}', '{ description: Paid back. }'), { breaking: 0, calls: 0 }],
    [
      'a required property: of the calls that surely lack it',
      plan.replace('[S, M]', '[S, M], required: true'),
      { breaking: 1, calls: 2 },
    ],
    ['a value that is gone: of the calls that send it', plan.replace('[S, M]', '[S]'), { breaking: 1, calls: 1 }],
    ['a type', plan.replace('number', 'string'), { breaking: 1, calls: 2 }],
    ['an event that has another name', plan.replace('Order Refunded', 'Order Paid Back'), { breaking: 1, calls: 1 }],
    ['both events', 'events: { Other: {} }\n', { breaking: 2, calls: 5 }],
  ] as const) {
    test(title, async () => {
      assert.deepEqual(await look(unsaved), expected);
    });
  }

  test('the status tells of them, until they are saved', async () => {
    const editor = new TestEditor({ 'tracking-plan.yaml': plan, 'a.ts': code });
    const told: (Status['unsaved'] | 'saved')[] = [];
    let go: () => void = () => undefined;
    editor.connection.onNotification('tracklint/status', ({ state, unsaved }: Status) => {
      if (state === 'ready') told.push(unsaved ?? 'saved');
      go();
    });
    const until = async (done: () => boolean): Promise<void> => {
      while (!done()) await new Promise<void>(resolve => (go = resolve));
    };
    await editor.start(modern, { initializationOptions: { commands: [] } });
    await editor.open('tracking-plan.yaml', plan);
    await until(() => told.at(-1) === 'saved');
    const edited = plan.replace('number', 'string');
    await editor.edit('tracking-plan.yaml', 2, { text: edited });
    await until(() => typeof told.at(-1) === 'object');
    assert.deepEqual(told.at(-1), { breaking: 1, calls: 2 });
    editor.write('tracking-plan.yaml', edited);
    const textDocument = { uri: editor.uri('tracking-plan.yaml') };
    await editor.connection.sendNotification('textDocument/didSave', { textDocument });
    await until(() => told.at(-1) === 'saved');
    assert.equal(await editor.stop(), 0);
  });
});
