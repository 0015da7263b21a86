import { analytics } from './analytics';

/** Sent once, when the old shop was closed. */
export function importOldOrder(customerId: string): void {
  analytics.track({ userId: customerId, event: 'Purchase Made' });
}

export function importOldAccount(id: string): void {
  // tracklint-ignore-next-line unknown-event -- the warehouse of the old shop reads it until 2027-03-01
  analytics.track({ userId: id, event: 'Account Added' });
}
