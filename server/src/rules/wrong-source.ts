import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, SourceDefinition, TrackingPlan } from '../plan/plan.ts';
import { sourcesOf } from '../workspace/sources.ts';
import { planEntry, sends, whereWritten } from './names/related.ts';
import { targetsOf } from './payload/targets.ts';
import { list, quote } from './phrase.ts';
import type { Rule } from './rule.ts';

export const wrongSource: Rule = {
  id: 'wrong-source',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'code',
  summary: 'An event is sent from a source that the plan does not allow, or that is not ours at all.',
  why: `An order that both the web app and the server report is counted twice; an \`Invoice Paid\` that the payment provider sends by
webhook is not for our code to send. A plan says under \`sources\` who sends an event, and with \`include\` which files belong to a
source. A file of no source is never reported, unless all sources of the event are external.`,
  examples: [
    {
      plan: 'sources:\n  web: { include: ["*.ts"] }\n  api: { include: ["api/**"] }\nevents:\n  Order Completed: { sources: [api] }\n  Order Viewed: { sources: [web] }\n',
      bad: `analytics.track('Order Completed');`,
      good: `analytics.track('Order Viewed');`,
    },
    {
      plan: 'sources:\n  web: {}\n  stripe: { origin: external }\nevents:\n  Invoice Paid: { sources: [stripe] }\n  Order Viewed: { sources: [web] }\n',
      bad: `analytics.track('Invoice Paid');`,
      good: `analytics.track('Order Viewed');`,
    },
  ],

  *call(call, context) {
    const { plan } = context;
    const targets = new Map(targetsOf(call, context).map(({ event }) => [event?.name, event]));
    for (const name of call.event.names) {
      const event = targets.get(name.value);
      const fault = event && faultOf(event, call, plan);
      if (!event || !fault) continue;
      yield {
        range: name.range,
        message: `${sends(name.value, call)} ${fault.says}`,
        related: [
          ...whereWritten(name, call),
          planEntry(event),
          ...fault.sources.map(({ name, location }) => ({ ...location, message: `The source ${quote(name)}.` })),
        ],
      };
    }
  },
};

interface SourceFault {
  readonly says: string;
  readonly sources: readonly SourceDefinition[];
}

function faultOf({ sources }: EventDefinition, call: TrackCall, plan: TrackingPlan): SourceFault | undefined {
  if (!sources || sources.length === 0) return undefined;
  const allowed = sources.map(({ value }) => plan.sources.find(({ name }) => name === value));
  const known = allowed.filter(source => source !== undefined);
  // A name that no source has is reported in the plan; what it would allow is not known.
  if (known.length < allowed.length) return undefined;
  const names = list(known.map(({ name }) => quote(name)));
  if (known.every(({ origin }) => origin === 'external'))
    return { says: `comes from ${names}, which is external: our code does not send it.`, sources: known };
  const own = sourcesOfCall(call, plan);
  if (own.length === 0 || own.some(({ name }) => known.some(source => source.name === name))) return undefined;
  const here = list(
    own.map(({ name }) => quote(name)),
    'or',
  );
  return { says: `is sent by ${names} in the tracking plan, and this file belongs to ${here}.`, sources: known };
}

/** The sources that the call may belong to, by its file and, where several share files, by its SDK. */
function sourcesOfCall(call: TrackCall, plan: TrackingPlan): readonly SourceDefinition[] {
  const claiming = sourcesOf(plan, call.uri);
  const isOf = ({ sdks }: SourceDefinition): boolean =>
    !sdks || sdks.some(sdk => call.sdk === sdk || call.sdk.startsWith(`${sdk}-`));
  return claiming.every(isOf) ? claiming : claiming.filter(isOf);
}
