/**
 * Shows Tracklint at work: the findings of the example on the terminal at once, then the example in a real editor with
 * the packaged extension, on a copy, reachable from this machine only. Ctrl+C ends everything.
 *
 *   node out/e2e/demo.js [--port n] [--check]
 *
 * `--check` opens the printed address itself, waits for the findings to be underlined, and ends.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium, windowSize } from './host/chromium.ts';
import { installEditor } from './host/install.ts';
import { copyWorkspace, makeProfile } from './host/profile.ts';
import { installExtension, startServer } from './host/server.ts';

const example = 'test/examples/shop';
const firstFile = 'apps/web/src/pages/checkout.tsx';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, check: { type: 'boolean' } } });

console.log(`$ tracklint check ${example}\n`);
spawnSync(process.execPath, ['dist/cli.js', 'check', example], { stdio: 'inherit' });

console.log('\nPackaging the extension …');
const packaged = spawnSync('npm', ['run', '--silent', 'vsix'], { encoding: 'utf8' });
if (packaged.status !== 0) {
  console.error(packaged.stdout, packaged.stderr);
  process.exit(1);
}

const editor = installEditor('current');
const profile = makeProfile();
const workspace = copyWorkspace(profile, example);
installExtension(editor, profile, 'tracklint.vsix');
const server = await startServer(editor, profile, { port: Number(values.port) });
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => void end(0));

const url = server.url(workspace, [['openFile', server.remote(join(workspace, firstFile))]]);
console.log(`\nThe example in VS Code ${editor.version}:\n\n  ${url}\n`);
if (values.check) await check();
else console.log('Ctrl+C ends it.');

async function check(): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: windowSize });
    await page.goto(url);
    await page.locator('.monaco-editor .squiggly-error').first().waitFor({ timeout: 60_000 });
    console.log('The address opens the example with its findings underlined.');
    await browser.close();
    await end(0);
  } catch (error) {
    console.error(error);
    await browser.close();
    await end(1);
  }
}

async function end(code: number): Promise<void> {
  await server.stop();
  profile.remove();
  process.exit(code);
}
