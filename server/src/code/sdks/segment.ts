import type { Sdk, SdkCall } from '../sdk.ts';
import { javascriptFamily } from '../language-families.ts';
import { arg } from './locate.ts';

const source =
  'segmentio/segment-docs src/connections/sources/catalog/libraries; npm @segment/analytics-next 1.84.3, @segment/analytics-node 3.1.0';

/** Calls of analytics.js and all that cloned its interface: `track(event, properties)`, `page(category, name, properties)`. */
export const analyticsJsCalls: readonly SdkCall[] = [
  { kind: 'track', methods: ['track'], event: arg(0), properties: arg(1), shape: 'event-object' },
  { kind: 'page', methods: ['page'], event: arg(0), properties: arg(1), shape: 'page-strings' },
  { kind: 'screen', methods: ['screen'], event: arg(0), properties: arg(1), shape: 'page-strings' },
  { kind: 'identify', methods: ['identify'], properties: arg(1), user: [arg(0)], shape: 'ids-optional' },
  { kind: 'group', methods: ['group'], properties: arg(1), group: arg(0), shape: 'ids-optional' },
  { kind: 'alias', methods: ['alias'], user: [arg(0)] },
  {
    kind: 'track',
    methods: ['trackLink', 'trackForm', 'trackClick', 'trackSubmit'],
    event: arg(1),
    properties: arg(2),
  },
];

/** Calls of the server libraries: one object with everything. */
export const analyticsNodeCalls: readonly SdkCall[] = [
  {
    kind: 'track',
    methods: ['track'],
    event: arg(0, 'event'),
    properties: arg(0, 'properties'),
    user: [arg(0, 'userId'), arg(0, 'anonymousId')],
  },
  {
    kind: 'page',
    methods: ['page'],
    event: arg(0, 'name'),
    properties: arg(0, 'properties'),
    user: [arg(0, 'userId'), arg(0, 'anonymousId')],
  },
  {
    kind: 'screen',
    methods: ['screen'],
    event: arg(0, 'name'),
    properties: arg(0, 'properties'),
    user: [arg(0, 'userId'), arg(0, 'anonymousId')],
  },
  {
    kind: 'identify',
    methods: ['identify'],
    properties: arg(0, 'traits'),
    user: [arg(0, 'userId'), arg(0, 'anonymousId')],
  },
  {
    kind: 'group',
    methods: ['group'],
    properties: arg(0, 'traits'),
    group: arg(0, 'groupId'),
    user: [arg(0, 'userId'), arg(0, 'anonymousId')],
  },
  { kind: 'alias', methods: ['alias'], user: [arg(0, 'userId')] },
];

export const segmentJs: Sdk = {
  id: 'segment-js',
  vendor: 'segment',
  title: 'Segment Analytics.js',
  languages: javascriptFamily,
  imports: ['@segment/analytics-next', '@segment/analytics.js-core', '@segment/snippet'],
  globals: ['analytics'],
  calls: analyticsJsCalls,
  source,
};

export const segmentNode: Sdk = {
  id: 'segment-node',
  vendor: 'segment',
  title: 'Segment for Node.js',
  languages: javascriptFamily,
  imports: ['@segment/analytics-node', 'analytics-node'],
  globals: [],
  calls: analyticsNodeCalls,
  source,
};

export const segmentReactNative: Sdk = {
  id: 'segment-react-native',
  vendor: 'segment',
  title: 'Segment for React Native',
  languages: javascriptFamily,
  imports: ['@segment/analytics-react-native'],
  globals: [],
  calls: [
    { kind: 'track', methods: ['track'], event: arg(0), properties: arg(1) },
    { kind: 'screen', methods: ['screen'], event: arg(0), properties: arg(1) },
    { kind: 'identify', methods: ['identify'], properties: arg(1), user: [arg(0)], shape: 'ids-optional' },
    { kind: 'group', methods: ['group'], properties: arg(1), group: arg(0) },
    { kind: 'alias', methods: ['alias'], user: [arg(0)] },
  ],
  source: 'npm @segment/analytics-react-native 2.24.1',
};

export const hightouchJs: Sdk = {
  ...segmentJs,
  id: 'hightouch-js',
  vendor: 'hightouch',
  title: 'Hightouch Events',
  imports: ['@ht-sdks/events-sdk-js-browser'],
  globals: ['htevents'],
  source: 'npm @ht-sdks/events-sdk-js-browser 1.5.1',
};

export const customerioCdpJs: Sdk = {
  ...segmentJs,
  id: 'customerio-cdp-js',
  vendor: 'customerio',
  title: 'Customer.io Data Pipelines',
  imports: ['@customerio/cdp-analytics-browser'],
  globals: ['cioanalytics'],
  source: 'npm @customerio/cdp-analytics-browser 0.5.11',
};

export const getAnalytics: Sdk = {
  id: 'getanalytics-io',
  vendor: 'analytics',
  title: 'Analytics (getanalytics.io)',
  languages: javascriptFamily,
  imports: ['analytics', 'use-analytics'],
  globals: [],
  calls: [
    { kind: 'track', methods: ['track'], event: arg(0), properties: arg(1) },
    { kind: 'identify', methods: ['identify'], properties: arg(1), user: [arg(0)] },
    { kind: 'page', methods: ['page'], properties: arg(0) },
  ],
  source: 'npm analytics 0.8.19 README',
};
