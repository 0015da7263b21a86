/**
 * The tools of coding agents. Each `expect <tool> <input>` block of a case is one question, its input as JSON; the files
 * are unsaved buffers.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { agentTools } from '../server/src/features/agent/index.ts';
import type { AgentDesk, ToolInput } from '../server/src/features/agent/tool.ts';
import { Fixture, isUpdating, type TestCase } from './support/fixture.ts';
import { openBuffers } from './support/open-buffers.ts';

for (const name of readdirSync('test/agent')) {
  const fixture = new Fixture(`test/agent/${name}`);
  suite(`agent/${name}`, () => {
    for (const testCase of fixture.cases) test(testCase.title, () => run(fixture, testCase));
    after(() => {
      if (isUpdating) fixture.save();
    });
  });
}

async function run(fixture: Fixture, { files, answers }: TestCase): Promise<void> {
  const workspace = await openBuffers(files);
  const before = files.map(({ uri }) => workspace.snapshot.text(uri));
  const openText = (uri: string) => files.find(file => file.uri === uri)?.text;
  const desk: AgentDesk = { workspace, root: 'file:///', openText };
  assert.ok(answers.length > 0, 'a case has an answer');
  for (const block of answers) {
    const actual = await ask(desk, block.info);
    if (isUpdating) fixture.replace(block, actual);
    else assert.equal(actual.trimEnd(), block.text.trimEnd());
  }
  assert.deepEqual(
    files.map(({ uri }) => workspace.snapshot.text(uri)),
    before,
    'a question changes nothing',
  );
}

async function ask(desk: AgentDesk, info: string): Promise<string> {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  const tool = agentTools.find(each => each.name === name);
  assert.ok(tool, `there is no tool "${name}"`);
  const input = space < 0 ? {} : (JSON.parse(info.slice(space + 1)) as ToolInput);
  // Fences inside of an answer would end its block.
  return (await tool.run(desk, input)).replaceAll('```', "'''");
}

test('the manifest of the extension offers the same tools', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly contributes: { readonly languageModelTools: readonly object[] };
  };
  assert.deepEqual(
    contributes.languageModelTools,
    agentTools.map(({ name, title, description, input }) => ({
      name: `tracklint_${name}`,
      displayName: title,
      modelDescription: description,
      canBeReferencedInPrompt: true,
      toolReferenceName: name.replaceAll('_', '-'),
      tags: ['analytics', 'tracking plan'],
      inputSchema: input,
    })),
  );
});
