import { javascriptFamily } from '../language-families.ts';
import type { Sdk } from '../sdk.ts';
import { arg } from './locate.ts';

export const amplitudeJs: Sdk = {
  id: 'amplitude-js',
  vendor: 'amplitude',
  title: 'Amplitude JavaScript',
  languages: javascriptFamily,
  imports: [
    '@amplitude/analytics-browser',
    '@amplitude/analytics-node',
    '@amplitude/analytics-react-native',
    '@amplitude/unified',
    '@amplitude/analytics-types',
  ],
  globals: ['amplitude'],
  calls: [
    {
      kind: 'track',
      methods: ['track', 'logEvent'],
      functions: ['track', 'logEvent'],
      event: arg(0),
      properties: arg(1),
      shape: 'event-object',
    },
    { kind: 'identify', methods: ['identify'], functions: ['identify'], shape: 'identify-builder' },
  ],
  source: 'amplitude/amplitude-docs browser-sdk-2, node-js-sdk, react-native-sdk',
};

export const amplitudeLegacy: Sdk = {
  id: 'amplitude-js-legacy',
  vendor: 'amplitude',
  title: 'Amplitude JavaScript (maintenance)',
  languages: javascriptFamily,
  imports: ['amplitude-js', '@amplitude/react-native'],
  globals: [],
  calls: [
    {
      kind: 'track',
      methods: ['logEvent', 'logEventWithGroups', 'logEventWithTimestamp'],
      event: arg(0),
      properties: arg(1),
    },
  ],
  source: 'npm amplitude-js 8.21.10',
};
