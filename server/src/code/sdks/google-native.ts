import type { Sdk } from '../sdk.ts';
import { arg, keyword, argOrLambda } from './locate.ts';

const source = 'firebase.google.com/docs/analytics/events';

/** Firebase Analytics in apps that are not written in JavaScript. */
export const firebaseNative: readonly Sdk[] = [
  {
    id: 'firebase-swift',
    vendor: 'google',
    title: 'Firebase Analytics for Apple platforms',
    languages: ['swift', 'objective-c'],
    imports: [
      'FirebaseAnalytics',
      'Firebase',
      'FirebaseAnalytics/FirebaseAnalytics.h',
      'Firebase/Firebase.h',
      'Firebase.h',
    ],
    names: ['Analytics', 'FIRAnalytics'],
    globals: ['FIRAnalytics'],
    constants: {
      pattern: /^(?:Analytics|kFIR)(?:Event|Parameter|UserProperty)([A-Z]\w*)$/,
      others: { AdNetworkClickID: 'aclid', AllowAdPersonalizationSignals: 'allow_personalized_ads' },
    },
    calls: [
      { kind: 'track', methods: ['logEvent', 'logEventWithName'], event: arg(0), properties: keyword('parameters') },
    ],
    source,
  },
  {
    id: 'firebase-kotlin',
    vendor: 'google',
    title: 'Firebase Analytics for Android',
    languages: ['kotlin', 'java'],
    imports: [
      'com.google.firebase.analytics',
      'com.google.firebase.analytics.*',
      'com.google.firebase.ktx',
      'com.google.firebase',
    ],
    globals: [],
    receivers: ['firebaseAnalytics', 'mFirebaseAnalytics'],
    constants: {
      pattern: /(?:^|\.)(?:Event|Param|UserProperty)\.([A-Z][A-Z0-9_]*)$/,
      others: { ALLOW_AD_PERSONALIZATION_SIGNALS: 'allow_personalized_ads' },
    },
    calls: [{ kind: 'track', methods: ['logEvent'], event: arg(0), properties: argOrLambda(1) }],
    source,
  },
  {
    id: 'firebase-flutter',
    vendor: 'google',
    title: 'Firebase Analytics for Flutter',
    languages: ['dart'],
    imports: ['package:firebase_analytics/*'],
    names: ['FirebaseAnalytics'],
    globals: [],
    receivers: ['firebaseAnalytics'],
    calls: [
      { kind: 'track', methods: ['logEvent'], event: keyword('name'), properties: keyword('parameters') },
      { kind: 'screen', methods: ['logScreenView'], event: keyword('screenName'), properties: keyword('parameters') },
    ],
    source,
  },
];
