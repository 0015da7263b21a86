import type { Rule } from './rule.ts';

export const missingUser: Rule = {
  id: 'missing-user',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'code',
  summary: 'A call on a server does not say whose event it is.',
  why: `In a browser or an app the SDK knows the user; on a server every call has to say. Without a user id or an anonymous id the
SDK throws or the vendor drops the event, and with \`undefined\` all such events become those of one person. Send \`userId\`,
or \`anonymousId\` where nobody is signed in.`,
  examples: [
    {
      plan: 'events:\n  Order Completed: {}\n',
      bad: `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: 'x' });
analytics.track({ event: 'Order Completed' });`,
      good: `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: 'x' });
export function done(userId: string) {
  analytics.track({ userId, event: 'Order Completed' });
}`,
    },
  ],

  *call({ user, calleeRange, unfinished }) {
    if (!user || unfinished) return;
    const { sent, value } = user;
    const advice = 'send a user id, or an anonymous id where nobody is signed in';
    if (!sent) {
      yield { range: calleeRange, message: `This call does not say whose event it is: ${advice}.` };
      return;
    }
    if (value?.values?.some(each => each === null || each === ''))
      yield {
        range: value.range,
        message: `The user id may be empty here, and then the event belongs to nobody: ${advice}.`,
      };
    else if (value?.optional || value?.types?.includes('null'))
      yield {
        range: value.range,
        message: `The user id may be missing here, and then the event belongs to nobody: ${advice}.`,
      };
  },
};
