/** Where a cursor stands in YAML and JSON: each case is one text with the cursor `$0`, and the place as text. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { after, suite, test } from 'node:test';
import { Lines } from '../server/src/base/lines.ts';
import { contains } from '../server/src/base/text.ts';
import { locateYaml } from '../server/src/plan/yaml/locate.ts';
import { Fixture, isUpdating, type FixtureFile } from './support/fixture.ts';

const fixture = new Fixture('test/workspace/locate.md');

suite('places in YAML', () => {
  for (const { title, files, answers } of fixture.cases) {
    test(title, () => {
      const [file] = files;
      const [answer] = answers;
      assert(file && answer, 'a case is a text and what is expected');
      const actual = print(file);
      if (isUpdating) fixture.replace(answer, actual);
      else assert.equal(actual.trimEnd(), answer.text.trimEnd());
    });
  }
  test('no text and no cursor is too strange', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      '\n',
      '  ',
      '|',
      '\t',
      '\r\n',
      '$ref',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), (pieces, at) => {
        const text = pieces.join('');
        const lines = new Lines(text);
        const cursor = lines.position(at % (text.length + 1));
        const place = locateYaml(text, cursor);
        assert(!place || (contains(place.range, cursor) && place.path.every(part => typeof part === 'string')));
      }),
      { numRuns: 2_000 },
    );
  });

  after(() => {
    if (isUpdating) fixture.save();
  });
});

function print({ text, cursor }: FixtureFile): string {
  assert(cursor, 'a case has a cursor');
  const place = locateYaml(text, cursor);
  if (!place) return 'nothing';
  const { path, at, token, prefix, range, quote, siblings, flow, hasColon } = place;
  const columns = `${range.start.line + 1}:${range.start.character + 1}-${range.end.character + 1}`;
  return [
    `${at} in ${path.join(' > ') || 'the root'}`,
    `token ${JSON.stringify(token)} at ${columns}, prefix ${JSON.stringify(prefix)}`,
    ...(siblings.length > 0 ? [`beside ${siblings.join(', ')}`] : []),
    ...(quote ? [`in ${quote}`] : []),
    ...(flow ? ['in brackets'] : []),
    ...(hasColon ? ['a colon follows'] : []),
  ].join('\n');
}
