/** The second wave as an editor sees it: over the wire, with a project on disk and TypeScript's checker behind the server. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeParams,
} from 'vscode-languageserver/node';
import type { TypeChecker } from '../server/src/base/type-checker.ts';
import type { Status } from '../server/src/lsp/protocol.ts';
import { statusNotification } from '../server/src/lsp/protocol.ts';
import { startServer } from '../server/src/lsp/server.ts';
import { nodeHost } from '../server/src/node/host.ts';
import { findTypeScript } from '../server/src/node/type-checker/find-typescript.ts';
import { NodeTypeChecker } from '../server/src/node/type-checker.ts';

const options = findTypeScript(process.cwd(), { trusted: false }) ? {} : { skip: 'no TypeScript 7 is installed' };

const plan = `version: 1
events:
  Order Completed:
    properties:
      total: { type: number, required: true }
`;
const cart = `export const total = () => ['10'].map(n => n)[0];`;
const inferred = `import { total } from './cart';
export const done = () => {
  analytics.track('Order Completed', { total: total() });
};
`;

suite('typed findings in an editor', options, () => {
  test('come after the others, follow every edit, and end with the session', async () => {
    const editor = await startEditor({ 'src/cart.ts': cart });
    await editor.open('src/track.ts', inferred);
    assert.deepEqual(await editor.nextFindings('src/track.ts'), ['wrong-type 2:46-2:53']);

    editor.change('src/track.ts', inferred.replace('total()', 'Number(total())'));
    assert.deepEqual(await editor.findings('src/track.ts'), []);

    editor.change('src/track.ts', inferred);
    assert.deepEqual(await editor.nextFindings('src/track.ts'), ['wrong-type 2:46-2:53']);

    await editor.open('src/cart.ts', `export const total = () => [10].map(n => n)[0];`);
    assert.deepEqual(await editor.nextFindings('src/track.ts'), []);
    const processes = editor.processes();
    assert.equal(processes.length, 1);
    await editor.stop();
    for (const pid of processes) assert.throws(() => process.kill(pid, 0), 'its process has ended');
  });

  test('stay away without a checker, and the status says so', async () => {
    const editor = await startEditor({ 'src/cart.ts': cart }, { hasChecker: false });
    await editor.open('src/track.ts', inferred);
    assert.deepEqual(await editor.findings('src/track.ts'), []);
    assert.equal(
      (await editor.status()).types,
      'Types are known as far as declarations tell them. No type checker can run here.',
    );
    await editor.stop();
  });

  test('stay away in a workspace that is not trusted: no checker is even opened', async () => {
    const editor = await startEditor({ 'src/cart.ts': cart }, { trusted: false });
    await editor.open('src/track.ts', inferred);
    editor.change('src/track.ts', `${inferred}\n`);
    assert.deepEqual(await editor.findings('src/track.ts'), []);
    assert.match((await editor.status()).types, /The workspace is not trusted\.$/);
    await editor.stop();
    assert.equal(editor.opened(), 0);
  });

  test('stay away where no plan asks for them', async () => {
    const editor = await startEditor({ 'src/cart.ts': cart }, { hasPlan: false });
    await editor.open('src/track.ts', inferred);
    assert.deepEqual(await editor.findings('src/track.ts'), []);
    await editor.stop();
    assert.equal(editor.opened(), 0);
  });

  test('are there after a crash of the checker as before', async () => {
    const editor = await startEditor({ 'src/cart.ts': cart });
    await editor.open('src/track.ts', inferred);
    const before = await editor.nextFindings('src/track.ts');
    assert.deepEqual(before, ['wrong-type 2:46-2:53']);
    await editor.crash();
    assert.deepEqual(await editor.findings('src/track.ts'), before);
    editor.change('src/track.ts', inferred.replace('total()', '1 + 1'));
    assert.deepEqual(await editor.findings('src/track.ts'), []);
    editor.change('src/track.ts', inferred);
    assert.deepEqual(await editor.nextFindings('src/track.ts'), before);
    await editor.stop({ mayFail: true });
  });
});

interface Place {
  readonly hasChecker?: boolean;
  readonly hasPlan?: boolean;
  /** As the editor says it; undefined where it does not know of trust. */
  readonly trusted?: boolean;
}

