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

  const compare = () => {
    track(`${document.title} Viewed`);
  };

  return (
    <main>
      <nav onClick={compare}>Compare the plans</nav>
      <button onClick={() => choose('free')}>Free</button>
      <button onClick={() => choose('pro')}>Pro</button>
    </main>
  );
}
