import { javascriptFamily } from '../language-families.ts';
import type { Sdk } from '../sdk.ts';
import { arg } from './locate.ts';

export const mixpanelBrowser: Sdk = {
  id: 'mixpanel-browser',
  vendor: 'mixpanel',
  title: 'Mixpanel JavaScript',
  languages: javascriptFamily,
  imports: ['mixpanel-browser', 'mixpanel-browser/*'],
  globals: ['mixpanel'],
  calls: [
    { kind: 'track', methods: ['track', 'track_with_groups'], event: arg(0), properties: arg(1) },
    { kind: 'track', methods: ['track_links', 'track_forms'], event: arg(1), properties: arg(2) },
    { kind: 'track', methods: ['time_event'], event: arg(0) },
    { kind: 'page', methods: ['track_pageview'], properties: arg(0) },
    { kind: 'identify', methods: ['identify'], user: [arg(0)] },
    { kind: 'register', methods: ['register', 'register_once'], properties: arg(0) },
  ],
  source: 'npm mixpanel-browser 2.83.0',
};

export const mixpanelNode: Sdk = {
  id: 'mixpanel-node',
  vendor: 'mixpanel',
  title: 'Mixpanel Node.js',
  languages: javascriptFamily,
  imports: ['mixpanel'],
  globals: [],
  calls: [
    {
      kind: 'track',
      methods: ['track'],
      event: arg(0),
      properties: arg(1),
      user: [arg(1, 'distinct_id')],
      omit: ['distinct_id', 'ip', 'time', '$insert_id'],
    },
    {
      kind: 'track',
      methods: ['import'],
      event: arg(0),
      properties: arg(2),
      user: [arg(2, 'distinct_id')],
      omit: ['distinct_id', 'ip', '$insert_id'],
    },
  ],
  source: 'npm mixpanel 0.24.0',
};

export const mixpanelReactNative: Sdk = {
  id: 'mixpanel-react-native',
  vendor: 'mixpanel',
  title: 'Mixpanel React Native',
  languages: javascriptFamily,
  imports: ['mixpanel-react-native'],
  globals: [],
  calls: [
    { kind: 'track', methods: ['track'], event: arg(0), properties: arg(1) },
    { kind: 'track', methods: ['timeEvent'], event: arg(0) },
    { kind: 'identify', methods: ['identify'], user: [arg(0)] },
    { kind: 'register', methods: ['registerSuperProperties'], properties: arg(0) },
  ],
  source: 'npm mixpanel-react-native 3.8.0',
};