async function startEditor(
  files: Readonly<Record<string, string>>,
  { hasChecker = true, hasPlan = true, trusted }: Place = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'tracklint-server-'));
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  mkdirSync(join(folder, 'src'));
  const compilerOptions = { strict: true, module: 'esnext', moduleResolution: 'bundler', target: 'esnext', types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  if (hasPlan) writeFileSync(join(folder, 'tracking-plan.yaml'), plan);
  writeFileSync(join(folder, 'src/track.ts'), 'export {};');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const log: string[] = [];
  const checkers: TypeChecker[] = [];
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
    nodeHost(line => log.push(line)),
    {
      after: (milliseconds, run) => void setTimeout(run, milliseconds),
      rulePage: () => undefined,
      ...(hasChecker && {
        openTypeChecker: given => {
          const checker = new NodeTypeChecker(given);
          checkers.push(checker);
          return Promise.resolve(checker);
        },
      }),
    },
  );
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const refreshes = new Signal();
  const statuses = new Signal<Status>();
  client.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes.fire();
  });
  client.onNotification(statusNotification, (status: Status) => {
    if (status.state === 'ready') statuses.fire(status);
  });
  client.listen();
  const params: Omit<InitializeParams, 'rootUri'> = {
    processId: null,
    workspaceFolders: [{ uri: uriOf(''), name: 'shop' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    initializationOptions: { commands: [], ...(trusted !== undefined && { trusted }) },
  };
  await client.sendRequest(InitializeRequest.method, params);
  await client.sendNotification(InitializedNotification.type, {});
  const status = await statuses.next;
  let version = 1;
  const processes = () => checkers.flatMap(checker => (checker instanceof NodeTypeChecker ? checker.processes : []));

  const findings = async (name: string): Promise<readonly string[]> => {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: uriOf(name) } });
    return report.kind === 'full' ? report.items.map(shown) : ['unchanged'];
  };
  return {
    findings,
    status: () => Promise.resolve(status),
    /** The findings once the server has said that they are others now. */
    nextFindings: async (name: string): Promise<readonly string[]> => {
      const before = await findings(name);
      for (;;) {
        await refreshes.next;
        const now = await findings(name);
        if (now.join() !== before.join()) return now;
      }
    },
    open: (name: string, text: string) =>
      client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uriOf(name), languageId: 'typescript', version, text },
      }),
    change: (name: string, text: string) =>
      void client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uriOf(name), version: ++version },
        contentChanges: [{ text }],
      }),
    processes,
    opened: () => checkers.length,
    crash: async () => {
      for (const pid of processes()) {
        process.kill(pid, 'SIGKILL');
        while (processes().includes(pid) && isAlive(pid)) await new Promise(resolve => setTimeout(resolve, 5));
      }
    },
    stop: async ({ mayFail = false } = {}) => {
      await client.sendRequest(ShutdownRequest.type);
      client.dispose();
      rmSync(folder, { recursive: true, force: true });
      assert.deepEqual(
        log.filter(line => !mayFail && line.includes('failed')),
        [],
      );
    },
  };
}

/** Something that happens from time to time; `next` is its next time, or its last one if nobody waited for that. */
class Signal<T = void> {
  #waiting: ((value: T) => void) | undefined;
  #happened: Promise<T> | undefined;

  get next(): Promise<T> {
    const happened = this.#happened;
    this.#happened = undefined;
    return happened ?? new Promise(resolve => (this.#waiting = resolve));
  }

  fire(value: T): void {
    if (this.#waiting) this.#waiting(value);
    else this.#happened = Promise.resolve(value);
    this.#waiting = undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function shown({ code, range: { start, end } }: Diagnostic): string {
  return `${String(code)} ${start.line}:${start.character}-${end.line}:${end.character}`;
}
