import { expect, test } from 'vitest';
import { askedLines, untilWhen, whyAsked } from './mail-words.ts';

const subject = {
  ticketKey: 'ACME-1',
  title: 'Laptop',
  cost: { minor: 120_000, currency: 'EUR' },
  requester: 'Anna Adler',
  forWhom: null,
  reason: '',
  expectedOn: '2026-12-01',
  lines: [
    { label: 'Includes', value: 'Docking station' },
    { label: 'Tasche', value: 'Yes' },
  ],
  people: { forWhom: null },
};
const german = { language: 'de', timeZone: 'Europe/Berlin', say: (text: string) => text } as const;

test('what is asked by mail has amounts, days and reasons as its reader writes them', () => {
  expect(askedLines({ subject }, german)).toEqual([
    'Anna Adler bittet um: Laptop',
    'Kosten: 1.200,00\u00a0EUR',
    'Enthält: Docking station',
    'Tasche: Ja',
    'Erwartet am: 1. Dezember 2026',
  ]);
  expect(untilWhen('2026-12-01T22:30:00.000Z', german)).toBe('1. Dezember 2026 um 23:30');
  expect(whyAsked('manager', 'EUR 1,200.00 is above EUR 500.00', german)).toBe(
    'vorgesetzt; 1.200,00\u00a0EUR liegt über 500,00\u00a0EUR',
  );
});

test('in English an amount has its code in front, and a day its month in words', () => {
  const lines = askedLines({ subject }, { ...german, language: 'en' });
  expect(lines).toContain('Cost: EUR 1,200.00');
  expect(lines).toContain('Expected on: 1 December 2026');
});

test('in French each colon keeps the space before it', () => {
  for (const line of askedLines({ subject }, { ...german, language: 'fr' }, 'Mary'))
    expect(line).not.toMatch(/[^\s\u00a0]:/);
});
