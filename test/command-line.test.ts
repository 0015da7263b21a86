import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { suite, test } from 'node:test';
import type { CheckOutput } from '../server/src/cli/check-output.ts';
import { rules } from '../server/src/rules/index.ts';
import { MemoryMachine } from './support/memory-terminal.ts';
import { temporaryFolder, writeFiles } from './support/repository.ts';

const plan = 'events:\n  Order Completed: { description: The customer paid., owner: shop, why: Who pays? }\n';

function machine(files: Readonly<Record<string, string>>, unreadable: readonly string[] = []): MemoryMachine {
  const all = Object.entries({ 'tracking-plan.yaml': plan, ...files });
  return new MemoryMachine(
    new Map(all.map(([path, text]) => [`file:///${path}`, text])),
    unreadable.map(path => `file:///${path}`),
  );
}

suite('explain', () => {
  test('lists every rule', async () => {
    const { output, code } = await machine({}).run('explain');
    assert.equal(code, 0);
    assert.deepEqual(
      output
        .split('\n')
        .slice(0, -1)
        .map(line => line.split(' ')[0]),
      rules.map(rule => rule.id),
    );
  });

  for (const rule of rules) {
    test(`says all about ${rule.id}`, async () => {
      const { output, code } = await machine({}).run(`explain ${rule.id}`);
      assert.equal(code, 0);
      const said = output.replace(/^ {4}/gm, '');
      for (const part of [
        rule.summary,
        rule.why.trim(),
        ...rule.examples.map(each => (each.badPlan ?? each.bad).trim()),
      ])
        assert.ok(said.includes(part), `${part}\nis not in\n${said}`);
    });
  }
});

suite('fixes on files', () => {
  const fault = `analytics.track('Order Complete');`;
  const right = `analytics.track('Order Completed');`;

  test('keep the byte-order mark and the ends of lines', async () => {
    const { written } = await machine({ 'a.ts': `\ufeff// é\r\n${fault}\r\n` }).run('check --fix');
    assert.deepEqual([...written], [['a.ts', `\ufeff// é\r\n${right}\r\n`]]);
  });

  test('leave a file alone that was changed meanwhile', async () => {
    const { written, errors, code } = await machine({ 'a.ts': fault }).run('check --fix', {
      readText: () => Promise.resolve(`${fault} // changed`),
    });
    assert.deepEqual([...written], []);
    assert.match(errors, /Left alone.*a\.ts/);
    assert.equal(code, 2);
  });

  test('leave a file alone that is not UTF-8', async () => {
    const { written, code } = await machine({ 'a.ts': fault }).run('check --fix', {
      readText: () => Promise.resolve(undefined),
    });
    assert.deepEqual([...written], []);
    assert.equal(code, 2);
  });

  test('say when a file cannot be written', async () => {
    const { errors, code } = await machine({ 'a.ts': fault }).run('check --fix', {
      writeText: () => Promise.resolve(false),
    });
    assert.match(errors, /Left alone.*a\.ts/);
    assert.equal(code, 2);
  });
});

suite('what cannot be read', () => {
  const files = { 'src/a.ts': `analytics.track('Basket Emptied');`, '.tracklint.yaml': 'extends: light\n' };

  for (const [file, command] of [
    ['tracking-plan.yaml', 'check'],
    ['.tracklint.yaml', 'check'],
    ['src/a.ts', 'check src/a.ts'],
  ] as const) {
    test(`${file}, in "${command}", is told`, async () => {
      const { errors, code } = await machine(files, [file]).run(command);
      assert.equal(errors, `tracklint: Cannot read ${file}.\n`);
      assert.equal(code, 2);
    });
  }

  test('a file that nobody named is counted', async () => {
    const { output, code } = await machine(files, ['src/a.ts']).run('check');
    assert.match(output, /Not checked: 1 file skipped as unreadable\./);
    assert.equal(code, 0);
  });
});

suite('the example', () => {
  test('shows what at least ten rules find', () => {
    const { stdout } = spawnSync(process.execPath, [
      resolve('out/test/tracklint.js'),
      'check',
      'test/examples/shop',
      '--format',
      'json',
    ]);
    const { findings } = JSON.parse(String(stdout)) as CheckOutput;
    const inCode = findings.filter(({ severity }) => severity !== 'info');
    assert.ok(new Set(inCode.map(({ rule }) => rule)).size >= 10, JSON.stringify(findings));
  });
});

