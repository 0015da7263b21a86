/**
 * TypeScript's checker, asked as the product asks it: over its API, in a process of its own, about files on disk. In the
 * fixtures carets mark the expressions that are asked about.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Lines } from '../server/src/base/lines.ts';
import { findTypeScript } from '../server/src/node/type-checker/find-typescript.ts';
import { NodeTypeChecker } from '../server/src/node/type-checker.ts';
import { Fixture, isUpdating, type FixtureFile, type TestCase } from './support/fixture.ts';
import { printType } from './support/print-type.ts';

const found = findTypeScript(process.cwd(), { trusted: false });
const options = found ? {} : { skip: 'no TypeScript 7 is installed' };

const folders: string[] = [];
const checkers: NodeTypeChecker[] = [];

suite('checker', options, () => {
  after(async () => {
    await Promise.all(checkers.map(checker => checker.dispose()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  for (const name of readdirSync('test/types')) {
    const fixture = new Fixture(`test/types/${name}`);
    suite(name.replace('.md', ''), () => {
      for (const testCase of fixture.cases) test(testCase.title, () => compare(fixture, testCase));
      after(() => {
        if (isUpdating) fixture.save();
      });
    });
  }
});

async function compare(fixture: Fixture, { files }: TestCase): Promise<void> {
  const { checker, uriOf } = project(Object.fromEntries(files.map(file => [nameOf(file), file.text])));
  for (const file of files) {
    if (file.annotations.length === 0) continue;
    const lines = new Lines(file.text);
    const types = await checker.types(
      uriOf(nameOf(file)),
      file.text,
      file.annotations.map(({ range }) => ({ at: lines.offset(range.start), end: lines.offset(range.end) })),
    );
    assert(types, checker.trouble);
    const annotations = file.annotations.map(({ range }, index) => ({ range, text: printType(types[index]) }));
    if (isUpdating) fixture.annotate(file, annotations);
    else assert.deepEqual(annotations, file.annotations);
  }
  await checker.dispose();
}

/** Writes files to a folder of their own, with a strict project around them. */
function project(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'tracklint-types-'));
  folders.push(folder);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write('tsconfig.json', JSON.stringify(strict));
  for (const [name, text] of Object.entries(files)) write(name, text);
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const log: string[] = [];
  const checker = new NodeTypeChecker({
    trusted: false,
    folders: [uriOf('')],
    log: message => {
      log.push(message);
    },
  });
  checkers.push(checker);
  return { checker, uriOf, write, log };
}

const strict = {
  compilerOptions: {
    strict: true,
    allowJs: true,
    jsx: 'preserve',
    target: 'esnext',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  },
};

function nameOf(file: FixtureFile): string {
  return file.uri.slice('file:///'.length);
}
