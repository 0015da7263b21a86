import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { windowSize } from './chromium.ts';
import type { Editor } from './install.ts';
import { copyWorkspace, makeProfile, type Profile } from './profile.ts';
import { installExtension, startServer } from './server.ts';
import { Workbench } from './workbench.ts';

/** Settings under which pictures look the same everywhere. */
const calmSettings = {
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.hover.above': false,
  'editor.cursorBlinking': 'solid',
  'workbench.layoutControl.enabled': false,
};

export interface Session {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Called once the extension is installed, before the editor starts. */
  readonly prepare?: (profile: Profile) => void;
}

/** Steps of a person in the window of a real editor with the packaged extension, and how they went. */
export class WindowRun {
  passed = 0;
  failed = 0;
  readonly #editor: Editor;
  readonly #browser: Browser;

  constructor(editor: Editor, browser: Browser) {
    this.#editor = editor;
    this.#browser = browser;
  }

  /** Opens a copy of a workspace in a fresh editor, and closes it after the steps. */
  async session(
    folder: string,
    steps: (workbench: Workbench) => Promise<void>,
    { settings = {}, prepare }: Session = {},
  ): Promise<void> {
    const profile = makeProfile({ ...calmSettings, ...settings });
    const workspace = copyWorkspace(profile, folder);
    installExtension(this.#editor, profile, 'tracklint.vsix');
    prepare?.(profile);
    const server = await startServer(this.#editor, profile);
    const page = await this.#browser.newPage({
      viewport: windowSize,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page.setDefaultTimeout(Number(process.env.UI_TIMEOUT ?? 60_000));
    const outside: string[] = [];
    page.on('request', request => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(?:http|ws)/.test(protocol) && hostname !== '127.0.0.1') outside.push(request.url());
    });
    const workbench = new Workbench(page);
    try {
      await workbench.load(server.url(workspace));
      await steps(workbench);
      await this.step(workbench, 'no other machine was asked for anything', () => {
        assert.deepEqual(outside, []);
        return Promise.resolve();
      });
    } finally {
      await page.close();
      await server.stop();
      profile.remove();
    }
  }

  async step(workbench: Workbench, name: string, run: () => Promise<void>): Promise<void> {
    const started = Date.now();
    try {
      await run();
      this.passed++;
      console.log(`ok   ${name}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      this.failed++;
      console.log(`FAIL ${name}\n${String(error)}`);
      await workbench.picture(`out/e2e/fail-${name.replace(/\W+/g, '-')}.png`);
    }
  }

  /** Prints the total and ends the process by it. */
  end(): never {
    console.log(`VS Code ${this.#editor.version}: ${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed === 0 && this.passed > 0 ? 0 : 1);
  }
}
