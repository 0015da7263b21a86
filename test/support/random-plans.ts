import fc from 'fast-check';

type Json = Readonly<Record<string, unknown>>;

/** Plans in our own JSON that say a little of everything, valid and with names that are hard to write. */
export const planTexts: fc.Arbitrary<string> = fc.constant(0).chain(() => plans().map(plan => JSON.stringify(plan)));

function plans(): fc.Arbitrary<Json> {
  return fc
    .record(
      {
        name: fc.constantFrom('Shop', 'My: plan', 'Läden & Co'),
        common: members(0),
        events: dictionary(events()),
        pages: dictionary(events()),
        screens: dictionary(events()),
        identify: fc.record({ traits: members(1), additionalProperties: fc.boolean() }),
        group: fc.record({ traits: members(1), additionalProperties: fc.boolean() }),
      },
      { requiredKeys: ['name', 'events'] },
    )
    .map(plan => ({ version: 1, ...plan }));
}

function events(): fc.Arbitrary<Json> {
  return fc.record(
    {
      description: texts,
      why: texts,
      owner: fc.constantFrom('checkout-team', 'jo@example.com'),
      status: fc.constantFrom('planned', 'active', 'deprecated', 'removed'),
      weight: fc.integer({ min: 2, max: 9 }),
      tags: fc.uniqueArray(fc.constantFrom('core', 'money', 'beta'), { minLength: 1, maxLength: 2 }),
      properties: members(2),
      additionalProperties: fc.boolean(),
    },
    { requiredKeys: [] },
  );
}

function members(depth: number): fc.Arbitrary<Json> {
  return dictionary(property(depth));
}

function property(depth: number): fc.Arbitrary<Json> {
  return fc
    .tuple(
      value(depth),
      fc.record(
        {
          required: fc.boolean(),
          description: texts,
          pii: fc.constant(true),
          deprecated: fc.constant(true),
          examples: fc.constant(['a']),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([constraint, words]) => {
      const { examples, ...others } = words;
      return {
        ...constraint,
        ...others,
        ...(constraint.type === 'string' &&
          !('enum' in constraint) &&
          !('pattern' in constraint) &&
          !('format' in constraint) &&
          !('minLength' in constraint) &&
          !('const' in constraint) &&
          examples && { examples }),
      };
    });
}

function value(depth: number): fc.Arbitrary<Json> {
  const flat: fc.Arbitrary<Json>[] = [
    fc.constant({}),
    fc.constantFrom<Json>(
      { type: 'string' },
      { type: 'boolean' },
      { type: 'integer' },
      { type: 'number' },
      { type: 'array' },
    ),
    fc.constantFrom<Json>({ type: ['string', 'null'] }, { type: ['number', 'string'] }),
    fc
      .uniqueArray(fc.constantFrom('free', 'pro', 'a b', '2'), { minLength: 1, maxLength: 3 })
      .map(list => ({ type: 'string', enum: list })),
    fc.constantFrom<Json>(
      { type: 'string', const: 'v2' },
      { type: 'string', pattern: '^A-\\d+$' },
      { type: 'string', format: 'email' },
    ),
    fc.constantFrom<Json>({ type: 'string', minLength: 1, maxLength: 9 }, { type: 'number', minimum: 0, maximum: 1.5 }),
    fc.constantFrom<Json>(
      { type: 'number', exclusiveMinimum: 0 },
      { type: 'array', minItems: 1, items: { type: 'string' } },
    ),
  ];
  if (depth === 0) return fc.oneof(...flat);
  const object = fc
    .record({ properties: members(depth - 1), additionalProperties: fc.boolean() })
    .map(body => ({ type: 'object', ...body }));
  return fc.oneof(
    ...flat,
    object,
    object.map(items => ({ type: 'array', items })),
  );
}

function dictionary(values: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .uniqueArray(fc.tuple(names, values), { selector: ([name]) => name, maxLength: 4 })
    .map(entries => Object.fromEntries(entries));
}

const names = fc.constantFrom(
  ...[
    'Order Completed',
    'order_id',
    'total',
    'Signed Up',
    'a: b',
    '#tag',
    "it's",
    'say "hi"',
    'naïve',
    'null',
    '1st',
    'x,y',
  ],
);

const texts = fc.constantFrom('What it is.', 'Of two: this.', 'a, "b" and #c', "it's", 'true');
