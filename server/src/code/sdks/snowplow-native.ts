import type { Sdk } from '../sdk.ts';
import { arg, keyword, labelled } from './locate.ts';

const source = 'snowplow/documentation docs/sources';

/** Snowplow's trackers in languages other than JavaScript. Events are named by their schema, or by their action. */
export const snowplowNative: readonly Sdk[] = [
  {
    id: 'snowplow-python',
    vendor: 'snowplow',
    title: 'Snowplow for Python',
    languages: ['python'],
    imports: ['snowplow_tracker'],
    globals: [],
    calls: [
      { kind: 'track', methods: ['track'], message: ['StructuredEvent'], event: keyword('action') },
      { kind: 'screen', methods: ['track'], message: ['ScreenView'], event: keyword('name') },
      {
        kind: 'track',
        methods: ['SelfDescribingJson'],
        functions: ['SelfDescribingJson'],
        event: arg(0),
        properties: arg(1),
        shape: 'iglu-schema',
      },
    ],
    source: `${source}/python-tracker/tracking-specific-events`,
  },
  {
    id: 'snowplow-mobile',
    vendor: 'snowplow',
    title: 'Snowplow for mobile apps',
    languages: ['swift', 'kotlin', 'java'],
    imports: [
      'SnowplowTracker',
      'com.snowplowanalytics.snowplow.event',
      'com.snowplowanalytics.snowplow.tracker.events',
    ],
    names: ['SelfDescribing', 'Structured', 'ScreenView', 'SelfDescribingJson'],
    globals: [],
    calls: [
      {
        kind: 'track',
        methods: ['track'],
        message: ['SelfDescribing'],
        event: keyword('schema'),
        properties: keyword('payload'),
        shape: 'iglu-schema',
      },
      { kind: 'track', methods: ['track'], message: ['Structured'], event: labelled(1, 'action') },
      { kind: 'screen', methods: ['track'], message: ['ScreenView'], event: labelled(0, 'name') },
    ],
    source: `${source}/mobile-trackers, ${source}/flutter-tracker`,
  },
  {
    id: 'snowplow-flutter',
    vendor: 'snowplow',
    title: 'Snowplow for Flutter',
    languages: ['dart'],
    imports: ['package:snowplow_tracker/*'],
    names: ['SelfDescribing', 'Structured', 'ScreenView', 'Snowplow', 'SnowplowTracker'],
    globals: [],
    calls: [
      {
        kind: 'track',
        methods: ['track'],
        message: ['SelfDescribing'],
        event: keyword('schema'),
        properties: keyword('data'),
        shape: 'iglu-schema',
      },
      { kind: 'track', methods: ['track'], message: ['Structured'], event: keyword('action') },
      { kind: 'screen', methods: ['track'], message: ['ScreenView'], event: keyword('name') },
    ],
    source: `${source}/flutter-tracker/tracking-events`,
  },
  {
    id: 'snowplow-ruby',
    vendor: 'snowplow',
    title: 'Snowplow for Ruby',
    languages: ['ruby'],
    imports: ['snowplow-tracker'],
    globals: ['SnowplowTracker'],
    calls: [{ kind: 'track', methods: ['track_struct_event'], event: labelled(1, 'action') }],
    source: `${source}/ruby-tracker/tracking-events`,
  },
];
