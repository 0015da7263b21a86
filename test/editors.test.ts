/**
 * `tracklint lsp --stdio` in other editors: each is started without a window, does what a person does, and writes down what
 * it received and shows. Where an editor is not installed, its tests are skipped, and say so.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, suite, test } from 'node:test';

/** What an editor script writes. */
interface Shown {
  readonly error?: string;
  readonly diagnostics: readonly string[];
  readonly completion: unknown;
  /** The line that the completion made of `analytics.track('Order Com`. */
  readonly completed: string;
  readonly definition: readonly [file: string, line: number];
  readonly renamed: { readonly code: string; readonly plan: string };
}

const plan = `version: 1
events:
  Order Completed:
    properties:
      order_id: { type: string, required: true }
      currency: { enum: [EUR, USD], required: true }
metrics:
  revenue: { events: [Order Completed] }
`;

const code = `/* global analytics */
analytics.track('Order Completed', { order_id: '1', currency: 'EUR' });
analytics.track('Order Complete', { order_id: '1', currency: 'EUR' });
analytics.track('Order Completed', { order_id: 1, currency: 'EUR' });
`;

interface Driver {
  readonly program: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly howToInstall: string;
}

suite('Neovim', { timeout: 120_000, skip: absence('nvim', 'apt-get install neovim') }, () => {
  const shown = drive({
    program: 'nvim',
    file: 'src/checkout.ts',
    args: ['--headless', '-u', 'NONE', '-i', 'NONE', '-c', `luafile ${resolve('test/editors/neovim.lua')}`],
  });
  test('shows the pushed diagnostics', () => {
    assert.deepEqual(shown().diagnostics, ['3:17 misnamed-event', '4:48 wrong-type']);
  });
  test('completes an event as plain text, since it announces no snippets', () => {
    assert.deepEqual(shown().completion, { label: 'Order Completed', format: 1 });
  });
  commonTests(shown);
});

suite('Emacs with Eglot', { timeout: 120_000, skip: absence('emacs', 'apt-get install emacs-nox elpa-eglot') }, () => {
  const shown = drive({
    program: 'emacs',
    file: 'src/checkout.js',
    args: ['--batch', '--no-site-file', '-l', resolve('test/editors/emacs.el')],
  });
  test('shows the pushed diagnostics', () => {
    const [first = '', second = '', ...others] = [...shown().diagnostics].sort();
    assert.match(first, /^3 .*"Order Complete"/);
    assert.match(second, /^4 .*"order_id"/);
    assert.deepEqual(others, []);
  });
  test('completes an event', () => {
    assert.equal(shown().completion, 'Order Completed');
  });
  commonTests(shown);
});

function commonTests(shown: () => Shown): void {
  test('inserts the event with what it requires', () => {
    assert.equal(shown().completed, "analytics.track('Order Completed', { order_id: '', currency: 'EUR' })");
  });
  test('jumps from the call to the plan', () => {
    assert.deepEqual(shown().definition, ['tracking-plan.yaml', 3]);
  });
  test('renames the event in code and plan', () => {
    const { renamed } = shown();
    assert.equal(renamed.code.trim(), code.replaceAll("'Order Completed'", "'Order Paid'").trim());
    assert.equal(renamed.plan.trim(), plan.replaceAll('Order Completed', 'Order Paid').trim());
  });
}

/** Runs the editor once, when the first test asks. */
function drive({ program, file, args }: Omit<Driver, 'howToInstall'>): () => Shown {
  const folder = mkdtempSync(join(tmpdir(), 'tracklint-editors-'));
  let shown: Shown | undefined;
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return () => (shown ??= run());

  function run(): Shown {
    // By this Emacs knows the project's root.
    mkdirSync(join(folder, '.git'));
    for (const [name, text] of [
      ['tracking-plan.yaml', plan],
      [file, code],
    ] as const) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const result = join(folder, 'result.json');
    const server = JSON.stringify([process.execPath, resolve('out/test/tracklint.js'), 'lsp', '--stdio']);
    const env = { ...process.env, HOME: folder, XDG_STATE_HOME: folder, SERVER: server, RESULT: result };
    const { stderr, error } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8', timeout: 100_000 });
    assert.ifError(error);
    const answer = JSON.parse(readFileSync(result, 'utf8')) as Shown;
    assert.equal(answer.error, undefined, `${answer.error ?? ''}\n${stderr}`);
    return answer;
  }
}

/** Why tests of an editor cannot run here; false where they can. */
function absence(program: string, howToInstall: string): string | false {
  const found = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return found.error ? `${program} is not installed here: ${howToInstall}` : false;
}
