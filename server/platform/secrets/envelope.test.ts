import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyIdOf, newDataKey, openDataKey, sealUnder, unsealUnder, wrapKey } from './index.ts';

const secret = randomBytes(32);
const next = randomBytes(32);

test('a value is read again under its owner’s key and place, and nowhere else', () => {
  const { key, ...wrapped } = newDataKey(secret, 'a');
  const sealed = sealUnder(key, 'a|password', Buffer.from('opensesame'));
  expect(unsealUnder(openDataKey([secret], 'a', wrapped), 'a|password', sealed).toString()).toBe('opensesame');
  expect(() => unsealUnder(key, 'a|token', sealed)).toThrow();
  expect(() => unsealUnder(newDataKey(secret, 'b').key, 'a|password', sealed)).toThrow();
  expect(() => openDataKey([secret], 'b', wrapped)).toThrow();
  expect(sealed.includes('opensesame')).toBe(false);
});

test('a key is wrapped anew under the next secret, and its values stay as they are', () => {
  const { key, ...wrapped } = newDataKey(secret, 'a');
  expect(wrapped.keyId).toBe(keyIdOf(secret));
  expect(() => openDataKey([next], 'a', wrapped)).toThrow('not known here');
  const anew = wrapKey(next, 'a', openDataKey([next, secret], 'a', wrapped));
  expect(anew.keyId).toBe(keyIdOf(next));
  expect(openDataKey([next], 'a', anew)).toEqual(key);
});
