import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS } from '#shared/lifecycle-words.ts';
import { HOLD_REASONS, TICKET_KINDS } from '#shared/vocabulary.ts';
import { runs } from '#tests/runs.ts';
import type { Lifecycle, LifecycleTicket, TransitionActor, TransitionFields } from './lifecycle.ts';
import { allowedTransitions, decideTransition, findStatus, firstStatus, startStatus } from './lifecycle.ts';
import { DEFAULT_LIFECYCLES } from './lifecycle-defaults.ts';

const REQUESTER = 'requester-1';
const SITUATION = { now: '2026-03-02T09:00:00.000Z', reopenDays: 14 };
const staff: TransitionActor = { kind: 'staff', id: 'staff-1', can: () => true };
const contact: TransitionActor = { kind: 'contact', id: REQUESTER, can: () => false };
const incident = DEFAULT_LIFECYCLES.incident;

function ticket(lifecycle: Lifecycle, more: Partial<LifecycleTicket> = {}): LifecycleTicket {
  return {
    id: 'ticket-1',
    requesterId: REQUESTER,
    status: startStatus(lifecycle).key,
    assigneeId: null,
    teamId: null,
    holdReason: null,
    holdUntil: null,
    resolutionCode: null,
    resolutionNote: null,
    cause: null,
    duplicateOfId: null,
    resolvedAt: null,
    resolvedBy: null,
    closedAt: null,
    reopenCount: 0,
    categoryId: null,
    serviceId: null,
    customFields: [],
    openChildren: 0,
    openChecklistItems: 0,
    openApprovals: 0,
    openTasks: 0,
    begunTasks: 0,
    missing: {},
    minutesSpent: 0,
    ...more,
  };
}

const actor = fc.record({
  kind: fc.constantFrom(...ACTOR_KINDS),
  id: fc.constantFrom(REQUESTER, 'somebody-else'),
  can: fc.constant(() => true),
});
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const fields: fc.Arbitrary<TransitionFields> = fc.record({
  assigneeId: maybe(fc.constantFrom('staff-1', 'staff-2', null)),
  holdReason: maybe(fc.constantFrom<string>(...HOLD_REASONS, 'nonsense')),
  holdUntil: maybe(fc.constantFrom('2026-03-03T00:00:00.000Z', '2020-01-01T00:00:00.000Z')),
  resolutionCode: maybe(fc.constantFrom('fixed', 'other', 'successful', 'nonsense')),
  resolutionNote: maybe(fc.constantFrom('did it', '  ')),
  cause: maybe(fc.constant('loose cable')),
  duplicateOfId: maybe(fc.constantFrom('ticket-1', 'ticket-2')),
  reason: maybe(fc.constantFrom('because', '')),
});
const walk = fc.array(fc.record({ pick: fc.nat(), actor, fields, helpful: fc.boolean() }), { maxLength: 40 });

/** Everything a step can ask for, answered rightly. */
function answers(lifecycle: Lifecycle, requires: readonly string[]): TransitionFields {
  const all: Record<string, string> = {
    assigneeId: 'staff-2',
    teamId: 'team-1',
    holdReason: 'vendor',
    resolutionCode: lifecycle.resolutionCodes?.[0] ?? '',
    resolutionNote: 'did it',
    cause: 'loose cable',
    duplicateOfId: 'ticket-2',
    reason: 'because of it',
  };
  return Object.fromEntries(requires.map((field) => [field, all[field]]));
}

function expectSound(lifecycle: Lifecycle, now: LifecycleTicket): void {
  const status = findStatus(lifecycle, now.status);
  const category = status?.category;
  expect(now.holdReason !== null).toBe(status?.hold === true);
  if (now.holdUntil !== null) expect(now.holdReason).not.toBeNull();
  expect(now.resolvedAt !== null).toBe(category === 'resolved' || category === 'closed');
  expect(now.closedAt !== null).toBe(category === 'closed' || category === 'cancelled');
  if (now.resolvedBy !== null || now.resolutionCode !== null) expect(now.resolvedAt).not.toBeNull();
  if (now.duplicateOfId !== null) expect(category).toBe('cancelled');
}

