import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { suite, test } from 'node:test';

/** Each layer, and the layers that it may import. `plan` and `code` never see each other. */
const layers: Readonly<Record<string, readonly string[]>> = {
  base: [],
  plan: ['base'],
  code: ['base'],
  workspace: ['base', 'plan', 'code'],
  rules: ['base', 'plan', 'code', 'workspace'],
  features: ['base', 'plan', 'code', 'workspace', 'rules'],
  lsp: ['base', 'plan', 'code', 'workspace', 'rules', 'features'],
  cli: ['base', 'plan', 'code', 'workspace', 'rules'],
  mcp: ['base', 'plan', 'code', 'workspace', 'rules', 'features'],
  browser: ['base', 'plan', 'code', 'workspace', 'rules', 'features', 'lsp'],
  node: ['base', 'plan', 'code', 'workspace', 'rules', 'features', 'lsp', 'cli', 'mcp'],
};

/** The only layers that may use a package. Node's own modules belong to `node`. */
const packages: Readonly<Record<string, readonly string[]>> = {
  '@eslint-community/regexpp': ['plan'],
  '@modelcontextprotocol/sdk': ['mcp'],
  '@modelcontextprotocol/sdk/server/stdio.js': ['node'],
  ajv: ['node'],
  ignore: ['node'],
  'jsonc-parser': ['plan', 'workspace'],
  picomatch: ['workspace'],
  re2js: ['plan'],
  typescript: ['code'],
  // Types only: what runs is found on the machine.
  'typescript-7': ['node'],
  'vscode-languageserver': ['features', 'lsp'],
  'vscode-languageserver/browser': ['browser'],
  'vscode-languageserver/node': ['node'],
  'vscode-languageserver-textdocument': ['lsp'],
  yaml: ['plan', 'workspace'],
};

/** What the client and the server say to each other: all that the client may know of the server. */
const protocol = 'server/src/lsp/protocol.ts';

const longestFile = 450;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

interface Import {
  readonly specifier: string;
  /** `import(…)`: runs later, so that it makes no cycle of loading. */
  readonly isLazy: boolean;
}

const files = sourceFiles('server/src');
const byPath = new Map(files.map(file => [file.path, file]));

suite('architecture', () => {
  for (const [layer, below] of Object.entries(layers)) {
    test(`${layer}/ imports only ${below.length === 0 ? 'itself' : below.join(', ')}`, () => {
      const wrong = files
        .filter(file => layerOf(file.path) === layer)
        .flatMap(file =>
          file.imports
            .filter(each => !isAllowed(file, each, layer, below))
            .map(each => `${file.path}: ${each.specifier}`),
        );
      assert.deepEqual(wrong, []);
    });
  }

  test('every folder is a layer', () => {
    const folders = readdirSync('server/src', { withFileTypes: true });
    assert.deepEqual(
      folders.map(each => each.name).filter(name => !(name in layers)),
      [],
    );
  });

  test('imports make no cycle', () => {
    assert.deepEqual(findCycle(), undefined);
  });

  test('the client knows no engine', () => {
    const wrong = sourceFiles('client/src').flatMap(file =>
      file.imports.filter(each => !isForClient(file, each)).map(each => `${file.path}: ${each.specifier}`),
    );
    assert.deepEqual(wrong, []);
  });

  test('no file has become two things', () => {
    const long = [...files, ...sourceFiles('client/src')].map(({ path, text }) => ({
      path,
      lines: text.split('\n').length,
    }));
    assert.deepEqual(
      long.filter(({ lines }) => lines > longestFile),
      [],
    );
  });

  test('nothing switches the checks off', () => {
    const inComments = /eslint-disable|@ts-(?:ignore|expect-error|nocheck)/;
    const inCode = /\bas any\b|: any\b|<any>|\bexport default\b|^\s*(?:export )?(?:const )?enum /m;
    // This file names what it forbids.
    const others = [...files, ...sourceFiles('client/src'), ...sourceFiles('test')].filter(
      file => !file.path.endsWith('architecture.test.ts'),
    );
    const found = others.flatMap(({ path, text }) => {
      const match = inComments.exec(withoutStrings(text)) ?? inCode.exec(withoutStrings(withoutComments(text)));
      return match ? [`${path}: ${match[0].trim()}`] : [];
    });
    assert.deepEqual(found, []);
  });
});

