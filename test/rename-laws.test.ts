/** Laws of rename on a made-up workspace of two hundred files in five languages, with a plan in several files. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { Lines } from '../server/src/base/lines.ts';
import { plainEditor } from '../server/src/features/editor.ts';
import { rename } from '../server/src/features/rename.ts';
import type { Workspace } from '../server/src/workspace/workspace.ts';
import { applyEdits } from './support/edits.ts';
import { open, type TextFile } from './support/open.ts';

const filesPerLanguage = 40;

/** What is renamed, how it stands in the plan, and how many files name it. */
const subjects = {
  event: { name: 'Order Completed', inPlan: '  Order Completed:', files: 201 },
  property: { name: 'order_id', inPlan: '      order_id:', files: 201 },
  // What events call it is a name of their own.
  'shared property': { name: 'currency', inPlan: '  currency:', files: 2 },
  value: { name: 'express', inPlan: 'enum: [express', files: 201 },
  word: { name: 'Order', inPlan: 'objects: { Order', files: 202 },
} as const;

type Subject = keyof typeof subjects;

const plan = `version: 1
vocabulary:
  objects: { Order: {}, Cart: {} }
  actions: { Completed: {}, Refunded: {}, Shipped: {}, Viewed: {} }
# Comments, order and spelling stay as they are.
properties:
  currency: { type: string, enum: [EUR, "USD"] }
events:
  "Cart Viewed": {}
  Order Completed:
    properties:
      order_id: { type: string, required: true }
      currency: { $ref: currency }
      shipping: { type: string, enum: [express, slow] }
  Order Refunded: { replaced_by: Order Completed, status: deprecated }
metrics:
  revenue: { events: [Order Completed, 'Cart Viewed'] }
funnels:
  checkout: [ 'Cart Viewed', "Order Completed" ]
`;

const morePlan = `events:
  Order Shipped:
    properties: { order_id: string, currency: { $ref: currency } }
`;

/** One file of each language; `quote`, names of constants and line ends differ from file to file. */
const languages: Readonly<Record<string, (index: number, quote: string) => string>> = {
  ts: (index, quote) => `import { analytics } from './analytics';
${index % 3 === 0 ? `const PAID = ${quote}Order Completed${quote};` : `const PAID = { name: ${quote}Order Completed${quote} }.name;`}
export function send${index}(id: string) {
  analytics.track(PAID, { order_id: id, currency: ${quote}EUR${quote}, shipping: ${quote}express${quote} });
  analytics.track(id === '' ? ${quote}Order Completed${quote} : ${quote}Cart Viewed${quote}, { ['order_id']: id });
  // Order Completed, order_id and express in a comment are no names.
}
`,
  py: (index, quote) => `import segment.analytics as analytics
PAID = ${quote}Order Completed${quote}

def send_${index}(user):
    analytics.track(user, PAID, {${quote}order_id${quote}: user, ${quote}currency${quote}: ${quote}EUR${quote}})
    analytics.track(user, 'Order Completed', {"shipping": 'express', 'order_id': user})
`,
  rb: (index, quote) => `Analytics = Segment::Analytics.new(write_key: 'x')
def send_${index}(user)
  Analytics.track(user_id: user, event: ${quote}Order Completed${quote}, properties: { order_id: user, currency: 'EUR' })
  Analytics.track(user_id: user, event: 'Order Completed', properties: { 'order_id' => user, shipping: ${quote}express${quote} })
end
`,
  go: index => `package send

import "github.com/segmentio/analytics-go/v3"

const paid${index} = "Order Completed"

func send${index}(client analytics.Client, user string) {
	client.Enqueue(analytics.Track{UserId: user, Event: paid${index}, Properties: analytics.Properties{"order_id": user, "currency": "EUR"}})
	client.Enqueue(analytics.Track{UserId: user, Event: "Order Completed", Properties: analytics.NewProperties().Set("order_id", user).Set("shipping", "express")})
}
`,
  kt: index => `package send${index}

import com.segment.analytics.kotlin.core.Analytics

const val PAID = "Order Completed"

fun send(analytics: Analytics, user: String) {
  analytics.track(PAID, mapOf("order_id" to user, "currency" to "EUR"))
  analytics.track("Order Completed", buildJsonObject { put("order_id", user); put("shipping", "express") })
}
`,
};

