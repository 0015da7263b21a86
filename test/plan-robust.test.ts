/** Plans that are broken on purpose: a message at the place, and an event that stands beside the damage works on. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkAll } from '../server/src/rules/check.ts';
import { open } from './support/open.ts';

const event = '  Good Sent:\n    properties: { n: number }\n';
const code = "analytics.track('Good Sent', { n: 'x' });\nanalytics.track('Godo Sent');\n";

/** What each level repeats of the one before, nine times. */
function bomb(levels: number): string {
  const list = (item: string): string => `[${Array.from({ length: 9 }, () => item).join(', ')}]`;
  return Array.from(
    { length: levels },
    (_, level) => `    description${level}: &a${level} ${list(level === 0 ? 'x' : `*a${level - 1}`)}\n`,
  ).join('');
}

function nested(depth: number): string {
  return `${'{ a: { type: object, properties: '.repeat(depth)}{}${' } }'.repeat(depth)}`;
}

const cases: readonly { readonly title: string; readonly plan: string; readonly says?: RegExp }[] = [
  {
    title: 'an alias bomb',
    plan: `events:\n${event}  Bomb:\n${bomb(12)}`,
    says: /^`\*a\d+` repeats too much to be read\.$/,
  },
  {
    title: 'an anchor within itself',
    plan: `events:\n${event}  C: &c\n    properties: { a: *c }\n`,
    says: /stands inside/,
  },
  { title: 'a merge of itself', plan: `events:\n${event}  C: &c\n    <<: *c\n`, says: /stands inside/ },
  { title: 'a scalar of five million characters', plan: `name: '${'x'.repeat(5e6)}'\nevents:\n${event}` },
  {
    title: 'an endless description',
    plan: `events:\n${event}  Big:\n    description: ${'lorem ipsum '.repeat(430_000)}\n`,
  },
  {
    title: 'names of the language',
    plan: [
      'properties:\n  __proto__: string\n  constructor: number\n',
      `events:\n${event}`,
      '  __proto__:\n    properties: { __proto__: string, constructor: { $ref: constructor } }\n',
      '  constructor: { properties: { toString: string, hasOwnProperty: string } }\n',
      'identify: { traits: { __proto__: string } }\n',
    ].join(''),
  },
  {
    title: 'such names as keys',
    plan: `__proto__: 1\nevents:\n${event}constructor: 2\n`,
    says: /^`(__proto__|constructor)` is not a key/,
  },
  { title: 'the same key twice', plan: `events:\n${event}events: {}\n`, says: /^`events` stands here twice/ },
  { title: 'line ends of Windows', plan: `version: 1\nevents:\n${event}`.replaceAll('\n', '\r\n') },
  { title: 'a byte-order mark', plan: `\ufeffversion: 1\nevents:\n${event}` },
  {
    title: 'halves of surrogates',
    plan: `events:\n${event}  "\\uD83D\\uDE00 Sent": {}\n  "\\uD83D Half": {}\n  \u{1f600} Whole: {}\n  \ud83d: {}\n`,
  },
  { title: 'a tab', plan: `events:\n${event}\tTab Sent: {}\n`, says: /does not allow tabs/ },
  {
    title: 'a tower of maps',
    plan: `events:\n${event}  Deep:\n    properties: ${nested(3000)}\n`,
    says: /nested too deeply/,
  },
  { title: 'a null character', plan: `events:\n${event}  X\0Y: {}\n` },
];

suite('a plan with', () => {
  for (const { title, plan, says } of cases)
    test(title, async () => {
      const { problems, found } = await check(plan);
      if (says === undefined) assert.deepEqual(problems, []);
      else {
        assert.ok(
          problems.some(message => says.test(message)),
          problems.join('\n') || 'nothing was found',
        );
        assert.ok(problems.every(message => !message.includes('call stack')));
      }
      assert.deepEqual(found, ['wrong-type', 'unknown-event']);
    });

  for (const [title, plan] of [
    ['a hundred thousand open brackets', '['.repeat(100_000)],
    ['bytes of any kind', String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i)).repeat(400)],
  ] as const)
    test(`nothing but ${title}`, async () => {
      const { problems } = await check(plan);
      assert.ok(problems.length > 0 && problems.length <= 25, problems.join('\n'));
    });
});

/** What is said of the syntax and shape of the plan, and which rules find something in the code beside it. */
async function check(
  plan: string,
): Promise<{ readonly problems: readonly string[]; readonly found: readonly string[] }> {
  const workspace = await open([
    { uri: 'file:///tracking-plan.yaml', text: plan },
    { uri: 'file:///a.ts', text: code },
  ]);
  const findings = checkAll(workspace.snapshot, message => assert.fail(message));
  return {
    problems: findings.filter(({ rule }) => rule === 'invalid-plan').map(({ message }) => message),
    found: findings.filter(({ uri }) => uri.endsWith('a.ts')).map(({ rule }) => rule),
  };
}
