import { expect, test } from 'vitest';
import { filesMeant } from './files.ts';
import { asLink } from './link.ts';
import { createOffered, type Offer, offersFor, press } from './suggest.ts';

test('an address is understood as people type it, and nothing that could run becomes a link', () => {
  expect(asLink(' example.com/help ')).toBe('https://example.com/help');
  expect(asLink('http://intra.example')).toBe('http://intra.example');
  expect(asLink('localhost:8080/x')).toBe('https://localhost:8080/x');
  expect(asLink('ava@acme.example')).toBe('mailto:ava@acme.example');
  expect(asLink('tel:+61291234567')).toBe('tel:+61291234567');
  for (const none of ['', 'two words', 'word', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])
    expect(asLink(none), none).toBeNull();
});

test('a copied table is pasted as text though its picture comes along, a screenshot is attached', () => {
  const picture = new File(['x'], 'image.png', { type: 'image/png' });
  const paste = (text: string, ...files: File[]) => ({
    files: Object.assign(files, { item: (index: number) => files[index] ?? null }) as unknown as FileList,
    getData: () => text,
  });
  expect(filesMeant(paste('a\tb', picture))).toEqual([]);
  expect(filesMeant(paste('', picture))).toEqual([picture]);
  expect(filesMeant(null)).toEqual([]);
});

test('arrows go round the offers, Enter and Tab pick, everything else is for the editor', () => {
  const offered = createOffered();
  const picked: Offer[] = [];
  expect(press(offered, { key: 'Enter' })).toBe(false);
  const offers = ['Ava', 'Ben', 'Chloé'].map((label) => ({ id: label, label }));
  offered.set({
    label: 'People',
    isText: false,
    host: {} as HTMLElement,
    offers,
    at: 0,
    pick: (one) => picked.push(one),
  });
  expect([press(offered, { key: 'ArrowUp' }), offered.get()?.at]).toEqual([true, 2]);
  expect([press(offered, { key: 'ArrowDown' }), offered.get()?.at]).toEqual([true, 0]);
  expect(press(offered, { key: 'x' })).toBe(false);
  press(offered, { key: 'ArrowDown' });
  expect(press(offered, { key: 'Tab' })).toBe(true);
  expect(picked).toEqual([{ id: 'Ben', label: 'Ben' }]);
});

test('what begins with the typed letters is offered first', () => {
  const offers: Offer[] = [
    { id: '1', label: 'Ask for a picture', note: 'pic' },
    { id: '2', label: 'Pick-up is ready' },
    { id: '3', label: 'Topic closed', note: 'topic' },
    { id: '4', label: 'Picture received', note: 'pic2' },
  ];
  expect(offersFor(offers, 'pic').map(({ id }) => id)).toEqual(['1', '4', '2', '3']);
  expect(offersFor(offers, '').map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  expect(offersFor(offers, 'zebra')).toEqual([]);
});
