import { track } from '../analytics';
import { totalOf, type CartLine, type Customer } from '../catalogue';
import { CouponField } from '../components/coupon-field';
import { Events } from '../events';

interface Props {
  cart: readonly CartLine[];
  customer: Customer;
  placeOrder(): Promise<{ id: string }>;
}

export function CheckoutPage({ cart, customer, placeOrder }: Props) {
  const pay = async () => {
    const order = await placeOrder();
    track(Events.OrderCompleted, {
      order_id: order.id,
      total: totalOf(cart),
      currency: cart[0]?.product.currency ?? 'EUR',
      items: cart.map(line => ({ sku: line.product.id, quantity: line.quantity })),
    });
  };

  const askForHelp = () => {
    track('Help Requested', { page: 'payment', contact: customer.email });
  };

  return (
    <form onSubmit={pay}>
      <CouponField />
      <button type="submit">Pay</button>
      <button type="button" onClick={askForHelp}>
        Help
      </button>
    </form>
  );
}
