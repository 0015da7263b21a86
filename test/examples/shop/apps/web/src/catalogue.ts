export interface Product {
  readonly id: string;
  readonly title: string;
  /** In units of the currency. */
  readonly price: number;
  readonly currency: 'USD' | 'EUR' | 'GBP';
}

export interface CartLine {
  readonly product: Product;
  readonly quantity: number;
}

export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export function totalOf(cart: readonly CartLine[]): number {
  return cart.reduce((sum, line) => sum + line.product.price * line.quantity, 0);
}