suite('map', () => {
  const map = readFileSync('server/README.md', 'utf8');

  test('names every layer', () => {
    assert.deepEqual(
      Object.keys(layers).filter(layer => !map.includes(`\`${layer}/\``)),
      [],
    );
  });

  test('gives a reason for every dependency of the product', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
      readonly optionalDependencies: Readonly<Record<string, string>>;
    };
    const names = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
    assert.deepEqual(
      names.filter(name => !map.includes(`\`${name}\``)),
      [],
    );
  });

  test('names only files that exist', () => {
    const named = [...map.matchAll(/`((?:server|client|test)\/[\w./-]+|[a-z]+\/[\w/-]+\.ts)`/g)].map(
      ([, path = '']) => path,
    );
    assert.deepEqual(
      named.filter(path => !existsSync(path) && !existsSync(`server/src/${path}`)),
      [],
    );
  });
});

test('the lock file names no registry', () => {
  assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved": "http/);
});

function isAllowed(file: SourceFile, { specifier }: Import, layer: string, below: readonly string[]): boolean {
  if (!specifier.startsWith('.')) {
    return specifier.startsWith('node:')
      ? layer === 'node'
      : (packages[specifier] ?? packages[packageOf(specifier)])?.includes(layer) === true;
  }
  const target = resolve(file, specifier);
  // The manifest tells the version.
  if (target === 'package.json') return layer === 'node';
  const targetLayer = layerOf(target);
  return targetLayer === layer || below.includes(targetLayer);
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isForClient(file: SourceFile, { specifier }: Import): boolean {
  if (specifier.startsWith('.'))
    return resolve(file, specifier).startsWith('client/') || resolve(file, specifier) === protocol;
  if (specifier.startsWith('node:')) return !file.path.includes('browser');
  return specifier === 'vscode' || specifier.startsWith('vscode-languageclient');
}

function findCycle(): string | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: SourceFile): string | undefined => {
    if (path.includes(file.path)) return [...path.slice(path.indexOf(file.path)), file.path].join(' -> ');
    if (done.has(file.path)) return undefined;
    path.push(file.path);
    for (const each of file.imports) {
      const target =
        each.isLazy || !each.specifier.startsWith('.') ? undefined : byPath.get(resolve(file, each.specifier));
      const cycle = target && visit(target);
      if (cycle !== undefined) return cycle;
    }
    path.pop();
    done.add(file.path);
    return undefined;
  };
  for (const file of files) {
    const cycle = visit(file);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

function sourceFiles(root: string): SourceFile[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(name => posix.join(root, name.replaceAll('\\', '/')))
    .filter(path => /\.(?:ts|js)$/.test(path) && !path.startsWith('test/examples/'))
    .filter(path => !path.includes('.generated.'))
    .map(path => {
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: importsOf(text) };
    });
}

function importsOf(text: string): Import[] {
  const still = [...text.matchAll(/^(?:import '|(?:import|export) [^;'"=]*? from ')([^']+)';$/gm)];
  const lazy = [...text.matchAll(/\bimport\('([^']+)'\)/g)];
  return [
    ...still.map(([, specifier = '']) => ({ specifier, isLazy: false })),
    ...lazy.map(([, specifier = '']) => ({ specifier, isLazy: true })),
  ];
}

function resolve(file: SourceFile, specifier: string): string {
  return posix.join(posix.dirname(file.path), specifier);
}

function layerOf(path: string): string {
  return path.split('/')[2] ?? '';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*/gm, '$1');
}

/** Examples of code inside strings are no code of ours. */
function withoutStrings(text: string): string {
  return text.replace(/"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'/g, "''");
}
