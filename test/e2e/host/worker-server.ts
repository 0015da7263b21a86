import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { ResponseError, type ClientCapabilities } from 'vscode-languageserver';
import { TODAY } from '../../support/open.ts';

/** What the editor of a fixture can do. */
export type EditorKind = 'modern' | 'plain' | 'yaml';

/** The server in a worker of a page, and the page that speaks to it. */
export class WorkerServer {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  static async start(browser: Browser, kind: EditorKind): Promise<WorkerServer> {
    const page = await browser.newPage();
    await page.route('http://127.0.0.1/**', route => {
      const isScript = route.request().url().endsWith('/server.js');
      return route.fulfill(
        isScript
          ? { contentType: 'text/javascript', body: `${fixedDay}\n${readFileSync('dist/browser/server.js', 'utf8')}` }
          : { contentType: 'text/html', body: '<!DOCTYPE html><title>worker</title>' },
      );
    });
    await page.goto('http://127.0.0.1/');
    await page.addScriptTag({ content: pageScript });
    const server = new WorkerServer(page);
    await server.request('initialize', {
      processId: null,
      workspaceFolders: [{ uri: 'file:///', name: 'test' }],
      capabilities: kind === 'plain' ? {} : modern,
      initializationOptions: {
        files: true,
        commands: kind === 'plain' ? [] : ['tracklint.showReferences'],
        schemaElsewhere: kind === 'yaml' ? ['yaml'] : [],
      },
    });
    await server.notify('initialized', {});
    await eventually(async () => {
      assert.ok(((await server.request('tracklint/planTree', {})) as { isComplete: boolean }).isComplete);
    });
    return server;
  }

  async request(method: string, params: object): Promise<unknown> {
    const call = `ask(${JSON.stringify(method)}, ${JSON.stringify(params)})`;
    const { result, error } = await this.#page.evaluate<Answer>(call);
    if (error) throw new ResponseError(error.code, error.message);
    return result;
  }

  async notify(method: string, params: object): Promise<void> {
    await this.#page.evaluate(`tell(${JSON.stringify({ method, params })})`);
  }

  open(uri: string, text: string): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'any', version: 1, text } });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }
}

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** As the editor that the fixtures have in mind. */
const modern: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
  },
};

/** Fixtures are read on one day, whatever the clock of the machine says. */
const fixedDay = `{
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) { if (parts.length > 0) super(...parts); else super('${TODAY}T12:00:00'); }
  };
}`;

/** The editor's side in plain words: there are no files but those that are open. */
const pageScript = `
  const worker = new Worker('/server.js');
  const waiting = new Map();
  let last = 0;
  const send = message => worker.postMessage({ jsonrpc: '2.0', ...message });
  globalThis.tell = message => send(message);
  globalThis.ask = (method, params) => new Promise(done => {
    waiting.set(++last, done);
    send({ id: last, method, params });
  });
  worker.onmessage = ({ data: { id, method, result, error } }) => {
    if (method !== undefined) {
      if (id !== undefined) send({ id, result: method === 'tracklint/readDirectory' ? [] : null });
      return;
    }
    waiting.get(id)?.({ result, error });
    waiting.delete(id);
  };
`;

/** What a document asks for is read beside the requests: an answer may be complete a moment later only. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const end = Date.now() + 3000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(done => setTimeout(done, 20));
    }
  }
}
