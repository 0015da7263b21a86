import { javascriptFamily } from '../language-families.ts';
import type { Sdk } from '../sdk.ts';
import { arg } from './locate.ts';

export const snowplowBrowser: Sdk = {
  id: 'snowplow-js',
  vendor: 'snowplow',
  title: 'Snowplow browser tracker',
  languages: javascriptFamily,
  imports: ['@snowplow/browser-tracker', '@snowplow/react-native-tracker'],
  globals: ['snowplow'],
  calls: [
    {
      kind: 'track',
      functions: ['trackSelfDescribingEvent'],
      methods: ['trackSelfDescribingEvent'],
      event: arg(0, 'event', 'schema'),
      properties: arg(0, 'event', 'data'),
      shape: 'iglu-schema',
    },
    {
      kind: 'track',
      functions: ['trackStructEvent'],
      methods: ['trackStructEvent', 'trackStructuredEvent'],
      event: arg(0, 'action'),
      properties: arg(0),
      omit: ['action', 'category', 'context', 'trackers', 'timestamp'],
    },
    { kind: 'page', functions: ['trackPageView'], methods: ['trackPageView'], event: arg(0, 'title') },
    {
      kind: 'track',
      functions: ['snowplow'],
      command: ['trackSelfDescribingEvent'],
      event: arg(1, 'event', 'schema'),
      properties: arg(1, 'event', 'data'),
      shape: 'iglu-schema',
    },
    {
      kind: 'track',
      functions: ['snowplow'],
      command: ['trackStructEvent'],
      event: arg(1, 'action'),
      properties: arg(1),
      omit: ['action', 'category', 'context', 'trackers', 'timestamp'],
    },
    { kind: 'page', functions: ['snowplow'], command: ['trackPageView'], event: arg(1, 'title') },
  ],
  source: 'npm @snowplow/browser-tracker 4.10.1; snowplow/documentation web-trackers/tracking-events',
};

export const snowplowNode: Sdk = {
  id: 'snowplow-node',
  vendor: 'snowplow',
  title: 'Snowplow Node.js tracker',
  languages: javascriptFamily,
  imports: ['@snowplow/node-tracker', '@snowplow/tracker-core'],
  globals: [],
  calls: [
    {
      kind: 'track',
      functions: ['buildSelfDescribingEvent'],
      event: arg(0, 'event', 'schema'),
      properties: arg(0, 'event', 'data'),
      shape: 'iglu-schema',
    },
    {
      kind: 'track',
      functions: ['buildStructEvent'],
      event: arg(0, 'action'),
      properties: arg(0),
      omit: ['action', 'category'],
    },
    { kind: 'screen', functions: ['buildScreenView'], event: arg(0, 'name') },
    { kind: 'page', functions: ['buildPageView'], event: arg(0, 'pageTitle') },
  ],
  source: 'npm @snowplow/node-tracker 4.8.0',
};
