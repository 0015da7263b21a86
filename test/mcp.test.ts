/** `tracklint mcp` as a process, asked by the protocol's own client. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

suite('tracklint mcp', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracklint-mcp-'));
  const client = new Client({ name: 'test', version: '1.0.0' });
  let log = '';

  before(async () => {
    cpSync('test/examples/shop', folder, { recursive: true });
    const args = [resolve('out/test/tracklint.js'), 'mcp'];
    const transport = new StdioClientTransport({ command: process.execPath, args, cwd: folder, stderr: 'pipe' });
    transport.stderr?.on('data', data => (log += String(data)));
    await client.connect(transport);
  });

  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true });
  });

  test('offers its tools, which only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['find_events', 'describe_event', 'check_code', 'list_uncovered', 'propose_event'],
    );
    assert.ok(tools.every(({ annotations, inputSchema }) => annotations?.readOnlyHint && inputSchema.properties));
    assert.match(client.getInstructions() ?? '', /tracking plan/);
  });

  test('finds and describes events', async () => {
    assert.match(await ask('find_events', { query: 'coupon' }), /^- Coupon Applied \(track, active, checkout-team\)/);
    assert.match(
      await ask('describe_event', { name: 'Coupon Applied' }),
      /Sent at apps\/web\/src\/components\/coupon-field\.tsx:\d+/,
    );
  });

  test('checks a file as it is now on disk, and a snippet', async () => {
    const path = 'apps/web/src/new.ts';
    const code = (name: string) => `import { track } from './analytics';\ntrack('${name}');\n`;
    writeFileSync(join(folder, path), code('Carts Viewed'));
    assert.match(await ask('check_code', { path }), /unknown-event: .*"Cart Viewed"/);
    writeFileSync(join(folder, path), code('Cart Viewed'));
    assert.doesNotMatch(await ask('check_code', { path }), /unknown-event/);
    assert.match(await ask('check_code', { path, code: code('Unheard Of') }), /unknown-event/);
    assert.doesNotMatch(await ask('check_code', { path }), /unknown-event/);
  });

  test('lists what is not covered, and proposes an event', async () => {
    assert.match(await ask('list_uncovered', {}), /Sent, and not planned[^]*- account_created at/);
    assert.match(await ask('propose_event', { name: 'Cart Emptied' }), /Put this into tracking-plan\.yaml:\d+/);
  });

  test('says in words what it cannot do', async () => {
    const result = await client.callTool({ name: 'no_such_tool', arguments: {} });
    assert.equal(result.isError, true);
    assert.equal(log, '');
  });

  async function ask(name: string, input: Record<string, unknown>): Promise<string> {
    const result = await client.callTool({ name, arguments: input });
    assert.ok(!result.isError);
    const [part] = result.content as readonly { readonly type: string; readonly text: string }[];
    return part?.text ?? '';
  }
});
