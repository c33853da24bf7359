import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RESOLUTION_CODES } from '#shared/vocabulary.ts';
import { runs } from '#tests/runs.ts';
import { decideTransition, type LifecycleTicket, neverAllowed, type TransitionFields } from './lifecycle.ts';
import { DEFAULT_LIFECYCLES } from './lifecycle-defaults.ts';

const NOW = '2026-03-02T09:00:00.000Z';
const LATER = '2026-03-03T09:00:00.000Z';
const ALL = Object.values(DEFAULT_LIFECYCLES);
const paths = (to: string, fields: TransitionFields = {}) => neverAllowed(ALL, to, fields, NOW).map(({ path }) => path);

test('a step is refused beforehand for what every kind would refuse', () => {
  expect(paths('on_hold')).toEqual(['holdReason']);
  expect(paths('on_hold', { holdReason: 'scheduled' })).toEqual(['holdUntil']);
  expect(paths('on_hold', { holdReason: 'scheduled', holdUntil: '2026-03-01T00:00:00.000Z' })).toEqual(['holdUntil']);
  expect(paths('resolved')).toEqual(['resolutionCode']);
  expect(paths('resolved', { resolutionCode: 'nonsense' })).toEqual(['resolutionCode']);
  expect(paths('cancelled')).toEqual(['reason']);
  expect(paths('duplicate')).toEqual(['duplicateOfId']);
  expect(paths('in_progress', { resolutionCode: 'fixed' })).toEqual(['resolutionCode']);
  expect(paths('assigned', { assigneeId: null, teamId: null })).toEqual(['to']);
  expect(paths('nowhere')).toEqual(['to']);
});

test('what one kind allows, or what a ticket may know by then, is not refused', () => {
  expect(paths('on_hold', { holdReason: 'client' })).toEqual([]);
  expect(paths('on_hold', { holdReason: 'scheduled', holdUntil: LATER })).toEqual([]);
  // An incident closes without a word; a change asks how it ended, which one in review says already.
  expect(paths('closed')).toEqual([]);
  expect(paths('known_error')).toEqual([]);
  expect(paths('resolved', { resolutionCode: 'fix_applied', resolutionNote: 'Done' })).toEqual([]);
});

const field = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const fields: fc.Arbitrary<TransitionFields> = fc.record({
  holdReason: field('client', 'scheduled', 'nonsense'),
  holdUntil: field(LATER, '2020-01-01T00:00:00.000Z'),
  resolutionCode: field(...RESOLUTION_CODES.slice(0, 2), 'successful', 'nonsense'),
  resolutionNote: field('Did it', ' '),
  cause: field('A loose cable', ''),
  duplicateOfId: field('ticket-2'),
  teamId: field('team-1', null),
  reason: field('Because', ''),
});
const perhaps = field('known').map((value) => value ?? null);
const ticketOf = (status: string, ended: boolean): fc.Arbitrary<LifecycleTicket> =>
  fc.record({
    id: fc.constant('ticket-1'),
    requesterId: perhaps,
    status: fc.constant(status),
    assigneeId: perhaps,
    teamId: perhaps,
    holdReason: fc.constant(null),
    holdUntil: fc.constant(null),
    resolutionCode: ended ? fc.constantFrom('fixed', 'successful') : fc.constant(null),
    resolutionNote: ended ? perhaps : fc.constant(null),
    cause: perhaps,
    duplicateOfId: fc.constant(null),
    resolvedAt: fc.constant(null),
    resolvedBy: fc.constant(null),
    closedAt: fc.constant(null),
    reopenCount: fc.constant(0),
    categoryId: perhaps,
    serviceId: perhaps,
    customFields: fc.constant([]),
    openChildren: fc.nat(1),
    openChecklistItems: fc.nat(1),
    openApprovals: fc.nat(1),
    openTasks: fc.nat(1),
    begunTasks: fc.nat(1),
    missing: fc.constant({}),
    minutesSpent: fc.nat(1),
  });
const standing = fc
  .constantFrom(...ALL)
  .chain((lifecycle) =>
    fc
      .constantFrom(...lifecycle.statuses)
      .chain(({ key, category }) =>
        ticketOf(key, category === 'resolved' || category === 'closed').map((ticket) => ({ lifecycle, ticket })),
      ),
  );
const anyStatus = fc.constantFrom(...new Set(ALL.flatMap(({ statuses }) => statuses.map(({ key }) => key))));

test('no ticket ever takes a step that was refused beforehand', () => {
  fc.assert(
    fc.property(standing, anyStatus, fields, ({ lifecycle, ticket }, to, given) => {
      const doer = { kind: 'staff', id: 'staff-1', can: () => true } as const;
      const taken = decideTransition(lifecycle, ticket, to, given, doer, { now: NOW, reopenDays: 14 }).ok;
      if (taken) expect(paths(to, given)).toEqual([]);
    }),
    { numRuns: runs(2000) },
  );
});
