import { expect, test } from 'vitest';
import { spellDay } from '#kernel/day.ts';
import { billedIn, runNameIn } from '#shared/billed-words.ts';
import { WORK_HOURS_WORDS } from '#shared/contract-words.ts';
import { LANGUAGES } from '#shared/languages.ts';

const PERIOD = 'Managed users, 1 Sept 2026 – 30 Sept 2026';

test.each([
  ['de', PERIOD, 'Managed users, 1. September 2026 – 30. September 2026'],
  ['fr', PERIOD, 'Managed users, 1 septembre 2026 – 30 septembre 2026'],
  ['es', 'Users, 1 Oct 2026 – 31 Oct 2026', 'Users, 1 de octubre de 2026 – 31 de octubre de 2026'],
  ['nl', 'Users, 1 May 2026 – 31 May 2026', 'Users, 1 mei 2026 – 31 mei 2026'],
  ['en', PERIOD, PERIOD],
  [
    'de',
    `${PERIOD} (11 of 30 days 20 × 95; 19 of 30 days 22 × 95)`,
    'Managed users, 1. September 2026 – 30. September 2026 (11 von 30 Tagen 20 × 95; 19 von 30 Tagen 22 × 95)',
  ],
  ['fr', 'ACME-1 Kilometres, 5 Nov 2026: May I, 3 times', 'ACME-1 Kilometres, 5 novembre 2026: May I, 3 times'],
  ['de', 'Project (phase 2), June', 'Project (phase 2), June'],
  ['de', 'Move on 5 Nov 2026', 'Move on 5 Nov 2026'],
] as const)('in %s “%s” reads “%s”: days are Fettle’s, names are people’s', (language, name, read) => {
  expect(billedIn(language, name)).toBe(read);
});

test('every month, and each remark of Fettle’s, is written anew in every language', () => {
  for (const language of LANGUAGES.filter((one) => one !== 'en')) {
    for (let month = 1; month <= 12; month += 1) {
      const day = spellDay(`2026-${String(month).padStart(2, '0')}-07`);
      expect(billedIn(language, `Users, ${day} – ${day}`)).not.toContain(`, ${day} –`);
    }
    for (const words of ['difference to what was billed', WORK_HOURS_WORDS.after_hours, WORK_HOURS_WORDS.holiday]) {
      const remark = `(${words.toLowerCase()})`;
      expect(billedIn(language, `Users, 1 Oct 2026 – 31 Oct 2026 ${remark}`)).not.toContain(remark);
      expect(billedIn(language, `ACME-1 Printer ${remark}`)).toMatch(/^ACME-1 Printer \(\S/);
    }
  }
});

test.each([
  ['de', 'March 2026', 'März 2026'],
  ['fr', 'August 2026', 'août 2026'],
  ['es', 'May 2026', 'mayo de 2026'],
  ['nl', 'Run 2026', 'Run 2026'],
  ['de', 'Summer 2026', 'Summer 2026'],
  ['de', 'Marchers 2026', 'Marchers 2026'],
] as const)('in %s a run called “%s” stands on papers as “%s”', (language, name, read) => {
  expect(runNameIn(language, name)).toBe(read);
});
