import { javascriptFamily } from '../language-families.ts';
import type { Sdk } from '../sdk.ts';
import { arg } from './locate.ts';

export const gtag: Sdk = {
  id: 'gtag',
  vendor: 'google',
  title: 'Google Analytics 4 (gtag.js)',
  languages: javascriptFamily,
  imports: [],
  globals: ['gtag'],
  calls: [
    {
      kind: 'track',
      functions: ['gtag'],
      command: ['event'],
      event: arg(1),
      properties: arg(2),
      omit: ['send_to', 'event_callback', 'event_timeout', 'groups', 'transport_type'],
    },
    { kind: 'identify', functions: ['gtag'], command: ['set', 'user_properties'], properties: arg(2) },
  ],
  source: 'npm @types/gtag.js 0.0.20',
};

export const gtmDataLayer: Sdk = {
  id: 'gtm-datalayer',
  vendor: 'google',
  title: 'Google Tag Manager (dataLayer)',
  languages: javascriptFamily,
  imports: [],
  globals: ['dataLayer'],
  calls: [
    {
      kind: 'track',
      methods: ['push'],
      event: arg(0, 'event'),
      properties: arg(0),
      omit: ['event', 'eventCallback', 'eventTimeout'],
      shape: 'queue-object',
    },
  ],
  source: 'fliskdata/analyze-tracking javascript/constants.js GOOGLE_TAG_MANAGER',
};

export const googleTagManagerReact: Sdk = {
  id: 'next-third-parties',
  vendor: 'google',
  title: 'Google for Next.js (@next/third-parties)',
  languages: javascriptFamily,
  imports: ['@next/third-parties/google'],
  globals: [],
  calls: [
    { kind: 'track', functions: ['sendGAEvent'], command: ['event'], event: arg(1), properties: arg(2) },
    {
      kind: 'track',
      functions: ['sendGTMEvent'],
      event: arg(0, 'event'),
      properties: arg(0),
      omit: ['event'],
      shape: 'queue-object',
    },
  ],
  source: 'npm @next/third-parties README',
};

export const firebaseWeb: Sdk = {
  id: 'firebase-web',
  vendor: 'google',
  title: 'Firebase Analytics for the web',
  languages: javascriptFamily,
  imports: ['firebase/analytics', '@firebase/analytics'],
  globals: [],
  calls: [
    { kind: 'track', functions: ['logEvent'], event: arg(1), properties: arg(2) },
    { kind: 'identify', functions: ['setUserProperties'], properties: arg(1) },
    { kind: 'identify', functions: ['setUserId'], user: [arg(1)] },
  ],
  source: 'npm @firebase/analytics 0.10.25',
};

export const firebaseReactNative: Sdk = {
  id: 'firebase-react-native',
  vendor: 'google',
  title: 'Firebase Analytics for React Native',
  languages: javascriptFamily,
  imports: ['@react-native-firebase/analytics'],
  globals: [],
  calls: [
    { kind: 'track', functions: ['logEvent'], event: arg(1), properties: arg(2) },
    { kind: 'track', methods: ['logEvent'], event: arg(0), properties: arg(1) },
    {
      kind: 'screen',
      methods: ['logScreenView'],
      event: arg(0, 'screen_name'),
      properties: arg(0),
      omit: ['screen_name', 'screen_class'],
    },
  ],
  source: 'npm @react-native-firebase/analytics 26.4.0',
};
