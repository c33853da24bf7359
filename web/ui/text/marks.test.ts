import { expect, test } from 'vitest';
import { stretches } from './marks.ts';

const marked = (text: string, words: readonly string[]) =>
  stretches(text, words)
    .map((one) => (one.hit ? `[${one.text}]` : one.text))
    .join('');

test('words are marked whole, where they begin with what was typed, accents or not', () => {
  expect(marked('Zoë’s printer prints twice', ['zoe', 'print'])).toBe('[Zoë]’s [printer] [prints] twice');
  expect(marked('ACME-142 reprint', ['142', 'print'])).toBe('ACME-[142] reprint');
  expect(marked('nothing', [])).toBe('nothing');
});
