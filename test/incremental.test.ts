import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { open } from './support/open.ts';
import { printCall } from './support/print-call.ts';

/**
 * A small product in pieces: each file has several versions, and a history is a list of (file, version). However the
 * workspace got there, it knows the same as one that is opened as it is now.
 */
const versions: Readonly<Record<string, readonly string[]>> = {
  'analytics.ts': [
    `import { AnalyticsBrowser } from '@segment/analytics-next';\nexport const analytics = AnalyticsBrowser.load({ writeKey: 'k' });`,
    `import posthog from 'posthog-js';\nexport const analytics = { track: (name: string, props?: object) => posthog.capture(name, props) };`,
    `export const analytics = { track(name: string) { console.log(name); } };`,
    `export const analytics = `,
  ],
  'track.ts': [
    `import { analytics } from './analytics';\nexport function send(name: string, props?: object) { analytics.track(name, props); }`,
    `import { analytics } from './analytics';\nexport function send(name: string, props = {}) { analytics.track('Shop ' + name, { ...props, app: 'web' }); }`,
    `import { analytics } from './analytics';\nexport const send = (props: object, name: string) => analytics.track(name, props);`,
    `export const send = (name: string) => name;`,
    `export { send } from './other';`,
  ],
  'other.ts': [
    `import { analytics } from './analytics';\nexport const send = (name: string) => analytics.track(name, { other: 1 });`,
    `export {};`,
  ],
  'events.ts': [
    `export const DONE = 'Order Completed';\nexport enum Step { A = 'Step A', B = 'Step B' }`,
    `export const DONE = 'Order Done';\nexport enum Step { A = 'Step One' }`,
    `export * from './other';`,
  ],
  'page.ts': [
    `import { send } from './track';\nimport { DONE, Step } from './events';\nsend(DONE, { total: 1 });\nsend(Step.A);`,
    `import { send as go } from './track';\nimport { DONE } from './events';\nconst again = (name: string) => go(name, { again: true });\nagain(DONE);\nagain('Order Viewed');`,
    `import { send } from './track';\nsend({ total: 2 }, 'Order Viewed');\nsend('Half`,
  ],
  'user.ts': [
    `import { send } from './track';\nexport const pass = (tracker: (name: string) => void) => tracker('Passed');\npass(send);`,
    `import { again } from './page';\nagain('From User');`,
  ],
};

const names = Object.keys(versions);
const step = fc
  .integer({ min: 0, max: names.length - 1 })
  .chain(file =>
    fc
      .integer({ min: 0, max: (versions[names[file] ?? '']?.length ?? 1) - 1 })
      .map(version => ({ name: names[file] ?? '', version })),
  );

suite('incremental', () => {
  test('a workspace knows the same however it got where it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async history => {
        const now = new Map(names.map(name => [name, versions[name]?.[0] ?? '']));
        const workspace = await open(filesOf(now));
        for (const { name, version } of history) {
          const text = versions[name]?.[version] ?? '';
          now.set(name, text);
          await workspace.update(`file:///${name}`, text);
        }
        const fresh = await open(filesOf(now));
        for (const name of names) {
          const uri = `file:///${name}`;
          assert.deepEqual(
            workspace.snapshot.calls(uri).map(printCall),
            fresh.snapshot.calls(uri).map(printCall),
            name,
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});

function filesOf(texts: ReadonlyMap<string, string>): { uri: string; text: string }[] {
  return [...texts].map(([name, text]) => ({ uri: `file:///${name}`, text }));
}
