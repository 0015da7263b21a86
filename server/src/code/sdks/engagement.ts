import { javascriptFamily } from '../language-families.ts';
import type { Sdk } from '../sdk.ts';
import { arg } from './locate.ts';

const languages = javascriptFamily;

/** Messaging, onboarding and CRM tools. */
export const engagementSdks: readonly Sdk[] = [
  {
    id: 'mparticle-web',
    vendor: 'mparticle',
    title: 'mParticle web',
    languages,
    imports: ['@mparticle/web-sdk'],
    globals: ['mParticle'],
    calls: [
      { kind: 'track', methods: ['logEvent'], event: arg(0), properties: arg(2) },
      { kind: 'screen', methods: ['logPageView'], event: arg(0), properties: arg(1) },
      { kind: 'track', methods: ['logProductAction'], event: arg(0), properties: arg(2) },
    ],
    source: 'npm @types/mparticle__web-sdk 2.66.0; mParticle/docs sdk/web/event-tracking',
  },
  {
    id: 'braze-js',
    vendor: 'braze',
    title: 'Braze',
    languages,
    imports: ['@braze/web-sdk', '@braze/react-native-sdk'],
    globals: ['braze', 'Braze', 'appboy'],
    calls: [
      { kind: 'track', methods: ['logCustomEvent'], functions: ['logCustomEvent'], event: arg(0), properties: arg(1) },
      { kind: 'identify', methods: ['changeUser'], functions: ['changeUser'], user: [arg(0)] },
    ],
    source: 'npm @braze/web-sdk 6.13.0, @braze/react-native-sdk 22.0.0',
  },
  {
    id: 'customerio-node',
    vendor: 'customerio',
    title: 'Customer.io Node.js',
    languages,
    imports: ['customerio-node'],
    globals: [],
    calls: [
      { kind: 'track', methods: ['track'], event: arg(1, 'name'), properties: arg(1, 'data'), user: [arg(0)] },
      { kind: 'track', methods: ['trackAnonymous'], event: arg(1, 'name'), properties: arg(1, 'data') },
      { kind: 'identify', methods: ['identify'], properties: arg(1), user: [arg(0)] },
    ],
    source: 'npm customerio-node 4.4.0 README',
  },
  {
    id: 'intercom-js',
    vendor: 'intercom',
    title: 'Intercom',
    languages,
    imports: ['@intercom/messenger-js-sdk', 'react-use-intercom'],
    globals: ['Intercom'],
    calls: [
      { kind: 'track', functions: ['Intercom'], command: ['trackEvent'], event: arg(1), properties: arg(2) },
      { kind: 'track', functions: ['trackEvent'], methods: ['trackEvent'], event: arg(0), properties: arg(1) },
    ],
    source: 'npm @intercom/messenger-js-sdk 0.0.20',
  },
  {
    id: 'pendo-js',
    vendor: 'pendo',
    title: 'Pendo',
    languages,
    imports: [],
    globals: ['pendo'],
    calls: [
      { kind: 'track', methods: ['track'], event: arg(0), properties: arg(1) },
      { kind: 'identify', methods: ['identify'], user: [arg(0)] },
    ],
    source: 'npm @types/pendo-io-browser 2.314.0',
  },
  {
    id: 'heap-js',
    vendor: 'heap',
    title: 'Heap',
    languages,
    imports: ['@heap/react-native-heap', '@heap/heap-react-native-bridge'],
    globals: ['heap', 'Heap'],
    calls: [
      { kind: 'track', methods: ['track'], functions: ['track'], event: arg(0), properties: arg(1) },
      { kind: 'identify', methods: ['identify'], user: [arg(0)] },
    ],
    source: 'npm @heap/react-native-heap 0.22.8',
  },
  {
    id: 'klaviyo-js',
    vendor: 'klaviyo',
    title: 'Klaviyo',
    languages,
    imports: [],
    globals: ['klaviyo', '_learnq'],
    calls: [
      {
        kind: 'track',
        methods: ['push'],
        command: ['track'],
        event: arg(0, '1'),
        properties: arg(0, '2'),
        shape: 'queue-array',
      },
      { kind: 'identify', methods: ['push'], command: ['identify'], properties: arg(0, '1'), shape: 'queue-array' },
      { kind: 'track', methods: ['track'], event: arg(0), properties: arg(1) },
    ],
    source: 'public code index',
  },
  {
    id: 'clevertap-js',
    vendor: 'clevertap',
    title: 'CleverTap',
    languages,
    imports: ['clevertap-web-sdk'],
    globals: ['clevertap'],
    calls: [{ kind: 'track', methods: ['push'], under: 'event', event: arg(0), properties: arg(1) }],
    source: 'npm clevertap-web-sdk 2.5.2 README',
  },
  {
    id: 'userflow-js',
    vendor: 'userflow',
    title: 'Userflow',
    languages,
    imports: ['userflow.js'],
    globals: ['userflow'],
    calls: [
      { kind: 'track', methods: ['track'], event: arg(0), properties: arg(1) },
      { kind: 'identify', methods: ['identify'], properties: arg(1), user: [arg(0)] },
      { kind: 'group', methods: ['group'], properties: arg(1), group: arg(0) },
    ],
    source: 'npm userflow.js 2.14.0',
  },
  {
    id: 'freshpaint',
    vendor: 'freshpaint',
    title: 'Freshpaint',
    languages,
    imports: [],
    globals: ['freshpaint'],
    calls: [{ kind: 'track', methods: ['track'], event: arg(0), properties: arg(1), shape: 'event-object' }],
    source: 'public code index',
  },
];
