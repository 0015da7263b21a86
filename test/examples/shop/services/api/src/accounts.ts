import { analytics } from './analytics';

export function accountCreated(id: string, referrer: string | undefined): void {
  analytics.identify({ userId: id, traits: { plan: 'free', created_at: new Date().toISOString() } });
  analytics.track({ userId: id, event: 'Account Created', properties: { plan: 'free', referrer } });
}
