import { useEffect } from 'react';
import { track } from '../analytics';
import type { Product } from '../catalogue';
import { Events } from '../events';

export function ProductPage({ product }: { product: Product }) {
  useEffect(() => {
    track(Events.ProductViewed, {
      product_id: product.id,
      price: product.price,
      currency: product.currency,
    });
  }, [product]);

  const add = (quantity: string) => {
    track(Events.ProductAdded, { product_id: product.id, quantity });
  };

  const notifyMe = () => {
    track('Product Subscribed', { product_id: product.id });
  };

  return (
    <main>
      <h1>{product.title}</h1>
      <button onClick={notifyMe}>Tell me when it is back</button>
      <select onChange={event => add(event.target.value)}>
        <option>1</option>
        <option>2</option>
      </select>
    </main>
  );
}
