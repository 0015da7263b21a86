import { javascriptFamily } from '../language-families.ts';
import type { Sdk } from '../sdk.ts';
import { arg } from './locate.ts';

export const posthogJs: Sdk = {
  id: 'posthog-js',
  vendor: 'posthog',
  title: 'PostHog JavaScript',
  languages: javascriptFamily,
  imports: ['posthog-js', 'posthog-js/*', 'posthog-react-native', '@posthog/react', '@posthog/nuxt'],
  globals: ['posthog'],
  calls: [
    { kind: 'track', methods: ['capture'], event: arg(0), properties: arg(1) },
    { kind: 'identify', methods: ['identify'], properties: arg(1), user: [arg(0)] },
    { kind: 'group', methods: ['group'], properties: arg(2), group: arg(1) },
    { kind: 'screen', methods: ['screen'], event: arg(0), properties: arg(1) },
    { kind: 'register', methods: ['register', 'register_once'], properties: arg(0) },
  ],
  source: 'npm posthog-js 1.449.2, posthog-react-native 4.78.0',
};

export const posthogNode: Sdk = {
  id: 'posthog-node',
  vendor: 'posthog',
  title: 'PostHog Node.js',
  languages: javascriptFamily,
  imports: ['posthog-node', 'posthog-node/*'],
  globals: [],
  calls: [
    {
      kind: 'track',
      methods: ['capture', 'captureImmediate'],
      event: arg(0, 'event'),
      properties: arg(0, 'properties'),
      user: [arg(0, 'distinctId')],
    },
    {
      kind: 'identify',
      methods: ['identify', 'identifyImmediate'],
      properties: arg(0, 'properties'),
      user: [arg(0, 'distinctId')],
    },
    { kind: 'group', methods: ['groupIdentify'], properties: arg(0, 'properties'), group: arg(0, 'groupKey') },
  ],
  source: 'npm posthog-node 5.70.0',
};
