/**
 * Half-typed text is the normal case: whatever is cut off, pasted over or stands next to nothing, every request gets an
 * answer, and every edit that is offered lies inside of its text.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { LSPErrorCodes, ResponseError, type CompletionList, type Range } from 'vscode-languageserver';
import { Lines } from '../server/src/base/lines.ts';
import type { Position } from '../server/src/base/text.ts';
import { diagnostics } from '../server/src/features/diagnostics.ts';
import type { Editor } from '../server/src/features/editor.ts';
import { plainEditor } from '../server/src/features/editor.ts';
import { features } from '../server/src/lsp/features.ts';
import type { Workspace } from '../server/src/workspace/workspace.ts';
import { openBuffers } from './support/open-buffers.ts';

const plan = `name: Shop
vocabulary: { objects: { Order: {} }, actions: { Completed: {} } }
sources: { web: { include: ['**'] } }
properties:
  currency: { type: string, enum: [USD, EUR] }
events:
  Order Completed:
    description: |
      The customer
      paid.
    sources: [web]
    properties:
      order_id: { type: string, required: true }
      currency: { $ref: currency }
      items: { type: array, items: { type: object, properties: { sku: string } } }
  "Quoted: Name": { status: deprecated, replaced_by: Order Completed }
metrics:
  revenue:
    events:
      - Order Completed
`;

const code = `import { EVENTS } from './events';
const props = { order_id: '1', currency: "EUR" };
analytics.track('Order Completed', {
  order_id: '1', currency: \`USD\`,
  items: [{ sku: 'a' }], // the "items"
  ...props,
});
// tracklint-ignore-next-line unknown-event -- later
analytics.track(isNew ? 'Order Complete' : EVENTS.done, props);
analytics.identify('1', { plan: 'free' });
`;

const modern: Editor = { ...plainEditor, snippets: true, nestedSymbols: true, definitionLinks: true };

suite('half-typed text', () => {
  for (const [name, text] of [
    ['tracking-plan.yaml', plan],
    ['src/a.ts', code],
    ['src/a.tsx', `export const A = () => <p onClick={() => {\n${code.replace(/^import.*\n/, '')}}} />;\n`],
  ] as const) {
    test(`${name} cut off at every other character`, async () => {
      const workspace = await shop();
      for (let end = 0; end <= text.length; end += 2) {
        await askEverything(workspace, name, text.slice(0, end), end);
      }
    });

    test(`${name} with a character typed at every other place`, async () => {
      const workspace = await shop();
      for (let at = 0; at <= text.length; at += 2) {
        const typed = `'"{([,: \n\`$😀`[(at / 2) % 12] ?? '';
        await askEverything(workspace, name, text.slice(0, at) + typed + text.slice(at), at + typed.length);
      }
    });
  }
});

test('of a file with very many findings the gravest are shown, in their order, and the rest counted', async () => {
  const calls = Array.from({ length: 1_500 }, (_, at) =>
    at % 3 === 0 ? `analytics.track('Order Completed');` : `analytics.track('Order Complete');`,
  );
  const uri = 'file:///src/many.ts';
  const workspace = await openBuffers([
    { uri: 'file:///tracking-plan.yaml', text: plan },
    { uri, text: calls.join('\n') },
  ]);
  const report = diagnostics(workspace.snapshot, { textDocument: { uri } }, plainEditor);
  assert.equal(report.kind, 'full');
  const [shown, rest] = [report.items.slice(0, -1), report.items.at(-1)];
  assert.equal(shown.length, 1_000);
  const lines = shown.map(({ range }) => range.start.line);
  assert.deepEqual(
    lines,
    [...lines].sort((a, b) => a - b),
  );
  assert.equal(shown.filter(({ code }) => code === 'missing-property').length, 500);
  assert.match(JSON.stringify(rest?.message), /^"500 more findings not shown\./);
});

function shop(): Promise<Workspace> {
  return openBuffers([
    { uri: 'file:///tracking-plan.yaml', text: plan },
    { uri: 'file:///src/events.ts', text: `export const EVENTS = { done: 'Order Completed' } as const;\n` },
  ]);
}

async function askEverything(workspace: Workspace, name: string, text: string, offset: number): Promise<void> {
  const uri = `file:///${name}`;
  workspace.change(uri, text);
  const lines = new Lines(text);
  const position = lines.position(offset);
  for (const feature of features) {
    if (!feature.method.startsWith('textDocument/')) continue;
    const answer = await feature.load();
    const params = { ...paramsOf(feature.method, position), textDocument: { uri }, position };
    try {
      expectInside(answer(workspace.snapshot, params, modern), text, lines);
    } catch (error) {
      // A refusal with a reason is an answer.
      if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed) continue;
      const line = text.split('\n')[position.line] ?? '';
      throw new Error(`${feature.method} at ${position.line}:${position.character} of ${line}`, { cause: error });
    }
  }
}

function paramsOf(method: string, position: Position): object {
  const range = { start: position, end: position };
  if (method.endsWith('codeAction')) return { range, context: { diagnostics: [], only: ['quickfix', 'source'] } };
  if (method.endsWith('inlayHint')) return { range };
  if (method.endsWith('formatting')) return { options: { tabSize: 2, insertSpaces: true } };
  if (method.endsWith('references')) return { context: { includeDeclaration: true } };
  return method.endsWith('/rename') ? { newName: 'Another Name' } : {};
}

/** Ranges of completions and actions are of the text that was asked about. */
function expectInside(answer: unknown, text: string, lines: Lines): void {
  const items = (answer as CompletionList | null)?.items;
  if (!Array.isArray(items)) return;
  for (const { textEdit } of items) {
    if (!textEdit || !('range' in textEdit)) continue;
    const { start, end }: Range = textEdit.range;
    const from = lines.offset(start);
    assert.ok(from <= lines.offset(end) && lines.offset(end) <= text.length);
    assert.equal(start.line, end.line, 'an editor takes only completions of one line');
  }
}
