import { isSameRange } from '../base/text.ts';
import type { TrackCall } from '../code/track-call.ts';
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

  *call(call) {
    const { user, via, calleeRange, unfinished } = call;
    if (!user || unfinished || isInBrowser(call)) return;
    const { sent, value } = user;
    const advice = 'send a user id, or an anonymous id where nobody is signed in';
    if (!sent) {
      // What a wrapper leaves out is for the wrapper to repair, not for each of its callers.
      if (!via) yield { range: calleeRange, message: `This call does not say whose event it is: ${advice}.` };
      return;
    }
    if (!value || isSameRange(value.range, calleeRange)) return;
    const { range } = value;
    if (value.values?.some(each => each === null || each === ''))
      yield { range, message: `The user id may be empty here, and then the event belongs to nobody: ${advice}.` };
    else if (value.optional || value.types?.includes('null'))
      yield { range, message: `The user id may be missing here, and then the event belongs to nobody: ${advice}.` };
  },
};

/** In a page or an app the SDK knows its user, and `identify` without an id keeps the anonymous one. */
function isInBrowser({ kind, sdk, language }: TrackCall): boolean {
  const isScript = /^(?:javascript|typescript|vue|svelte|astro|html)/.test(language);
  return kind === 'identify' && isScript && !sdk.endsWith('-node');
}
