import type { Sdk } from '../sdk.ts';
import { arg, chained, keyword, labelled } from './locate.ts';

/** Engagement tools in languages other than JavaScript. */
export const engagementNative: readonly Sdk[] = [
  {
    id: 'mparticle-android',
    vendor: 'mparticle',
    title: 'mParticle for Android',
    languages: ['kotlin', 'java'],
    imports: ['com.mparticle'],
    globals: [],
    calls: [
      {
        kind: 'track',
        methods: ['Builder'],
        under: 'MPEvent',
        event: arg(0),
        properties: chained('customAttributes'),
      },
    ],
    source: 'mParticle/docs sdk/android/event-tracking',
  },
  {
    id: 'mparticle-ios',
    vendor: 'mparticle',
    title: 'mParticle for Apple platforms',
    languages: ['swift', 'objective-c'],
    imports: ['mParticle_Apple_SDK', 'mParticle_Apple_SDK/mParticle.h', 'mParticle.h'],
    names: ['MParticle', 'MPEvent'],
    globals: [],
    calls: [
      {
        kind: 'track',
        methods: ['logEvent'],
        message: ['MPEvent'],
        event: keyword('name'),
        properties: chained('customAttributes'),
      },
    ],
    source: 'mParticle/docs sdk/ios/event-tracking',
  },
  {
    id: 'customerio-python',
    vendor: 'customerio',
    title: 'Customer.io for Python',
    languages: ['python'],
    imports: ['customerio'],
    globals: [],
    receivers: ['cio'],
    calls: [
      {
        kind: 'track',
        methods: ['track'],
        event: labelled(1, 'name'),
        properties: labelled(2, 'data'),
        user: [labelled(0, 'customer_id')],
      },
      { kind: 'identify', methods: ['identify'], user: [labelled(0, 'id')] },
    ],
    source: 'customerio/customerio-python customerio/track.py',
  },
  {
    id: 'heap-flutter',
    vendor: 'heap',
    title: 'Heap for Flutter',
    languages: ['dart'],
    imports: ['package:heap_flutter_bridge/*'],
    names: ['Heap'],
    globals: [],
    calls: [{ kind: 'track', methods: ['track'], event: arg(0), properties: arg(1) }],
    source: 'pub.dev heap_flutter_bridge example',
  },
];