suite('the screen', () => {
  const fault = { 'a.ts': `analytics.track('Basket Emptied');` };

  test('has colours where they are wanted', async () => {
    const { output } = await machine(fault).run('check', { colours: true });
    assert.ok(output.includes('\u001b[31merror\u001b[39m'), output);
    assert.ok((await machine({}).run('help check', { colours: true })).output.includes('\u001b[1m--fix\u001b[22m'));
  });

  test('is not at the mercy of names in files', async () => {
    const { output } = await machine({ 'a.ts': `analytics.track('\u001b[2J\u009b31m\u202e Emptied');` }).run('check');
    assert.doesNotMatch(output, /[\u001b\u009b\u202e]/u);
  });

  test('shows progress only to a person, and only after a second', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`web/${i}.ts`, 'export {};']));
    let time = 0;
    const slow = { isInteractive: true, now: () => (time += 900) };
    assert.match((await machine(many).run('check', slow)).errors, /of 500 files\r\u001b\[2K$/);
    assert.equal((await machine(many).run('check', { ...slow, isInteractive: false })).errors, '');
    assert.equal((await machine(many).run('check', { isInteractive: true })).errors, '');
  });

  test('counts files that were not read', async () => {
    const bundle = `window.analytics.track('Order Completed');${'a();'.repeat(50_000)}`;
    const { output } = await machine({ 'dist/a.js': bundle, 'a.ts': `analytics.track('Order Completed');` }).run(
      'check',
    );
    assert.match(output, /Not checked: 1 file skipped as minified\./);
  });
});

suite('as a process', () => {
  const program = resolve('out/test/tracklint.js');
  const run = (folder: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: undefined, XDG_CACHE_HOME: temporaryFolder() },
    });
  const shop = (call: string) => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'tracking-plan.yaml': plan, 'src/a.ts': `${call}\n` });
    return folder;
  };

  test('ends with 0, 1 or 2', () => {
    assert.equal(run(shop(`analytics.track('Order Completed');`), 'check').status, 0);
    assert.equal(run(shop(`analytics.track('Basket Emptied');`), 'check', 'src').status, 1);
    assert.equal(run(temporaryFolder(), 'check').status, 2);
    assert.equal(run(temporaryFolder(), 'chek').status, 2);
  });

  test('does not read what package managers fill', () => {
    const call = '<?php Segment::track(["event" => "Basket Emptied"]);\n';
    const folder = shop(`analytics.track('Order Completed');`);
    writeFiles(folder, {
      'vendor/lib/a.php': call,
      'vendor/autoload.php': '',
      'Pods/Manifest.lock': '',
      'Pods/a.php': call,
    });
    assert.equal(run(folder, 'check').status, 0);
    writeFiles(folder, { 'src/vendor/a.php': call });
    assert.equal(run(folder, 'check').status, 1);
  });

  test('prints the place from where it was started', () => {
    const { stdout } = run(`${shop(`analytics.track('Basket Emptied');`)}/src`, 'check', '.');
    assert.match(stdout, /^a\.ts\n/);
  });

  test('repairs the file', () => {
    const folder = shop(`analytics.track('Order Complete');`);
    assert.equal(run(folder, 'check', '--fix').status, 0);
    assert.match(run(folder, 'calls').stdout, /Order Completed/);
  });

  test('does not mind a reader that has seen enough', async () => {
    const folder = shop(`analytics.track('Basket Emptied');\n`.repeat(500));
    const child = spawn(process.execPath, [program, 'check', '--format', 'json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise(done => child.on('close', done));
    assert.equal(errors, '');
  });

  test('asks the type checker, unless that is not wanted', () => {
    const folder = temporaryFolder();
    const call = `for (const total of [1].map(each => each.toFixed(2))) analytics.track('Order Completed', { total });\n`;
    writeFiles(folder, {
      'tracking-plan.yaml': 'events: { Order Completed: { properties: { total: number } } }\n',
      'a.ts': call,
    });
    const typed = run(folder, 'check');
    assert.match(typed.stdout, /wrong-type/);
    assert.doesNotMatch(typed.stdout, /declarations/);
    assert.equal(typed.stderr, '');
    const untyped = run(folder, 'check', '--no-types');
    assert.doesNotMatch(untyped.stdout, /wrong-type/);
    assert.match(untyped.stdout, /declarations tell them\. It was switched off by `--no-types`\./);
    writeFiles(folder, { '.tracklint.yaml': 'types: declarations\n' });
    assert.doesNotMatch(run(folder, 'check').stdout, /wrong-type/);
  });

  test('is a language server', async () => {
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: temporaryFolder() });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    const send = (message: object) => {
      const content = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    const code = await new Promise(done => child.on('close', done));
    assert.match(output, /"hoverProvider":true/);
    assert.equal(code, 0);
  });

  test('knows its version', () => {
    assert.match(run('.', '--version').stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
