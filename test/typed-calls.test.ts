/** The second wave: the calls of a workspace before and after a type checker was asked about their values. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Range } from '../server/src/base/text.ts';
import type { Payload, SentEvent } from '../server/src/code/track-call.ts';
import { nodeHost } from '../server/src/node/host.ts';
import { findTypeScript } from '../server/src/node/type-checker/find-typescript.ts';
import { NodeTypeChecker } from '../server/src/node/type-checker.ts';
import { typeWave } from '../server/src/workspace/type-wave.ts';
import { Workspace } from '../server/src/workspace/workspace.ts';
import { compareAnnotations } from './support/carets.ts';
import { Fixture, isUpdating, type Annotation, type TestCase } from './support/fixture.ts';
import { printSentValue } from './support/print-type.ts';

const options = findTypeScript(process.cwd(), { trusted: false }) ? {} : { skip: 'no TypeScript 7 is installed' };

for (const name of readdirSync('test/typed-calls')) {
  const fixture = new Fixture(`test/typed-calls/${name}`);
  suite(`typed calls: ${name.replace('.md', '')}`, options, () => {
    for (const testCase of fixture.cases) test(testCase.title, () => compare(fixture, testCase));
    after(() => {
      if (isUpdating) fixture.save();
    });
  });
}

async function compare(fixture: Fixture, { files }: TestCase): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracklint-calls-'));
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const log = (): void => undefined;
  const checker = new NodeTypeChecker({ trusted: false, folders: [uriOf('')], log });
  try {
    for (const { block, text } of files) {
      mkdirSync(dirname(join(folder, block.info)), { recursive: true });
      writeFileSync(join(folder, block.info), text);
    }
    const strict = { strict: true, target: 'esnext', module: 'esnext', moduleResolution: 'bundler', types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: strict }));
    const workspace = new Workspace(nodeHost(log));
    workspace.setFolders([uriOf('')]);
    await workspace.load();
    const before = files.map(({ block }) => valuesIn(workspace, uriOf(block.info)));
    await typeWave(
      workspace,
      checker,
      files.map(({ block }) => uriOf(block.info)),
    );
    assert.equal(checker.trouble, undefined);
    files.forEach((file, index) => {
      const known = valuesIn(workspace, uriOf(file.block.info));
      const found = known.map(({ name, range, value }, at): Annotation => {
        const old = before[index]?.[at];
        return { range, text: `${name}: ${old?.value ?? 'unknown'} => ${value}` };
      });
      if (isUpdating) fixture.annotate(file, found);
      else assert.deepEqual(found.sort(compareAnnotations), [...file.annotations].sort(compareAnnotations));
    });
  } finally {
    await checker.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface NamedValue {
  readonly name: string;
  readonly range: Range;
  readonly value: string;
}

/** Events that are no plain literals. */
function inEvent({ names, range, dynamic, dynamicRange }: SentEvent): readonly NamedValue[] {
  const place = dynamicRange ?? range;
  if (!place || (dynamic === undefined && names.every(({ literal }) => literal))) return [];
  const known = [...names.map(({ value }) => JSON.stringify(value)), ...(dynamic === undefined ? [] : ['dynamic'])];
  return [{ name: 'event', range: range ?? place, value: known.join(' | ') }];
}

function valuesIn(workspace: Workspace, uri: string): readonly NamedValue[] {
  const inPayload = ({ properties }: Payload): readonly NamedValue[] =>
    properties.map(({ name, value }) => ({ name, range: value.range, value: printSentValue(value) }));
  return workspace.snapshot.calls(uri).flatMap(({ event, payload }) => [...inEvent(event), ...inPayload(payload)]);
}
