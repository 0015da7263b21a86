/** Names that several pages share. */
export const Events = {
  ProductViewed: 'Product Viewed',
  ProductAdded: 'Product Added',
  CouponApplied: 'Coupon Applied',
  OrderCompleted: 'Order Complete',
} as const;
