/** Formatting a plan changes blanks and empty lines, and nothing else. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readText } from '../server/src/plan/yaml/read-text.ts';
import { tidyYaml } from '../server/src/plan/yaml/tidy.ts';
import { toValue } from '../server/src/plan/yaml/tree.ts';
import { planTexts } from './support/random-plans.ts';

suite('formatting', () => {
  test('keeps every word, comment and value, and is done after one time', () => {
    fc.assert(
      fc.property(untidy, fc.integer({ min: 2, max: 4 }), (text, step) => {
        // A comment may have come into the middle of a text of several lines.
        fc.pre(readText(text).problems.length === 0);
        const tidied = tidyYaml(text, step);
        assert.ok(tidied !== undefined, 'sound YAML is formatted');
        assert.equal(withoutBlanks(tidied), withoutBlanks(text));
        assert.deepEqual(toValue(readText(tidied).root), toValue(readText(text).root));
        assert.equal(tidyYaml(tidied, step), tidied);
        assert.doesNotMatch(tidied, /[ \t]\n|\n\n\n|^\n|\n\n$/);
      }),
      { numRuns: 60 },
    );
  });
});

/** Plans with comments, and with other indentation, spaces and empty lines than they had. */
const untidy = fc
  .tuple(planTexts, fc.array(fc.nat(9), { minLength: 30, maxLength: 60 }), fc.integer({ min: 1, max: 3 }))
  .map(([text, dice, width]) => {
    const lines = stringify(JSON.parse(text) as unknown, { lineWidth: 20 + width * 20 })
      .split('\n')
      .flatMap((line, at) => {
        const blanks = /^ */.exec(line)?.[0] ?? '';
        const wide = blanks.repeat(width);
        const roll = dice[at % dice.length] ?? 0;
        const own = wide + line.slice(blanks.length);
        if (line.trim() === '') return [line];
        if (roll === 0) return [`${wide}# A comment: of "its" own.`, own];
        if (roll === 1) return ['', '', own];
        if (roll === 2 && /^[^"'|>#]*$/.test(line)) return [`${own}   # behind`];
        if (roll === 3) return [own.replace(/^( *[A-Za-z_]+):(?= )/, '$1 :  ')];
        return [own];
      });
    return lines.join('\n');
  });

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
