import type { TrackCall } from '../../code/track-call.ts';

/**
 * Properties that the page call of Segment's spec fills in by itself, and that calls may repeat
 * (https://segment.com/docs/connections/spec/page/#properties).
 */
const PAGE = new Set(['category', 'keywords', 'name', 'path', 'referrer', 'search', 'title', 'url']);

/**
 * Parameters that steer gtag instead of being sent as data
 * (https://developers.google.com/tag-platform/gtagjs/reference#config).
 */
const GTAG = new Set([
  'event_callback',
  'event_timeout',
  'send_to',
  'transport_type',
  'non_interaction',
  'debug_mode',
  'groups',
]);

/** Whether a property is the SDK's own, so that no plan lists it: `$set` of PostHog and Mixpanel, `send_to` of gtag, … */
export function isVendorProperty(name: string, call: TrackCall): boolean {
  if (name.startsWith('$')) return true;
  if (call.kind === 'page') return PAGE.has(name);
  return GTAG.has(name) && /^(?:ga|gtag|gtm|next-third-parties)/.test(call.sdk);
}
