import { analytics } from './analytics';

interface Order {
  readonly id: string;
  readonly total: number;
}

export function completeOrder(order: Order): void {
  analytics.track('Order Completed', {
    order_id: order.id,
    total: order.total,
    currency: 'USD',
  });
}

export function drift(order: Order): void {
  analytics.track('Order Complted', { order_id: order.id });
  analytics.track('Order Completed', { order_id: order.id, total: '12.50', currency: 'GBP' });
  analytics.track('Purchase Made', { order_id: order.id });
}
