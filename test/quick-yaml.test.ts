/** The quick reader says the same as the complete one wherever it says something. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { parseYaml } from '../server/src/plan/yaml/parse.ts';
import { quickParse } from '../server/src/plan/yaml/quick.ts';

suite('quick YAML', () => {
  test('agrees with the complete reader on anything made of YAML', () => {
    let answers = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\n', '\r\n'), (lines, eol) => {
        if (compare(lines.join(eol)) && compare(lines.join(eol) + eol)) answers++;
      }),
      { numRuns: 20_000 },
    );
    assert(answers > 2_000, `it answers only ${answers} times`);
  });

  test('agrees with the complete reader on sound documents', () => {
    let answers = 0;
    fc.assert(
      fc.property(block(3), lines => {
        if (compare(`${lines.join('\n')}\n`)) answers++;
      }),
      { numRuns: 3_000 },
    );
    assert(answers > 1_500, `it answers only ${answers} times`);
  });

  for (const text of [
    'a: |\n  one\n\n  two\nb: >-\n  one\n  two\n\n  three\n',
    '{\n\t"a": [1, 2.5, null, true, "x\\n\\u00e9"],\n\t"b": {}\n}\n',
    'a:\n- b\n- c: d\n  e: f\n-  - g\n   - h\n',
    'a: \'it\'\'s\'   # comment\n\n# more\n"b c" : "d"\n',
    'a: {b: c, d: [e, {f: g}], h, "i":1}\n',
    'a: 0x1F\nb: 0o17\nc: 1e3\nd: -.5\ne: .inf\nf: 2027-03-01\ng: ~\nh: 0123\n',
    'a:\n  b:\n\n  # c\n  d: e\nf:\n',
  ]) {
    test(`reads ${JSON.stringify(text)}`, () => {
      assert(compare(text), 'it should answer');
    });
  }
});

/** Whether it answered. */
function compare(text: string): boolean {
  const quick = quickParse(text);
  if (!quick) return false;
  const { root, problems } = parseYaml(text);
  assert.deepEqual(problems, [], text);
  assert.deepEqual(quick.root, root, JSON.stringify(text));
  return true;
}

const word = fc.constantFrom(
  'a',
  'Order Completed',
  '$ref',
  'x-y',
  'b:c',
  'c#d',
  "it's",
  '12',
  '1.5',
  'true',
  'null',
  '~',
  '"q: r"',
  "'s'",
  '"\\u00e9\\n"',
  "''",
  '-1',
  '- a',
  'é…😀',
);

const flow: fc.Arbitrary<string> = fc.letrec<{ value: string; map: string; list: string }>(tie => ({
  value: fc.oneof({ maxDepth: 3 }, word, tie('map'), tie('list')),
  map: fc
    .array(fc.tuple(word, fc.constantFrom(': ', ':', ' : ', ''), tie('value')), { maxLength: 3 })
    .map(entries => `{ ${entries.map(([key, colon, value]) => key + colon + (colon && value)).join(', ')} }`),
  list: fc.array(tie('value'), { maxLength: 3 }).map(items => `[${items.join(',')}]`),
})).value;

const line = fc
  .tuple(
    fc.constantFrom('', '', '  ', '    ', ' ', '\t', '  - ', '- '),
    fc.oneof(
      fc
        .tuple(word, fc.constantFrom(':', ': ', ':  ', ''), fc.oneof(flow, fc.constant(''), word))
        .map(parts => parts.join('')),
      fc.constantFrom(
        '',
        '# comment',
        '|',
        'a: |',
        'a: >',
        'a: |-',
        '}',
        ']',
        '{',
        'a: {',
        'a: [',
        '---',
        '...',
        '<<: a',
        '? a',
      ),
    ),
    fc.constantFrom('', '', '', ' ', ' # comment', '#'),
  )
  .map(parts => parts.join(''));

const key = fc.constantFrom('a', 'b c', '"d e"', "'f'", 'g-h', '$i', 'é', '404');
const scalar = fc.constantFrom(
  'x',
  'y z',
  '"q: r"',
  "'s'",
  '12',
  'true',
  '[a, b]',
  '{ a: b, c: { d: 1 } }',
  '2027-03-01',
  "it's",
);

/** The lines of a block map of this depth. */
function block(depth: number): fc.Arbitrary<readonly string[]> {
  const entry = fc.oneof(
    fc
      .tuple(key, scalar, fc.constantFrom('', '  # why'))
      .map(([name, value, comment]) => [`${name}: ${value}${comment}`]),
    ...(depth === 0
      ? []
      : [
          fc
            .tuple(key, block(depth - 1))
            .map(([name, lines]) => [`${name}:`, ...lines.map(each => (each ? `  ${each}` : each))]),
          fc
            .tuple(key, fc.array(scalar, { minLength: 1, maxLength: 3 }))
            .map(([name, items]) => [`${name}:`, ...items.map(item => `  - ${item}`)]),
          fc
            .tuple(
              key,
              fc.constantFrom('|', '>', '|-', '>-'),
              fc.array(fc.constantFrom('one', 'two three', '', 'x: y', '# no comment'), { minLength: 1, maxLength: 4 }),
            )
            .map(([name, style, lines]) => [`${name}: ${style}`, ...lines.map(each => (each ? `  ${each}` : each))]),
        ]),
  );
  return fc.array(entry, { minLength: 1, maxLength: 4 }).map(entries => entries.flat());
}
