import type { DestinationLimits } from '../../plan/plan.ts';

/** What a vendor takes and what it drops or cuts without a word. Only facts that its own pages or sources state. */
export interface DestinationProfile {
  readonly title: string;
  /** The names under which plans list it, in lower case and without separators. */
  readonly names: readonly string[];
  readonly limits: DestinationLimits;
  /** Names of properties with a longer limit of their own. */
  readonly valueLengths?: ReadonlyMap<string, number>;
  /** As `limits.reservedNames` and `limits.reservedPrefixes`, for properties only. */
  readonly reservedProperties?: readonly string[];
  readonly reservedPropertyPrefixes?: readonly string[];
  /** Whether the reserved names of `limits` are events only. */
  readonly reservedAreEvents?: boolean;
  /** A pattern that names must match where they are sent by these SDKs; routers such as Segment rewrite them on the way. */
  readonly direct?: { readonly sdk: RegExp; readonly namePattern: string };
  readonly source: string;
}

/** The longest texts of three parameters, beside 100 characters for all others. */
const GA_VALUES = new Map([
  ['page_title', 300],
  ['page_referrer', 420],
  ['page_location', 1000],
]);

const GA_NAME = '^[A-Za-z][A-Za-z0-9_]*$';

export const destinationProfiles: readonly DestinationProfile[] = [
  {
    title: 'Google Analytics 4',
    names: ['ga', 'ga4', 'googleanalytics', 'googleanalytics4', 'gtag', 'gtm', 'googletagmanager'],
    limits: {
      eventNameLength: 40,
      propertyNameLength: 40,
      propertyCount: 25,
      valueLength: 100,
      // `page_view`, which the page lists too, is sent by hand in single-page applications, as Google's own guide says.
      reservedNames: (
        'app_remove app_store_refund app_store_subscription_cancel app_store_subscription_renew error first_open ' +
        'first_visit in_app_purchase session_start user_engagement'
      ).split(' '),
    },
    valueLengths: GA_VALUES,
    reservedAreEvents: true,
    reservedPropertyPrefixes: ['_', 'firebase_', 'ga_', 'google_', 'gtag.'],
    direct: { sdk: /^(?:ga|gtag|gtm|next-third-parties)/, namePattern: GA_NAME },
    source: 'https://support.google.com/analytics/answer/9267744, https://support.google.com/analytics/answer/13316687',
  },
  {
    title: 'Firebase Analytics',
    names: ['firebase', 'firebaseanalytics', 'googleanalyticsforfirebase'],
    limits: {
      eventNameLength: 40,
      propertyNameLength: 40,
      propertyCount: 25,
      valueLength: 100,
      reservedPrefixes: ['firebase_', 'google_', 'ga_'],
      reservedNames: (
        'ad_activeview ad_click ad_exposure ad_query ad_reward adunit_exposure app_background app_clear_data ' +
        'app_exception app_remove app_store_refund app_store_subscription_cancel app_store_subscription_convert ' +
        'app_store_subscription_renew app_update app_upgrade dynamic_link_app_open dynamic_link_app_update ' +
        'dynamic_link_first_open error first_open first_visit notification_dismiss notification_foreground ' +
        'notification_open notification_receive os_update session_start session_start_with_rollout user_engagement'
      ).split(' '),
    },
    valueLengths: GA_VALUES,
    reservedAreEvents: true,
    direct: { sdk: /firebase/, namePattern: GA_NAME },
    source:
      'https://firebase.google.com/docs/reference/android/com/google/firebase/analytics/FirebaseAnalytics.Event, https://support.google.com/firebase/answer/9237506',
  },
  {
    title: 'Mixpanel',
    names: ['mixpanel'],
    limits: { eventNameLength: 255, propertyNameLength: 255, propertyCount: 254, valueLength: 255 },
    reservedProperties: ['distinct_id', 'token', 'time', 'length'],
    source:
      'https://developer.mixpanel.com/reference/track-event, https://help.mixpanel.com/hc/en-us/articles/360001355266-Event-Properties',
  },
  {
    title: 'Amplitude',
    names: ['amplitude', 'amplitudeanalytics'],
    limits: { propertyCount: 1000, reservedPrefixes: ['[Amplitude]'] },
    source: 'https://github.com/amplitude/Amplitude-JavaScript/pull/95',
  },
  {
    title: 'Braze',
    names: ['braze', 'appboy'],
    limits: { eventNameLength: 255, propertyNameLength: 255, valueLength: 255, reservedPrefixes: ['$'] },
    reservedProperties: ['time', 'event_name'],
    source:
      'https://braze.com/docs/developer_guide/analytics/logging_events, https://braze.com/docs/api/objects_filters/event_object, https://appboy.github.io/appboy-android-sdk/kdoc',
  },
  {
    title: 'mParticle',
    names: ['mparticle'],
    limits: { eventNameLength: 256, propertyNameLength: 256, propertyCount: 100, valueLength: 4096 },
    source: 'https://support.mparticle.com/hc/en-us/articles/7938792089613-Event-and-Attribute-Length-Limits',
  },
  {
    title: 'Plausible',
    names: ['plausible', 'plausibleanalytics'],
    limits: {
      eventNameLength: 120,
      propertyNameLength: 300,
      propertyCount: 30,
      valueLength: 2000,
      reservedNames: ['engagement'],
    },
    reservedAreEvents: true,
    source: 'https://plausible.io/docs/events-api',
  },
  {
    title: 'FullStory',
    names: ['fullstory'],
    limits: { eventNameLength: 250, propertyNameLength: 512 },
    source: 'https://help.fullstory.com/hc/en-us/articles/360020623234-Client-API-Requirements',
  },
  {
    title: 'Meta app events',
    names: ['facebookappevents', 'metaappevents', 'facebookapp'],
    limits: { eventNameLength: 40, propertyCount: 25 },
    source: 'https://developers.facebook.com/documentation/app-events/faq',
  },
];
