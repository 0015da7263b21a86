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

  return (
    <main>
      <h1>{product.title}</h1>
      <select onChange={event => add(event.target.value)}>
        <option>1</option>
        <option>2</option>
      </select>
    </main>
  );
}
