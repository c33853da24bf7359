import { expect, test } from 'vitest';
import type { SimulationFlip } from '#shared/simulation.ts';
import { headline, whyWords } from './words.ts';

const told = (judged: number, toBreached: number, toMet: number, apartBreached = 0, apartMet = 0) =>
  headline({ tickets: { judged, toBreached, toMet, apartBreached, apartMet } });

test('what came of it is one sentence, whatever the numbers', () => {
  expect(told(1934, 41, 12)).toBe(
    'Of 1,934 tickets, 41 would have missed a target that was kept or is in time so far, and 12 would have kept one that was missed, or be in time so far.',
  );
  expect(told(3, 0, 1)).toBe(
    'Of 3 tickets, 1 would have kept one that was missed, or be in time so far; none would have come out worse.',
  );
  expect(told(1, 0, 0)).toBe('Of 1 ticket, none would have come out otherwise.');
  expect(told(574, 18, 0, 1)).toBe(
    'Of 574 tickets, 18 would have missed a target that was kept or is in time so far; none would have come out better. 1 would have missed one that was cancelled or not promised.',
  );
  expect(told(3, 0, 0, 0, 2)).toBe(
    'Of 3 tickets, none would have missed a target that was kept or is in time so far, or the other way round. For 2, one that was missed would be cancelled or not promised.',
  );
  expect(told(0, 0, 0)).toBe('No tickets were logged in this time.');
});

const flip = {
  ...{ ticketId: '', key: 'ACME-1', title: '', clientId: '', target: 'resolution', name: 'resolution' },
  ...{ before: 'met', after: 'breached', priorityBefore: 2, priorityAfter: 2, usedBefore: 6_000, usedAfter: 6_000 },
  ...{ targetBefore: 36_000, targetAfter: 3_600, dueBefore: null, dueAfter: null },
  ...{ sourceBefore: 'Gold', sourceAfter: 'Gold' },
} as SimulationFlip;

test('why a ticket flips names only what differs', () => {
  expect(whyWords(flip)).toBe('Took 1h 40m of working time · target 1h instead of 10h');
  expect(whyWords({ ...flip, usedAfter: 600, targetAfter: 36_000, priorityAfter: 1, sourceAfter: 'Silver' })).toBe(
    '10m of working time counted instead of 1h 40m · target 10h · P1 instead of P2 · “Silver” instead of “Gold”',
  );
  expect(whyWords({ ...flip, before: 'none' })).toBe('Would be promised by “Gold”: took 1h 40m of 1h');
  expect(whyWords({ ...flip, after: 'none' })).toBe('Would be promised no more: took 1h 40m of 10h');
  expect(whyWords({ ...flip, before: 'cancelled' })).toBe('Was cancelled after 1h 40m of 10h: 1h 40m of 1h instead');
  expect(whyWords({ ...flip, before: 'breached', after: 'cancelled' })).toBe(
    'Would be cancelled after 1h 40m of 1h: took 1h 40m of 10h',
  );
});
