import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium, windowSize } from './chromium.ts';
import type { Editor } from './install.ts';
import type { Profile } from './profile.ts';
import { startServer, type EditorServer, type Payload } from './server.ts';

export interface SuiteRun {
  readonly editor: Editor;
  readonly profile: Profile;
  /** Folder of the extension under development; it may be an empty stand-in. */
  readonly development: string;
  /** The module whose `run` is called inside the extension host. */
  readonly tests: string;
  readonly workspace: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of the profile's own. */
  readonly args?: readonly string[];
  /** Seconds after which a run that has not ended is given up. */
  readonly limit: number;
}

/**
 * Runs tests inside the editor's extension host. Answers undefined where the host says that they passed, else why not.
 * The host can claim success where nothing ran: read what the suite itself wrote as well.
 */
export async function runSuite(run: SuiteRun): Promise<string | undefined> {
  let server: EditorServer | undefined;
  let browser: Browser | undefined;
  try {
    const args = run.args ? { args: run.args } : {};
    server = await startServer(run.editor, run.profile, { testing: true, env: run.env ?? {}, ...args });
    browser = await launchChromium();
    const page = await browser.newPage({ viewport: windowSize });
    // The workbench calls these two, as in VS Code's own tests of its browser build.
    let end: (code: number) => void;
    const exit = new Promise<number>(done => (end = done));
    await page.exposeFunction('codeAutomationExit', (code: number) => {
      end(code);
    });
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      appendFileSync(join(run.profile.folder, 'window.log'), `${type} ${format(...args)}\n`);
    });
    const payload: Payload = [
      ['extensionDevelopmentPath', server.remote(run.development)],
      ['extensionTestsPath', server.remote(run.tests)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    await page.goto(server.url(run.workspace, payload));
    const ended = await Promise.race([exit, server.gone.then(() => 'the editor ended'), late(run.limit)]);
    if (typeof ended === 'string') {
      await page.screenshot({ path: join(run.profile.folder, 'last.png') }).catch(() => undefined);
      return ended;
    }
    const crash = server.crash();
    if (crash) return crash;
    return ended === 0 ? undefined : `the editor ended with ${ended}`;
  } finally {
    await browser?.close().catch(() => undefined);
    await server?.stop();
  }
}

/** What the suite writes when it has run to its end. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly editor: string;
  readonly node: string;
}

/** Why a run is not a success, by what the suite wrote; undefined where it is one. */
export function fault(result: SuiteResult | undefined): string | undefined {
  if (!result) return 'the suite wrote no result';
  if (result.failed > 0) return `${result.failed} tests failed`;
  return result.passed > 0 ? undefined : 'no test ran';
}

export function readResult(file: string): SuiteResult | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SuiteResult) : undefined;
}

async function late(seconds: number): Promise<string> {
  await new Promise(done => setTimeout(done, seconds * 1000).unref());
  return `no result within ${seconds} s`;
}
