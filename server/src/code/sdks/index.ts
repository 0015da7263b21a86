import type { Sdk } from '../sdk.ts';
import { amplitudeJs, amplitudeLegacy } from './amplitude.ts';
import { engagementSdks } from './engagement.ts';
import { firebaseReactNative, firebaseWeb, googleTagManagerReact, gtag, gtmDataLayer } from './google.ts';
import { mixpanelBrowser, mixpanelNode, mixpanelReactNative } from './mixpanel.ts';
import { posthogJs, posthogNode } from './posthog.ts';
import { rudderstackJs, rudderstackNode } from './rudderstack.ts';
import { customerioCdpJs, getAnalytics, hightouchJs, segmentJs, segmentNode, segmentReactNative } from './segment.ts';
import { snowplowBrowser, snowplowNode } from './snowplow.ts';
import { webAnalyticsSdks } from './web-analytics.ts';
import { amplitudeNative } from './amplitude-native.ts';
import { engagementNative } from './engagement-native.ts';
import { firebaseNative } from './google-native.ts';
import { mixpanelNative } from './mixpanel-native.ts';
import { posthogNative } from './posthog-native.ts';
import { rudderstackNative } from './rudderstack-native.ts';
import { segmentNative } from './segment-native.ts';
import { snowplowNative } from './snowplow-native.ts';

/** Every SDK whose calls are recognised. Where several share a global name, the first counts. */
export const sdks: readonly Sdk[] = [
  segmentJs,
  segmentNode,
  segmentReactNative,
  hightouchJs,
  customerioCdpJs,
  getAnalytics,
  rudderstackJs,
  rudderstackNode,
  amplitudeJs,
  amplitudeLegacy,
  mixpanelBrowser,
  mixpanelNode,
  mixpanelReactNative,
  posthogJs,
  posthogNode,
  gtag,
  gtmDataLayer,
  googleTagManagerReact,
  firebaseWeb,
  firebaseReactNative,
  snowplowBrowser,
  snowplowNode,
  ...engagementSdks,
  ...webAnalyticsSdks,
  ...segmentNative,
  ...rudderstackNative,
  ...amplitudeNative,
  ...mixpanelNative,
  ...posthogNative,
  ...firebaseNative,
  ...snowplowNative,
  ...engagementNative,
];
