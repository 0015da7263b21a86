/**
 * Config files. Carets mark the problems of the first file, `expect` is the config that comes out of it with what it
 * extends, and `fix <title>` the first file after the suggestion of that title.
 */
import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { Lines } from '../server/src/base/lines.ts';
import type { Config } from '../server/src/workspace/config.ts';
import { mergeConfig } from '../server/src/workspace/merge-config.ts';
import { readConfig } from '../server/src/workspace/read-config.ts';
import { compareAnnotations } from './support/carets.ts';
import { Fixture, isUpdating, type TestCase } from './support/fixture.ts';

const known = { rules: ['unknown-event', 'missing-owner', 'wrong-type'], sdks: ['segment', 'ga4', 'mixpanel'] };

const fixture = new Fixture('test/workspace/config.md');

suite('config', () => {
  for (const testCase of fixture.cases)
    test(testCase.title, () => {
      run(testCase);
    });
  after(() => {
    if (isUpdating) fixture.save();
  });
});

function run({ files, answers }: TestCase): void {
  const read = new Map(files.map(file => [file.uri, readConfig(file.uri, file.text, known)]));
  const [first] = files;
  const config = first && read.get(first.uri);
  assert(config);
  const merged = mergeConfig(config, uri => read.get(uri));
  const found = merged.problems.map(({ range, message }) => ({ range, text: message })).sort(compareAnnotations);
  if (isUpdating) fixture.annotate(first, found);
  else assert.deepEqual(found, [...first.annotations].sort(compareAnnotations));
  for (const block of answers) {
    const actual: string = block.language === 'fix' ? repaired(merged, first.text, block.info) : print(merged);
    if (isUpdating) fixture.replace(block, actual);
    else assert.equal(actual.trimEnd(), block.text.trimEnd());
  }
}

function print(config: Config): string {
  const isEmpty = (value: unknown) =>
    (Array.isArray(value) && value.length === 0) || (value instanceof Map && value.size === 0);
  return Object.entries(config)
    .filter(([key, value]) => key !== 'uri' && key !== 'problems' && !isEmpty(value))
    .map(([key, value]) => `${key}: ${JSON.stringify(value, plain)}`)
    .join('\n');
}

function plain(key: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value as ReadonlyMap<string, unknown>);
  return key === 'range' ? undefined : value;
}

function repaired({ problems }: Config, text: string, title: string): string {
  const suggestion = problems.find(problem => problem.suggestion?.title === title)?.suggestion;
  assert(suggestion, `no problem suggests "${title}"`);
  const lines = new Lines(text);
  const { start, end } = suggestion.range;
  return text.slice(0, lines.offset(start)) + suggestion.newText + text.slice(lines.offset(end));
}
