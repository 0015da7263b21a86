import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { objectOf } from '../server/src/base/event-words.ts';

suite('what an event is about', () => {
  for (const [name, object] of [
    ['Order Completed', 'Order'],
    ['order_item_added', 'order item'],
    ['User Signed Up', 'User'],
    ['Clicked Button', 'Button'],
    ['auth:reset_password_submitted', 'auth'],
    ['user_settings.theme_changed', 'user settings'],
    ['checkout/paid', 'checkout'],
    ['Opened: the list', 'the list'],
    ['Signed Up', 'Signed Up'],
  ] as const) {
    test(`${name}: ${object}`, () => {
      assert.equal(objectOf(name), object);
    });
  }
});
