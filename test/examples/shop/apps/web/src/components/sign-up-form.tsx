import { analytics, track } from '../analytics';
import type { Customer } from '../catalogue';

export function SignUpForm({ signUp }: { signUp(): Promise<Customer> }) {
  const submit = async () => {
    const customer = await signUp();
    void analytics.identify(customer.id, { plan: 'free', email: customer.email });
    track('account_created', { plan: 'free' });
  };

  return <form onSubmit={submit} />;
}
