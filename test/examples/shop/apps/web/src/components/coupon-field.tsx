import { useState } from 'react';
import { track } from '../analytics';
import { Events } from '../events';

export function CouponField() {
  const [code, setCode] = useState('');

  const apply = () => {
    track(Events.CouponApplied, { cupon: code, discount: 10 });
  };

  return (
    <label>
      Coupon <input value={code} onChange={event => setCode(event.target.value)} onBlur={apply} />
    </label>
  );
}
