/** Events of a B2B software service, after the standard specification of the field. */
export const saas = `version: 1
name: SaaS
naming:
  events: { framework: object-action, case: Title Case, tense: past }
  properties: { case: snake_case }
properties:
  plan: { type: string, description: What the account pays for. }
events:
  # Account
  Account Created:
    description: A company or team signed up.
    why: Which channels bring accounts?
    status: planned
    properties:
      account_name: { type: string, required: true }
      plan: { $ref: plan }
  Account Deleted:
    description: An account was closed, with all its users.
    why: Why do accounts leave?
    status: planned
    properties: { account_name: string, reason: string }
  Account Added User:
    description: A user became a member of an account.
    status: planned
    properties: { role: string }
  Account Removed User:
    description: A user is no longer a member of an account.
    status: planned
    properties: { role: string }

  # Sign-up and sign-in
  Signed Up:
    description: Somebody finished the registration.
    why: Which sources bring users?
    status: planned
    properties:
      type: { type: string, enum: [organic, invited], description: How they came. }
      method: { type: string, description: E-mail or the service that signed them in. }
  Signed In:
    description: A user signed in.
    status: planned
    properties: { method: string }
  Signed Out: { description: A user signed out., status: planned }
  Invite Sent:
    description: A user invited somebody to the account.
    why: Does the product spread within a company?
    status: planned
    properties: { invite_role: string }

  # Trial and subscription
  Trial Started:
    description: A trial began.
    status: planned
    properties: { trial_plan_name: string, trial_end_date: { type: string, format: date } }
  Trial Ended:
    description: A trial ended, with or without a subscription.
    why: How many trials become customers?
    status: planned
    properties: { trial_plan_name: string, converted: boolean }
  Subscription Started:
    description: The first payment of a plan went through.
    status: planned
    properties:
      plan: { $ref: plan, required: true }
      interval: { type: string, enum: [month, year] }
      amount: { type: number, minimum: 0, description: In units of the currency. }
      currency: string
  Subscription Changed:
    description: The plan, the seats or the interval changed.
    status: planned
    properties: { plan: { $ref: plan, required: true }, previous_plan: string }
  Subscription Cancelled:
    description: A subscription will not be renewed.
    why: Why do customers leave?
    status: planned
    properties: { plan: { $ref: plan }, reason: string }
pages:
  Pricing: { description: The page of plans and prices. }
identify:
  traits: { email: { type: string, format: email, pii: true }, name: { type: string, pii: true }, role: string, created_at: { type: string, format: date-time } }
group:
  traits: { name: string, plan: { $ref: plan }, employees: integer, industry: string }
metrics:
  conversion: { kind: lagging, description: Trials that become subscriptions., events: [Trial Started, Subscription Started] }
funnels:
  sign_up: [Signed Up, Trial Started, Subscription Started]
`;
