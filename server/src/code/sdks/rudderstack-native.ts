import type { Sdk } from '../sdk.ts';
import { keyword, labelled } from './locate.ts';
import { segmentGoCalls, segmentJavaCalls, segmentPythonCalls, segmentRubyCalls } from './segment-native.ts';

/** RudderStack's libraries for servers and apps in languages other than JavaScript. */
export const rudderstackNative: readonly Sdk[] = [
  {
    id: 'rudderstack-python',
    vendor: 'rudderstack',
    title: 'RudderStack for Python',
    languages: ['python'],
    imports: ['rudderstack.analytics', 'rudder_analytics'],
    globals: [],
    calls: segmentPythonCalls,
    source: 'rudderlabs/rudder-sdk-python',
  },
  {
    id: 'rudderstack-ruby',
    vendor: 'rudderstack',
    title: 'RudderStack for Ruby',
    languages: ['ruby'],
    imports: ['rudder_analytics_sync', 'rudder-sdk-ruby'],
    globals: ['RudderAnalyticsSync', 'Rudder'],
    calls: segmentRubyCalls,
    source: 'rudderlabs/rudder-sdk-ruby README',
  },
  {
    id: 'rudderstack-go',
    vendor: 'rudderstack',
    title: 'RudderStack for Go',
    languages: ['go'],
    imports: ['github.com/rudderlabs/analytics-go', 'github.com/rudderlabs/analytics-go/*'],
    globals: [],
    calls: segmentGoCalls,
    source: 'rudderlabs/analytics-go README',
  },
  {
    id: 'rudderstack-java',
    vendor: 'rudderstack',
    title: 'RudderStack for Java',
    languages: ['java', 'kotlin'],
    imports: ['com.rudderstack.sdk.java.analytics.messages', 'com.rudderstack.sdk.java.messages'],
    globals: [],
    calls: segmentJavaCalls,
    source: 'rudderlabs/rudder-sdk-java README',
  },
  {
    id: 'rudderstack-swift',
    vendor: 'rudderstack',
    title: 'RudderStack for Swift',
    languages: ['swift', 'objective-c'],
    imports: ['RudderStackAnalytics'],
    names: ['Analytics', 'RSSAnalytics'],
    globals: [],
    receivers: ['analytics'],
    calls: [
      { kind: 'track', methods: ['track'], event: labelled(0, 'name'), properties: keyword('properties') },
      { kind: 'screen', methods: ['screen'], event: labelled(0, 'screenName'), properties: keyword('properties') },
      { kind: 'group', methods: ['group'], properties: keyword('traits'), group: labelled(0, 'groupId') },
      { kind: 'identify', methods: ['identify'], properties: keyword('traits'), user: [labelled(0, 'userId')] },
    ],
    source: 'rudderlabs/rudder-sdk-swift Sources',
  },
  {
    id: 'rudderstack-kotlin',
    vendor: 'rudderstack',
    title: 'RudderStack for Kotlin',
    languages: ['kotlin', 'java'],
    imports: ['com.rudderstack.sdk.kotlin.android', 'com.rudderstack.sdk.kotlin.core'],
    globals: [],
    receivers: ['analytics'],
    calls: [
      { kind: 'track', methods: ['track'], event: labelled(0, 'name'), properties: labelled(1, 'properties') },
      { kind: 'screen', methods: ['screen'], event: labelled(0, 'screenName'), properties: labelled(2, 'properties') },
      { kind: 'identify', methods: ['identify'], properties: labelled(1, 'traits'), user: [labelled(0, 'userId')] },
    ],
    source: 'rudderlabs/rudder-sdk-kotlin Analytics.kt',
  },
];
