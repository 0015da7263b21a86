import { AnalyticsBrowser } from '@segment/analytics-next';

export const analytics = AnalyticsBrowser.load({ writeKey: import.meta.env.VITE_SEGMENT_KEY });

type Properties = Record<string, unknown>;

/** Every event of the web app goes through here, so that it carries the version. Tracklint finds this by itself. */
export function track(event: string, properties: Properties = {}): void {
  void analytics.track(event, { ...properties, app_version: import.meta.env.VITE_VERSION });
}

export function trackCartViewed(): void {
  track('Cart Viewed');
}
