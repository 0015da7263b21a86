import { analytics } from './analytics';

interface Order {
  readonly id: string;
  readonly customerId: string;
  /** In cents. */
  readonly amount: number;
  readonly currency: 'USD' | 'EUR' | 'GBP';
}

export function orderPaid(order: Order): void {
  analytics.track({
    userId: order.customerId,
    event: 'Order Completed',
    properties: {
      order_id: order.id,
      total: (order.amount / 100).toFixed(2),
      currency: order.currency,
    },
  });
}

export function orderRefunded(order: Order, reason: 'damaged' | 'late' | 'unwanted'): void {
  analytics.track({
    userId: order.customerId,
    event: 'Order Refunded',
    properties: { reason },
  });
}
