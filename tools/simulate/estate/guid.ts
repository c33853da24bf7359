import type { Random } from '../../../server/sample/random.ts';

/** An id in the shape of RFC 9562, version 4, that the seed decides. */
export function guidOf(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.between(0, 15).toString(16));
  hex[12] = '4';
  hex[16] = '89ab'.charAt(random.between(0, 3));
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
