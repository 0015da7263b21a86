import { javascriptFamily } from '../language-families.ts';
import type { Sdk } from '../sdk.ts';
import { analyticsJsCalls, analyticsNodeCalls } from './segment.ts';

export const rudderstackJs: Sdk = {
  id: 'rudderstack-js',
  vendor: 'rudderstack',
  title: 'RudderStack JavaScript',
  languages: javascriptFamily,
  imports: [
    '@rudderstack/analytics-js',
    '@rudderstack/analytics-js/*',
    '@rudderstack/analytics-js-service-worker',
    'rudder-sdk-js',
  ],
  globals: ['rudderanalytics'],
  calls: analyticsJsCalls,
  source: 'npm @rudderstack/analytics-js 3.34.1',
};

export const rudderstackNode: Sdk = {
  id: 'rudderstack-node',
  vendor: 'rudderstack',
  title: 'RudderStack Node.js',
  languages: javascriptFamily,
  imports: ['@rudderstack/rudder-sdk-node'],
  globals: [],
  calls: analyticsNodeCalls,
  source: 'npm @rudderstack/rudder-sdk-node 3.0.13',
};