const analytics = `import { AnalyticsBrowser } from '@segment/analytics-next';
export const analytics = AnalyticsBrowser.load({ writeKey: 'x' });
`;

function generated(seed: number): readonly TextFile[] {
  const code = Object.entries(languages).flatMap(([language, write]) =>
    Array.from({ length: filesPerLanguage }, (_, index) => {
      const text = write(index, (index + seed) % 2 === 0 ? "'" : '"');
      const lineEnds = (index * 7 + seed) % 4 === 0 ? text.replaceAll('\n', '\r\n') : text;
      return {
        uri: `file:///src/${language}/${index}.${language}`,
        text: (index + seed) % 5 === 0 ? lineEnds.trimEnd() : lineEnds,
      };
    }),
  );
  return [
    { uri: 'file:///tracking-plan.yaml', text: seed % 2 === 0 ? plan : plan.replaceAll('\n', '\r\n') },
    { uri: 'file:///tracking-plan/more.yaml', text: morePlan },
    { uri: 'file:///src/ts/analytics.ts', text: analytics },
    ...code,
  ];
}

/** Names that need no quotes in any language, and that nothing else has. */
const propertyName = fc.stringMatching(/^k[a-z]{3,6}(?:_[a-z]{3,6}){1,2}$/);
const newNames: Readonly<Record<Subject, fc.Arbitrary<string>>> = {
  event: fc
    .array(fc.stringMatching(/^K[a-z0-9äéλж]{2,8}$/), { minLength: 1, maxLength: 4 })
    .map(words => words.join(' ')),
  property: propertyName,
  'shared property': propertyName,
  value: fc.stringMatching(/^k[a-z]{4,8}(?:-[a-z]{3,6})?$/),
  word: fc.stringMatching(/^K[a-z]{3,8}$/),
};

suite('rename', { timeout: 300_000 }, () => {
  for (const subject of Object.keys(subjects) as Subject[]) {
    test(`there and back is the identity, byte for byte: ${subject}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(1000), newNames[subject], (seed, name) => thereAndBack(subject, seed, name)),
        { numRuns: 2 },
      );
    });
  }
});

async function thereAndBack(subject: Subject, seed: number, newName: string): Promise<void> {
  const { name, inPlan, files } = subjects[subject];
  const before = generated(seed);
  const workspace = await open(before);
  const there = await renamed(workspace, before, inPlan, name, newName);
  const changed = there.filter(({ text }, index) => text !== before[index]?.text).map(({ uri }) => uri);
  assert.equal(changed.length, files);
  const back = await renamed(workspace, there, inPlan.replace(name, newName), newName, name);
  assert.deepEqual(back, before);
}

async function renamed(
  workspace: Workspace,
  files: readonly TextFile[],
  inPlan: string,
  name: string,
  newName: string,
): Promise<readonly TextFile[]> {
  const uri = 'file:///tracking-plan.yaml';
  const text = files.find(file => file.uri === uri)?.text ?? '';
  const at = text.indexOf(inPlan) + inPlan.indexOf(name) + 1;
  const params = { textDocument: { uri }, position: new Lines(text).position(at), newName };
  const edit = rename(workspace.snapshot, params, plainEditor);
  const edits = Object.entries(edit?.changes ?? {}).flatMap(([uri, own]) => own.map(each => ({ ...each, uri })));
  const after = applyEdits(files, edits);
  for (const { uri, text } of after) if (edits.some(each => each.uri === uri)) workspace.change(uri, text);
  await workspace.settle();
  return after.map(({ uri, text }) => ({ uri, text }));
}
