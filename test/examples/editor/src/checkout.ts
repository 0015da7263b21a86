import { analytics } from './analytics';

export function completeOrder(id: string, total: number): void {
  analytics.track('Order Completed', { order_id: id, total, currency: 'USD' });
}

export function viewProduct(sku: string): void {
  analytics.track('Product Viewed', { sku });
}

export function mistakes(id: string): void {
  analytics.track('Order Complete', { order_id: id });
  analytics.track('Order Completed', { order_id: id, total: '12.50', currency: 'GBP' });
  analytics.track('Purchase Made');
}
