import { personalName, personalText } from './data/personal-data.ts';
import { quote } from './phrase.ts';
import type { Rule } from './rule.ts';

/**
 * Ids that stand for everybody; analytics tools refuse them or make one person of all users
 * (https://posthog.com/docs/product-analytics/identify, https://posthog.com/docs/data/ingestion-warnings).
 */
const SHARED = new Set(
  'null undefined true false guest anonymous anon distinctid distinct_id userid user_id id user unknown none nan 0'.split(
    ' ',
  ),
);

const UNSTABLE = new Set(['an e-mail address', 'a phone number']);

export const unstableUserId: Rule = {
  id: 'unstable-user-id',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'code',
  summary: 'The user id is an e-mail address, a phone number, or a word that all users share.',
  why: `People change their e-mail address and their phone number, and with them they become somebody else to every tool; both are
personal data that then stands in every event. A fixed word such as \`anonymous\` is worse: it makes one person of all users.
Use the id that the user has in your database.`,
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n',
      bad: `export function signedIn(user: { id: string; email: string }) {
  analytics.identify(user.email);
}`,
      good: `export function signedIn(user: { id: string; email: string }) {
  analytics.identify(user.id);
}`,
    },
  ],

  *call({ user }) {
    const value = user?.value;
    if (!value) return;
    const { range, path = [], values } = value;
    for (const each of values ?? []) {
      const held = typeof each === 'string' ? personalText(each) : undefined;
      if (held !== undefined && UNSTABLE.has(held)) yield { range, message: says(held) };
      else if (each !== null && SHARED.has(String(each).toLowerCase()))
        yield {
          range,
          message: `The user id ${quote(each)} is the same for everybody: all users become one person. Use the id that the user has in your database.`,
        };
    }
    const last = path.at(-1);
    const held = values || last === undefined ? undefined : personalName(last);
    if (held !== undefined && UNSTABLE.has(held)) yield { range, message: says(held) };
  },
};

function says(what: string): string {
  return `This user id is ${what}: it changes, and it is personal data in every event. Use the id that the user has in your database.`;
}
