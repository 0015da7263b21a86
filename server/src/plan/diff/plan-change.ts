import type { EventKind } from '../plan.ts';

/** One difference between two plans. Breaking: a call that followed the old plan may not follow the new one. */
export interface PlanChange {
  readonly kind: 'added' | 'removed' | 'renamed' | 'tightened' | 'loosened' | 'described';
  readonly breaking: boolean;
  /** What it is about; absent for traits and what is sent with every call. */
  readonly event?: { readonly kind: EventKind; readonly name: string };
  /** The property that it is about, at whatever depth; absent where it is about the event as a whole. */
  readonly property?: string;
  /** Properties that are not listed may no longer be sent. */
  readonly closes?: true;
  /** For people: `Order Completed`, `Order Completed: total`, `identify: plan`. */
  readonly subject: string;
  /** What changed, such as `must be sent now`. */
  readonly says: string;
}
