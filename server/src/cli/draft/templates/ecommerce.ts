/** Events of a shop, after the standard specification of the field. */
export const ecommerce = `version: 1
name: Shop
naming:
  events: { framework: object-action, case: Title Case, tense: past }
  properties: { case: snake_case }
properties:
  product_id: { type: string, description: The shop's own number of the product. }
  currency: { type: string, pattern: '^[A-Z]{3}$', description: ISO 4217 code. }
  price: { type: number, minimum: 0, description: Of one piece, in units of the currency. }
  order_id: { type: string, description: The shop's own number of the order. }
  cart_id: { type: string, description: The cart, which becomes the order. }
  products:
    type: array
    description: What is in the cart or the order.
    items:
      type: object
      properties:
        product_id: { $ref: product_id, required: true }
        sku: string
        name: string
        variant: string
        price: { $ref: price }
        quantity: integer
      additionalProperties: true
events:
  # Browsing
  Products Searched:
    description: A search in the shop.
    why: What do visitors look for and not find?
    status: planned
    properties: { query: { type: string, required: true } }
  Product List Viewed:
    description: A list or category of products was shown.
    status: planned
    properties: { list_id: string, category: string, products: { $ref: products } }
  Product Clicked:
    description: A product in a list was chosen.
    status: planned
    properties: { product_id: { $ref: product_id, required: true }, position: integer }
  Product Viewed:
    description: The page of a product was shown.
    why: Which products are looked at and not bought?
    status: planned
    properties:
      product_id: { $ref: product_id, required: true }
      name: string
      category: string
      price: { $ref: price }
      currency: { $ref: currency }

  # Cart
  Product Added:
    description: A product was put in the cart.
    status: planned
    properties: { cart_id: { $ref: cart_id }, product_id: { $ref: product_id, required: true }, quantity: integer, price: { $ref: price } }
  Product Removed:
    description: A product was taken out of the cart.
    status: planned
    properties: { cart_id: { $ref: cart_id }, product_id: { $ref: product_id, required: true }, quantity: integer }
  Cart Viewed:
    description: The cart was shown.
    status: planned
    properties: { cart_id: { $ref: cart_id }, products: { $ref: products } }

  # Checkout
  Checkout Started:
    description: The first page of the checkout was shown.
    status: planned
    properties: { order_id: { $ref: order_id }, value: number, currency: { $ref: currency }, products: { $ref: products } }
  Payment Info Entered:
    description: How to pay was chosen.
    status: planned
    properties: { order_id: { $ref: order_id }, payment_method: string }
  Order Completed:
    description: The customer paid.
    why: Which campaigns bring paying customers?
    status: planned
    properties:
      order_id: { $ref: order_id, required: true }
      total: { type: number, minimum: 0, required: true, description: With shipping and tax, in units of the currency. }
      revenue: { type: number, description: Without shipping and tax. }
      shipping: number
      tax: number
      discount: number
      coupon: string
      currency: { $ref: currency, required: true }
      products: { $ref: products, required: true }
  Order Refunded:
    description: Money of an order was given back.
    why: What is sent back, and why?
    status: planned
    properties: { order_id: { $ref: order_id, required: true }, total: number, products: { $ref: products } }
  Order Cancelled:
    description: An order was called off before it was sent.
    status: planned
    properties: { order_id: { $ref: order_id, required: true } }
  Coupon Applied:
    description: A coupon was accepted.
    status: planned
    properties: { order_id: { $ref: order_id }, coupon_id: string, discount: number }
  Product Reviewed:
    description: A review of a product was written.
    status: planned
    properties: { product_id: { $ref: product_id, required: true }, rating: { type: integer, minimum: 1, maximum: 5 } }
metrics:
  revenue: { kind: lagging, description: What customers pay., events: [Order Completed, Order Refunded] }
funnels:
  purchase: [Product Viewed, Product Added, Checkout Started, Order Completed]
`;
