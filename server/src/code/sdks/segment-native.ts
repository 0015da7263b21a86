import type { Sdk, SdkCall } from '../sdk.ts';
import { analyticsNodeCalls } from './segment.ts';
import { arg, chained, keyword, labelled, option } from './locate.ts';

const source = 'segmentio/segment-docs src/connections/sources/catalog/libraries';

/** `track(user_id, event, properties)`, which RudderStack's library for Python has as well. */
export const segmentPythonCalls: readonly SdkCall[] = [
  {
    kind: 'track',
    methods: ['track'],
    functions: ['track'],
    event: labelled(1, 'event'),
    properties: labelled(2, 'properties'),
    user: [labelled(0, 'user_id'), keyword('anonymous_id')],
  },
  ...(['page', 'screen'] as const).map((kind): SdkCall => ({
    kind,
    methods: [kind],
    functions: [kind],
    event: labelled(2, 'name'),
    properties: labelled(3, 'properties'),
    user: [labelled(0, 'user_id'), keyword('anonymous_id')],
  })),
  {
    kind: 'identify',
    methods: ['identify'],
    functions: ['identify'],
    properties: labelled(1, 'traits'),
    user: [labelled(0, 'user_id'), keyword('anonymous_id')],
  },
  {
    kind: 'group',
    methods: ['group'],
    functions: ['group'],
    properties: labelled(2, 'traits'),
    group: labelled(1, 'group_id'),
    user: [labelled(0, 'user_id'), keyword('anonymous_id')],
  },
  { kind: 'alias', methods: ['alias'], functions: ['alias'], user: [labelled(0, 'previous_id')] },
];

/** Keyword arguments for everything, as in Ruby. */
export const segmentRubyCalls: readonly SdkCall[] = [
  {
    kind: 'track',
    methods: ['track'],
    event: option('event'),
    properties: option('properties'),
    user: [option('user_id'), option('anonymous_id')],
  },
  ...(['page', 'screen'] as const).map((kind): SdkCall => ({
    kind,
    methods: [kind],
    event: option('name'),
    properties: option('properties'),
    user: [option('user_id'), option('anonymous_id')],
  })),
  {
    kind: 'identify',
    methods: ['identify'],
    properties: option('traits'),
    user: [option('user_id'), option('anonymous_id')],
  },
  {
    kind: 'group',
    methods: ['group'],
    properties: option('traits'),
    group: option('group_id'),
    user: [option('user_id'), option('anonymous_id')],
  },
];

/** `client.Enqueue(analytics.Track{Event: …, Properties: …})`. */
export const segmentGoCalls: readonly SdkCall[] = (
  [
    ['track', 'Track', 'Event', 'Properties'],
    ['page', 'Page', 'Name', 'Properties'],
    ['screen', 'Screen', 'Name', 'Properties'],
    ['identify', 'Identify', undefined, 'Traits'],
    ['group', 'Group', undefined, 'Traits'],
  ] as const
).map(([kind, type, event, properties]) => ({
  kind,
  methods: ['Enqueue'],
  message: [type],
  ...(event && { event: arg(0, event) }),
  properties: arg(0, properties),
  user: [arg(0, 'UserId'), arg(0, 'AnonymousId')],
}));

/** `TrackMessage.builder("event").userId("u").properties(map)`, which RudderStack's library for Java has as well. */
export const segmentJavaCalls: readonly SdkCall[] = (
  [
    ['track', 'TrackMessage', true, 'properties'],
    ['page', 'PageMessage', true, 'properties'],
    ['screen', 'ScreenMessage', true, 'properties'],
    ['identify', 'IdentifyMessage', false, 'traits'],
    ['group', 'GroupMessage', false, 'traits'],
  ] as const
).map(([kind, under, isNamed, properties]) => ({
  kind,
  methods: ['builder'],
  under,
  ...(isNamed && { event: arg(0) }),
  properties: chained(properties),
  user: [chained('userId'), chained('anonymousId')],
}));

