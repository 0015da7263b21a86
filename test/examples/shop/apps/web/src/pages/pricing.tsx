import { useEffect } from 'react';
import { analytics, track } from '../analytics';

export function PricingPage({ variant }: { variant: string }) {
  useEffect(() => {
    void analytics.page('Pricing', { variant });
  }, [variant]);

  const choose = (plan: 'free' | 'pro') => {
    track('Pricing Viewed');
    track('Account Created', { plan });
  };

  const compare = (event: React.MouseEvent<HTMLElement>) => {
    track(`${event.currentTarget.innerText} Viewed`);
  };

  return (
    <main>
      <nav onClick={compare}>Compare the plans</nav>
      <button onClick={() => choose('free')}>Free</button>
      <button onClick={() => choose('pro')}>Pro</button>
    </main>
  );
}
