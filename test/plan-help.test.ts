/** Help in our YAML is complete: every key that the schema has is offered where it may stand, and explained where it stands. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CompletionList, Hover, MarkupContent } from 'vscode-languageserver';
import { Lines } from '../server/src/base/lines.ts';
import { plainEditor } from '../server/src/features/editor.ts';
import { features } from '../server/src/lsp/features.ts';
import type { JsonSchema } from '../server/src/plan/json-schema.ts';
import { planSchema } from '../server/src/plan/schema.ts';
import { keysOf, schemaAt } from '../server/src/plan/yaml/schema-at.ts';
import { configSchema } from '../server/src/workspace/config-schema.ts';
import type { Workspace } from '../server/src/workspace/workspace.ts';
import { openBuffers } from './support/open-buffers.ts';

for (const [uri, root] of [
  ['file:///tracking-plan.yaml', planSchema],
  ['file:///.tracklint.yaml', configSchema],
] as const) {
  suite(`every key of ${uri}`, () => {
    for (const { path, keys } of mapsOf(root)) {
      test(path.join(' > ') || 'the top', async () => {
        const workspace = await openBuffers([{ uri, text: '' }]);
        const offered = await offeredAt(workspace, uri, path);
        for (const key of keys) assert.ok(offered.get(key), `${key} is offered, with documentation`);
        for (const key of keys) assert.ok(await explained(workspace, uri, path, key), `${key} is explained`);
      });
    }
  });
}

interface MapOfKeys {
  /** Keys from the top; `any` where people choose the name, a number in a list. */
  readonly path: readonly string[];
  readonly keys: readonly string[];
}

/** Every map that the schema describes, each way of nesting once. */
function mapsOf(root: JsonSchema): readonly MapOfKeys[] {
  const found: MapOfKeys[] = [];
  const seen = new Set<string>();
  const walk = (path: readonly string[]): void => {
    const schema = schemaAt(root, path);
    const keys = schema
      ? keysOf(root, schema)
          .map(({ value }) => value)
          .filter(key => key !== '$schema')
      : [];
    const id = keys.join();
    if (!schema || path.length > 6) return;
    if (keys.length > 0 && !seen.has(id)) found.push({ path, keys });
    if (keys.length > 0 && seen.has(id)) return;
    seen.add(id);
    for (const key of keys) walk([...path, key]);
    if (typeof schema.additionalProperties === 'object') walk([...path, 'any']);
    if (schema.items) walk([...path, '0']);
  };
  walk([]);
  return found;
}

async function offeredAt(
  workspace: Workspace,
  uri: string,
  path: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { text, indent } = textOf(path);
  const list = await ask<CompletionList | null>(
    workspace,
    'textDocument/completion',
    uri,
    text + indent,
    text.length + indent.length,
  );
  const items = list?.items ?? [];
  return new Map(
    items.map(({ label, documentation }) => [label, (documentation as MarkupContent | undefined)?.value ?? '']),
  );
}

async function explained(workspace: Workspace, uri: string, path: readonly string[], key: string): Promise<string> {
  const { text, indent } = textOf(path);
  const at = text.length + indent.length + 1;
  const hover = await ask<Hover | null>(workspace, 'textDocument/hover', uri, `${text}${indent}${key}:\n`, at);
  return hover ? (hover.contents as MarkupContent).value : '';
}

/** The keys above, in lines, and how far what stands below the last of them is indented. */
function textOf(path: readonly string[]): { readonly text: string; readonly indent: string } {
  let text = '';
  let indent = '';
  for (const key of path) {
    if (key === '0') indent += '- ';
    else {
      text += `${indent}${key}:\n`;
      indent = `${indent.replace('-', ' ')}  `;
    }
  }
  return { text, indent };
}

async function ask<Result>(
  workspace: Workspace,
  method: string,
  uri: string,
  text: string,
  offset: number,
): Promise<Result> {
  workspace.change(uri, text);
  const feature = features.find(each => each.method === method);
  assert.ok(feature);
  const answer = await feature.load();
  const params = { textDocument: { uri }, position: new Lines(text).position(offset) };
  return answer(workspace.snapshot, params, { ...plainEditor, snippets: true }) as Result;
}