/** `track(event, properties)` and its kin, with the parameters' names where they are written. */
const segmentKotlinCalls: readonly SdkCall[] = [
  { kind: 'track', methods: ['track'], event: labelled(0, 'name'), properties: labelled(1, 'properties') },
  { kind: 'screen', methods: ['screen'], event: labelled(0, 'title'), properties: labelled(1, 'properties') },
  { kind: 'identify', methods: ['identify'], properties: labelled(1, 'traits'), user: [labelled(0, 'userId')] },
  { kind: 'group', methods: ['group'], properties: labelled(1, 'traits'), group: labelled(0, 'groupId') },
];

/** One array with everything, as the object of the library for Node. */
const segmentPhpCalls = analyticsNodeCalls.filter(({ kind }) => kind !== 'screen' && kind !== 'alias');

/** Segment's libraries for servers and apps in languages other than JavaScript. */
export const segmentNative: readonly Sdk[] = [
  {
    id: 'segment-python',
    vendor: 'segment',
    title: 'Segment for Python',
    languages: ['python'],
    imports: ['segment.analytics', 'analytics'],
    globals: [],
    calls: segmentPythonCalls,
    source: `${source}/server/python`,
  },
  {
    id: 'segment-ruby',
    vendor: 'segment',
    title: 'Segment for Ruby',
    languages: ['ruby'],
    imports: ['segment/analytics'],
    globals: ['Segment', 'SimpleSegment'],
    calls: segmentRubyCalls,
    source: `${source}/server/ruby`,
  },
  {
    id: 'segment-go',
    vendor: 'segment',
    title: 'Segment for Go',
    languages: ['go'],
    imports: [
      'github.com/segmentio/analytics-go',
      'github.com/segmentio/analytics-go/*',
      'gopkg.in/segmentio/analytics-go.v3',
    ],
    globals: [],
    calls: segmentGoCalls,
    source: `${source}/server/go`,
  },
  {
    id: 'segment-java',
    vendor: 'segment',
    title: 'Segment for Java',
    languages: ['java', 'kotlin'],
    imports: ['com.segment.analytics.messages'],
    globals: [],
    calls: segmentJavaCalls,
    source: `${source}/server/java`,
  },
  {
    id: 'segment-kotlin',
    vendor: 'segment',
    title: 'Segment for Kotlin',
    languages: ['kotlin', 'java'],
    imports: [
      'com.segment.analytics.kotlin.core',
      'com.segment.analytics.kotlin.core/*',
      'com.segment.analytics.kotlin.android',
    ],
    globals: [],
    receivers: ['analytics'],
    calls: segmentKotlinCalls,
    source: `${source}/mobile/kotlin-android`,
  },
  {
    id: 'segment-android-legacy',
    vendor: 'segment',
    title: 'Segment for Android (before Kotlin)',
    languages: ['java', 'kotlin'],
    imports: ['com.segment.analytics', 'com.segment.analytics.android'],
    globals: [],
    calls: [
      { kind: 'track', methods: ['track'], event: arg(0), properties: arg(1) },
      { kind: 'screen', methods: ['screen'], event: arg(0), properties: arg(1), shape: 'page-strings' },
      { kind: 'identify', methods: ['identify'], properties: arg(1), user: [arg(0)] },
      { kind: 'group', methods: ['group'], properties: arg(1), group: arg(0) },
    ],
    source: `${source}/mobile/android`,
  },
  {
    id: 'segment-swift',
    vendor: 'segment',
    title: 'Segment for Swift',
    languages: ['swift'],
    imports: ['Segment'],
    names: ['Analytics', 'Configuration'],
    globals: [],
    receivers: ['analytics'],
    calls: [
      { kind: 'track', methods: ['track'], event: keyword('name'), properties: keyword('properties') },
      { kind: 'screen', methods: ['screen'], event: keyword('title'), properties: keyword('properties') },
      { kind: 'identify', methods: ['identify'], properties: keyword('traits'), user: [keyword('userId')] },
      { kind: 'group', methods: ['group'], properties: keyword('traits'), group: keyword('groupId') },
      // The library before this one has its first argument without a label.
      { kind: 'track', methods: ['track'], event: arg(0), properties: keyword('properties') },
      { kind: 'screen', methods: ['screen'], event: arg(0), properties: keyword('properties') },
    ],
    source: `${source}/mobile/apple`,
  },
  {
    id: 'segment-ios-legacy',
    vendor: 'segment',
    title: 'Segment for iOS (before Swift)',
    languages: ['objective-c', 'swift'],
    imports: ['Segment/SEGAnalytics.h', 'Analytics/SEGAnalytics.h', 'SEGAnalytics.h', 'Segment', 'Analytics'],
    names: ['SEGAnalytics', 'Analytics'],
    globals: ['SEGAnalytics'],
    calls: [
      { kind: 'track', methods: ['track'], event: arg(0), properties: keyword('properties') },
      { kind: 'screen', methods: ['screen'], event: arg(0), properties: keyword('properties') },
      { kind: 'identify', methods: ['identify'], properties: keyword('traits'), user: [arg(0)] },
      { kind: 'group', methods: ['group'], properties: keyword('traits'), group: arg(0) },
    ],
    source: `${source}/mobile/ios`,
  },
  {
    id: 'segment-php',
    vendor: 'segment',
    title: 'Segment for PHP',
    languages: ['php'],
    imports: ['Segment'],
    globals: ['Segment', '\\Segment\\Segment', '\\Segment'],
    calls: segmentPhpCalls,
    source: `${source}/server/php`,
  },
  {
    id: 'segment-csharp',
    vendor: 'segment',
    title: 'Segment for C#',
    languages: ['csharp'],
    imports: ['Segment.Analytics', 'Segment.Analytics.*', 'Segment.Serialization'],
    names: ['Analytics', 'IAnalytics', 'Configuration'],
    globals: [],
    receivers: ['analytics', '_analytics'],
    calls: [
      { kind: 'track', methods: ['Track'], event: labelled(0, 'name'), properties: labelled(1, 'properties') },
      { kind: 'screen', methods: ['Screen'], event: labelled(0, 'title'), properties: labelled(1, 'properties') },
      { kind: 'identify', methods: ['Identify'], properties: labelled(1, 'traits'), user: [labelled(0, 'userId')] },
      { kind: 'group', methods: ['Group'], properties: labelled(1, 'traits'), group: labelled(0, 'groupId') },
    ],
    source: `${source}/server/csharp`,
  },
  {
    id: 'segment-dotnet-legacy',
    vendor: 'segment',
    title: 'Segment for .NET (before C#)',
    languages: ['csharp'],
    imports: ['Segment', 'Segment.Model'],
    names: ['Analytics'],
    globals: [],
    calls: [
      { kind: 'track', methods: ['Track'], event: arg(1), properties: arg(2), user: [arg(0)] },
      { kind: 'page', methods: ['Page'], event: arg(1), properties: arg(2), user: [arg(0)] },
      { kind: 'screen', methods: ['Screen'], event: arg(1), properties: arg(2), user: [arg(0)] },
      { kind: 'identify', methods: ['Identify'], properties: arg(1), user: [arg(0)] },
      { kind: 'group', methods: ['Group'], properties: arg(2), group: arg(1), user: [arg(0)] },
    ],
    source: `${source}/server/net`,
  },
  {
    id: 'segment-flutter',
    vendor: 'segment',
    title: 'Segment for Flutter',
    languages: ['dart'],
    imports: ['package:segment_analytics/*'],
    names: ['Analytics', 'createClient'],
    globals: [],
    receivers: ['analytics'],
    calls: [
      { kind: 'track', methods: ['track'], event: arg(0), properties: keyword('properties') },
      { kind: 'screen', methods: ['screen'], event: arg(0), properties: keyword('properties') },
      { kind: 'identify', methods: ['identify'], properties: keyword('userTraits'), user: [keyword('userId')] },
      { kind: 'group', methods: ['group'], properties: keyword('groupTraits'), group: arg(0) },
    ],
    source: `${source}/mobile/flutter`,
  },
];
