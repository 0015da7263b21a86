#!/usr/bin/env node
/**
 * The one build script: bundles with esbuild.
 *
 *   node build.mjs              the product into dist/ (extension, servers, command line)
 *   node build.mjs --test       the test files into out/test/
 *   node build.mjs --e2e        the tests in a real editor, and what starts it, into out/e2e/
 *   node build.mjs --bench      the product, and what measures it into out/bench/
 *   node build.mjs --generate   the product, then everything that repeats what the code says
 *   --minify                    smaller output, for packaging
 */
import { build } from 'esbuild';
import ts from 'typescript';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';

const flags = new Set(process.argv.slice(2));
const minify = flags.has('--minify');

/** ESM bundles hold CommonJS packages, which want these names. */
const commonJsNames = [
  `import { createRequire as __createRequire } from 'node:module';`,
  `import { fileURLToPath as __fileURLToPath } from 'node:url';`,
  `const require = __createRequire(import.meta.url);`,
  `const __filename = __fileURLToPath(import.meta.url);`,
  `const __dirname = __fileURLToPath(new URL('.', import.meta.url));`,
].join('');

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * Every object that V8 before 12 (Node 20) makes by `{ ...some, more }` gets a hidden class of its own: it takes some hundred
 * bytes more, and whatever reads one of its properties is some twenty times as slow. Behind another spread, even of nothing,
 * such objects share their class.
 */
const sharedShapes = {
  name: 'shared-shapes',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const places = [];
      const visit = node => {
        const first = ts.isObjectLiteralExpression(node) && node.properties.length > 1 && node.properties[0];
        if (first && ts.isSpreadAssignment(first)) places.push(first.expression.pos - '...'.length);
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
      const parts = [0, ...places].map((from, at) => text.slice(from, places[at]));
      return { contents: parts.join('...[], '), loader: 'ts' };
    });
  },
};

const shared = {
  plugins: [sharedShapes],
  define: { TRACKLINT_VERSION: JSON.stringify(version), TRACKLINT_READERS: JSON.stringify(readersVersion()) },
  bundle: true,
  logLevel: 'warning',
  target: 'es2022',
  minify,
  legalComments: 'none',
  sourcemap: !minify,
};

/** Type-checked by `tsc -b`; here types are only stripped. */
async function buildProduct() {
  rmSync('dist', { recursive: true, force: true });
  await Promise.all([
    build({
      ...shared,
      entryPoints: existing({
        server: 'server/src/node/server.ts',
        cli: 'server/src/node/cli.ts',
        generate: 'server/src/node/generate.ts',
      }),
      outdir: 'dist',
      platform: 'node',
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      banner: { js: commonJsNames },
    }),
    build({
      ...shared,
      entryPoints: existing({ extension: 'client/src/extension.ts' }),
      outdir: 'dist',
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      outExtension: { '.js': '.cjs' },
    }),
    build({
      ...shared,
      entryPoints: existing({ 'browser/extension': 'client/src/browser.ts' }),
      outdir: 'dist',
      platform: 'browser',
      format: 'cjs',
      external: ['vscode'],
      outExtension: { '.js': '.cjs' },
      mainFields: ['browser', 'module', 'main'],
    }),
    build({
      ...shared,
      entryPoints: existing({ 'browser/server': 'server/src/browser/server.ts' }),
      outdir: 'dist',
      platform: 'browser',
      format: 'iife',
      mainFields: ['browser', 'module', 'main'],
    }),
  ]);
}

async function buildTests() {
  rmSync('out/test', { recursive: true, force: true });
  await build({
    ...shared,
    minify: false,
    entryPoints: [
      ...readdirSync('test')
        .filter(name => name.endsWith('.test.ts'))
        .map(name => ({ in: `test/${name}`, out: name.slice(0, -'.ts'.length) })),
      // The command line as a process, for the tests that need one.
      { in: 'server/src/node/cli.ts', out: 'tracklint' },
    ],
    outdir: 'out/test',
    platform: 'node',
    format: 'esm',
    splitting: true,
    packages: 'external',
    chunkNames: 'chunks/[name]-[hash]',
  });
}

/** The suite runs inside the editor, which loads CommonJS; what starts the editor runs outside of it. */
async function buildEditorTests() {
  rmSync('out/e2e', { recursive: true, force: true });
  const suite = readdirSync('test/e2e/suite').filter(name => name === 'index.ts' || name.endsWith('.test.ts'));
  await Promise.all([
    build({
      ...shared,
      entryPoints: ['run', 'ui', 'tour', 'worker', 'demo', 'code']
        .map(name => `test/e2e/${name}.ts`)
        .filter(existsSync),
      outdir: 'out/e2e',
      platform: 'node',
      format: 'esm',
      splitting: true,
      packages: 'external',
      chunkNames: 'chunks/[name]-[hash]',
    }),
    build({
      ...shared,
      entryPoints: suite.map(name => `test/e2e/suite/${name}`),
      outdir: 'out/e2e/suite',
      platform: 'node',
      format: 'cjs',
      external: ['vscode', 'mocha'],
      outExtension: { '.js': '.cjs' },
    }),
  ]);
  // Started in the place of VS Code's own executable.
  chmodSync('out/e2e/code.js', 0o755);
}

async function buildBenchmarks() {
  rmSync('out/bench', { recursive: true, force: true });
  await build({
    ...shared,
    minify: false,
    entryPoints: {
      bench: 'test/bench/run.ts',
      mutate: 'test/mutations/run.ts',
      differential: 'test/differential/run.ts',
      damage: 'test/differential/damage.ts',
    },
    outdir: 'out/bench',
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
}

/** Changes with every change of what reads code: what another build kept on disk is not to be trusted. */
function readersVersion() {
  const hash = createHash('sha1').update(version);
  const names = readdirSync('server/src', { recursive: true }).filter(name => name.endsWith('.ts'));
  for (const name of names.sort()) hash.update(name).update(readFileSync(join('server/src', name)));
  return hash.update(readFileSync('package-lock.json')).digest('hex');
}

function existing(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));
}

if (flags.has('--test')) await buildTests();
else if (flags.has('--e2e')) await buildEditorTests();
else await buildProduct();
if (flags.has('--bench')) await buildBenchmarks();
if (flags.has('--generate'))
  process.exitCode = spawnSync(process.execPath, ['dist/generate.js'], { stdio: 'inherit' }).status ?? 1;
