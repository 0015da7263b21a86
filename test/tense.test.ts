import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { NameCase } from '../server/src/base/vocabulary.ts';
import { baseOf, isPast, pastOf, singularOf } from '../server/src/base/tense.ts';
import { isInCase, joinWords, plainName, splitWords } from '../server/src/base/words.ts';

const words = (name: string): readonly string[] => splitWords(name).map(word => word.text);

suite('words of a name', () => {
  test('separators and changes of case part them', () => {
    assert.deepEqual(words('order_completed'), ['order', 'completed']);
    assert.deepEqual(words('orderCompleted'), ['order', 'Completed']);
    assert.deepEqual(words('APIKeyCreated'), ['API', 'Key', 'Created']);
    assert.deepEqual(words('checkout.order-completed'), ['checkout', 'order', 'completed']);
    assert.deepEqual(words('auth:login_clicked'), ['auth', 'login', 'clicked']);
    assert.deepEqual(words('step2Completed'), ['step2', 'Completed']);
  });

  test('in a name with spaces, brands and hyphens are whole words', () => {
    assert.deepEqual(words('GitHub Sign-Up Completed'), ['GitHub', 'Sign-Up', 'Completed']);
    assert.deepEqual(words('  Order   Completed - Web '), ['Order', 'Completed', 'Web']);
  });

  test('words know where they stand', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), name => {
        for (const { text, at } of splitWords(name)) assert.equal(name.slice(at, at + text.length), text);
      }),
    );
  });

  test('joined words are in the case that they were joined in', () => {
    const cases: readonly NameCase[] = [
      'Title Case',
      'Sentence case',
      'lower case',
      'snake_case',
      'camelCase',
      'PascalCase',
      'kebab-case',
      'SCREAMING_SNAKE_CASE',
    ];
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(...cases), (list, nameCase) => {
        const name = joinWords(list, nameCase);
        assert.ok(isInCase(name, nameCase), `${name} in ${nameCase}`);
        assert.equal(plainName(name), list.join(''));
      }),
    );
  });
});

suite('tenses', () => {
  test('regular, doubled and irregular past tenses', () => {
    const past = {
      complete: 'completed',
      view: 'viewed',
      apply: 'applied',
      play: 'played',
      stop: 'stopped',
      drop: 'dropped',
      submit: 'submitted',
      visit: 'visited',
      edit: 'edited',
      cancel: 'canceled',
      fix: 'fixed',
      send: 'sent',
      choose: 'chosen',
      read: 'read',
      begin: 'begun',
      pay: 'paid',
      quit: 'quit',
    };
    for (const [verb, form] of Object.entries(past)) {
      assert.equal(pastOf(verb), form);
      assert.ok(isPast(form), form);
    }
  });

  test('the base of any form of a known verb', () => {
    for (const form of ['completed', 'completes', 'completing', 'complete'])
      assert.equal(baseOf(form), 'complete', form);
    for (const form of ['stopped', 'stopping', 'stops']) assert.equal(baseOf(form), 'stop', form);
    for (const form of ['sent', 'sends', 'sending']) assert.equal(baseOf(form), 'send', form);
    assert.equal(baseOf('applied'), 'apply');
    assert.equal(baseOf('details'), undefined);
  });

  test('words that only look like a past tense', () => {
    for (const word of ['Feed', 'Need', 'Speed', 'Bed', 'Hundred', 'Order']) assert.ok(!isPast(word), word);
  });

  test('singulars', () => {
    const singular = {
      orders: 'order',
      categories: 'category',
      boxes: 'box',
      people: 'person',
      status: 'status',
      news: 'news',
      bus: 'bus',
      addresses: 'address',
      class: 'class',
    };
    for (const [plural, word] of Object.entries(singular)) assert.equal(singularOf(plural), word);
  });
});