describe('lifecycle walks', () => {
  it.each(TICKET_KINDS)('%s: random walks take legal paths only and keep the facts consistent', (kind) => {
    const lifecycle = DEFAULT_LIFECYCLES[kind];
    fc.assert(
      fc.property(walk, (steps) => {
        let now = ticket(lifecycle);
        let reopened = 0;
        for (const step of steps) {
          const options = allowedTransitions(lifecycle, now, step.actor, SITUATION);
          const option = options[step.pick % Math.max(1, options.length)];
          const any = lifecycle.statuses[step.pick % lifecycle.statuses.length]?.key ?? '';
          const to = step.helpful && option ? option.to : any;
          const given =
            step.helpful && option ? { teamId: 'team-1', ...answers(lifecycle, option.requires) } : step.fields;
          const decision = decideTransition(lifecycle, now, to, given, step.actor, SITUATION);
          const offered = options.some((other) => other.to === to);
          if (step.helpful && option && step.actor.kind === 'staff') expect(decision).toMatchObject({ ok: true });
          if (!decision.ok) {
            expect(decision.errors.length).toBeGreaterThan(0);
            continue;
          }
          expect(offered).toBe(true);
          const from = findStatus(lifecycle, now.status);
          const open = from?.category !== 'closed' && from?.category !== 'cancelled';
          const rows = lifecycle.transitions.filter(
            (row) => (row.from.includes(now.status) || (row.from.includes('*') && open)) && row.to === to,
          );
          expect(rows.some((row) => row.by.includes(step.actor.kind))).toBe(true);
          if (from?.category === 'resolved' || from?.category === 'closed') {
            const back = decision.to.category === 'open' || decision.to.category === 'waiting';
            if (back) reopened += 1;
          }
          now = { ...now, ...decision.changes };
          expect(now.status).toBe(to);
          expect(now.reopenCount).toBe(reopened);
          expectSound(lifecycle, now);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('the incident', () => {
  const moves = (status: string, who: TransitionActor, more: Partial<LifecycleTicket> = {}) =>
    allowedTransitions(incident, ticket(incident, { status, ...more }), who, SITUATION)
      .map(({ to }) => to)
      .join(' ');

  it('goes where the reference says', () => {
    const table = incident.statuses.map(({ key }) => `${key} > ${moves(key, staff)}`);
    expect(table).toEqual([
      'new > triaged assigned in_progress on_hold resolved cancelled duplicate',
      'triaged > assigned in_progress on_hold resolved cancelled duplicate',
      'assigned > triaged in_progress on_hold resolved cancelled duplicate',
      'in_progress > triaged assigned on_hold resolved cancelled duplicate',
      'on_hold > triaged assigned in_progress on_hold resolved cancelled duplicate',
      'reopened > triaged assigned in_progress on_hold resolved cancelled duplicate',
      'resolved > reopened closed cancelled duplicate',
      'closed > reopened',
      'cancelled > triaged',
      'duplicate > triaged',
    ]);
  });

  it('lets the requester confirm, decline, withdraw and answer, and nobody else at the client', () => {
    const stranger = { ...contact, id: 'somebody-else' };
    expect(moves('resolved', contact)).toBe('reopened closed cancelled');
    expect(moves('resolved', stranger)).toBe('');
    expect(moves('resolved', { ...stranger, companyWide: true })).toBe('reopened closed cancelled');
    expect(moves('on_hold', contact, { holdReason: 'client' })).toBe('in_progress cancelled');
    expect(moves('on_hold', contact, { holdReason: 'vendor' })).toBe('cancelled');
    const labels = allowedTransitions(incident, ticket(incident, { status: 'resolved' }), contact, SITUATION);
    expect(labels.map(({ label }) => label)).toEqual([
      'No, it is not solved',
      'Yes, it is solved',
      'I no longer need this',
    ]);
  });

  it('keeps the reopening window for the requester, not for staff', () => {
    const closed = { closedAt: '2026-02-01T09:00:00.000Z', resolvedAt: '2026-02-01T09:00:00.000Z' };
    expect(moves('closed', contact, closed)).toBe('');
    expect(moves('closed', staff, closed)).toBe('reopened');
    const late = decideTransition(
      incident,
      ticket(incident, { status: 'closed', ...closed }),
      'reopened',
      { reason: 'again' },
      contact,
      SITUATION,
    );
    expect(late).toMatchObject({ ok: false, errors: [{ path: 'to', message: expect.stringContaining('14 days') }] });
  });

  it('reopens to the same technician when the requester declines', () => {
    const resolved = ticket(incident, {
      status: 'resolved',
      assigneeId: 'staff-7',
      resolvedAt: SITUATION.now,
      resolutionCode: 'fixed',
    });
    const decision = decideTransition(incident, resolved, 'reopened', { reason: 'still broken' }, contact, SITUATION);
    expect(decision).toMatchObject({ ok: true, changes: { status: 'reopened', reopenCount: 1, resolvedAt: null } });
    expect(decision.ok && 'assigneeId' in decision.changes).toBe(false);
  });

  it('gives work to whoever starts it, unless told otherwise', () => {
    const start = (given: TransitionFields) =>
      decideTransition(incident, ticket(incident), 'in_progress', given, staff, SITUATION);
    expect(start({})).toMatchObject({ ok: true, changes: { assigneeId: 'staff-1' } });
    const unassigned = start({ assigneeId: null });
    expect(unassigned.ok && unassigned.changes).toEqual({ status: 'in_progress' });
  });

  it('names each field at fault', () => {
    const paths = (to: string, given: TransitionFields, who = staff) => {
      const decision = decideTransition(incident, ticket(incident), to, given, who, SITUATION);
      return decision.ok ? [] : decision.errors.map(({ path }) => path);
    };
    expect(paths('resolved', {})).toEqual(['resolutionCode']);
    expect(paths('assigned', {})).toEqual(['to']);
    expect(paths('assigned', { teamId: 'team-1' })).toEqual([]);
    expect(paths('resolved', { resolutionCode: 'magic', resolutionNote: 'ok' })).toEqual(['resolutionCode']);
    expect(paths('on_hold', {})).toEqual(['holdReason']);
    expect(paths('on_hold', { holdReason: 'scheduled' })).toEqual(['holdUntil']);
    expect(paths('on_hold', { holdReason: 'vendor', holdUntil: 'yesterday' })).toEqual(['holdUntil']);
    expect(paths('duplicate', { duplicateOfId: 'ticket-1' })).toEqual(['duplicateOfId']);
    expect(paths('in_progress', { holdReason: 'client' })).toEqual(['holdReason']);
    expect(paths('cancelled', { reason: 'x', teamId: 'team-1' }, contact)).toEqual(['teamId']);
    expect(paths('closed', {})).toEqual(['to']);
    expect(paths('nirvana', {})).toEqual(['to']);
  });

  it('tells what is left to do where a close rule asks for it, and checks permissions', () => {
    const strict: Lifecycle = {
      ...incident,
      transitions: incident.transitions.map((row) =>
        row.to === 'resolved'
          ? { ...row, permission: 'ticket.resolve', guards: ['children_finished', 'checklist_done', 'time_recorded'] }
          : row,
      ),
    };
    const open = ticket(strict, { openChildren: 2, openChecklistItems: 1 });
    const given = { resolutionCode: 'fixed', resolutionNote: 'ok' };
    const refused = decideTransition(strict, open, 'resolved', given, staff, SITUATION);
    expect(refused.ok ? [] : refused.errors.map(({ message }) => message)).toEqual([
      'Finish its child tickets first: 2 still open.',
      'Finish the checklist first: 1 left.',
      'Record the time spent first.',
    ]);
    const plain = { ...staff, can: () => false };
    expect(allowedTransitions(strict, open, plain, SITUATION).map(({ to }) => to)).not.toContain('resolved');
    expect(decideTransition(strict, open, 'resolved', given, plain, SITUATION)).toMatchObject({
      errors: [{ message: 'Moving from New to Resolved needs the permission ticket.resolve.' }],
    });
  });

  it('finds the status for a category', () => {
    expect(TICKET_KINDS.map((kind) => firstStatus(DEFAULT_LIFECYCLES[kind], 'resolved')?.key)).toEqual([
      'resolved',
      'fulfilled',
      'resolved',
      'review',
      'done',
    ]);
  });
});
