import { analytics } from './analytics';

export function showProduct(): void {
  analytics.track('Product Viewed', {});
}
