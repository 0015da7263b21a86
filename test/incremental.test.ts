import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { open } from './support/open.ts';
import { printCall } from './support/print-call.ts';

/** A file of many statements, so that an edit of one leaves others as they are. */
const many = `import { send } from './track';
const NAME = 'Many';
const local = (name: string) => { send(name, { local: true }); };
const table: Record<string, string> = { x: 'X' };
export function one(name: string) { local(NAME); send(name, { one: 1 }); }
function Row({ onSend }: { onSend: (name: string) => void }) { onSend('From Row'); return <i/>; }
export const page = () => <Row onSend={send} />;
table.x = 'Filled';
send(table.x);
one('One');
window.many = one;
`;

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
    `import { analytics } from './analytics';\nexport default function (name: string) { analytics.track(name); }`,
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
  'many.tsx': [
    many,
    many.replace("'Many'", "'Several'"),
    many.replace("'Many'", "'Several"),
    `\n${many}`,
    many.replace('export function one', '\n\nexport function one'),
    many.replace('{ send(name, { local: true }); }', '{ console.log(name); }'),
    many.replace('local(NAME)', 'local(NAME + name)'),
    many.replace('onSend={send}', 'onSend={local}'),
    many.replace('onSend={send}', ''),
    many.replace("table.x = 'Filled'", "table.y = 'Filled'"),
    many.replace('send(table.x)', 'send(table.x, { more: 1 })'),
    many.replace("'./track'", "'./other'"),
    many.replace('const NAME', 'const OTHER'),
    `${many}${many.replaceAll('one', 'eleven')}`,
  ],
  'user.ts': [
    `import { send } from './track';\nexport const pass = (tracker: (name: string) => void) => tracker('Passed');\npass(send);`,
    `import { again } from './page';\nagain('From User');`,
    `import whatever from './track';\nwhatever('By Default');`,
  ],
  'global.ts': [
    `import { send } from './track';\nwindow.api = { send };`,
    `window.api = { send: (name: string) => name };`,
    `import { send } from './track';\nwindow.other = { send };`,
    ``,
  ],
  'uses-global.ts': [
    `api.send('From Global');`,
    `window.api.send('From Window');\nother.send('From Other');`,
    `many('From Many');`,
  ],
  'context.tsx': [
    `import { createContext, useContext } from 'react';\nexport const Context = createContext(null);\nexport const useSend = () => useContext(Context);`,
    `import { createContext } from 'react';\nexport const Context = createContext((name: string) => name);\nexport const useSend = () => undefined;`,
  ],
  'provider.tsx': [
    `import { Context } from './context';\nimport { send } from './track';\nexport const P = ({ children }) => <Context.Provider value={send}>{children}</Context.Provider>;`,
    `import { Context } from './context';\nexport const P = ({ children }) => <Context.Provider value={() => 1}>{children}</Context.Provider>;`,
  ],
  'reader.tsx': [
    `import { useSend } from './context';\nexport function R() { const go = useSend(); go('From Hook'); }`,
    `import { useContext } from 'react';\nimport { Context } from './context';\nexport function R() { const go = useContext(Context); go('From Context'); }`,
  ],
  'service.ts': [
    `import { analytics } from './analytics';\nexport interface Log { log(name: string): void }\nexport class Real implements Log { log(name: string) { analytics.track(name); } }`,
    `export interface Log { log(name: string): void }\nexport class Real implements Log { log(name: string) { name.trim(); } }`,
    `export interface Log { log(name: string): void }`,
  ],
  'client.ts': [
    `import type { Log } from './service';\nexport class C { constructor(private log: Log) {} go() { this.log.log('By Interface'); } }`,
    `import type { Log } from './service';\nexport const go = (log: Log) => log.log('By Parameter');`,
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
