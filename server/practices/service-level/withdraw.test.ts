import { expect, test } from 'vitest';
import { EMPTY_TERMS } from '#kernel/service-level.ts';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, updateTicket } from '#server/desk/ticket/index.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { explainTicket } from './explain.ts';
import { withdrawPolicy } from './policies.ts';

const desk = await openDesk({ roles: ['web'] });
await hire(desk, { name: 'Sam' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const at = (hour: number) => new Date(Date.UTC(2026, 10, 18, hour)).toISOString();
const log = (hour: number) =>
  desk.run(
    (ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Slow mail', impact: 2, urgency: 2 }),
    { now: at(hour) },
  );
const resolution = async (id: string, hour: number) => {
  const clocks = await desk.run((ctx) => explainTicket(ctx, acme, id), { now: at(hour) });
  return clocks.find(({ target }) => target === 'resolution');
};

test('a policy that is withdrawn still binds what began under it, and nothing that comes after', async () => {
  const policy = await desk.run(
    (ctx) => promise(ctx, termsOf({ resolution: 60 }, { calendar: 'always' }), { clientId: acme }),
    {
      now: at(8),
    },
  );
  const before = await log(9);
  await desk.run((ctx) => withdrawPolicy(ctx, policy, { version: 2 }), { now: at(10) });
  const after = await log(11);
  expect(await resolution(before.id, 9)).toMatchObject({ targetSeconds: 3_600, dueAt: at(10) });
  // P3 by what is built in.
  expect(await resolution(after.id, 11)).toMatchObject({ targetSeconds: 1_440 * 60 });
  // A change of the ticket asks anew, and of the versions that bound it at its beginning.
  const { version } = before;
  await desk.run((ctx) => updateTicket(ctx, before.id, { version, impact: 1 }), { now: at(12) });
  expect(await resolution(before.id, 12)).toMatchObject({ targetSeconds: 3_600 });
});

/** Ten hours, and nothing for P2. */
const PARTLY = { byPriority: [600, 'none', 600, 600, 600], calendar: 'always' } as const;

test('a target that is promised for some priorities only counts on when the priority comes back', async () => {
  await desk.run(
    (ctx) => promise(ctx, { ...EMPTY_TERMS, targets: { resolution: PARTLY } }, { clientId: acme, name: 'Partly' }),
    { now: at(13) },
  );
  const ticket = await log(14);
  const first = await desk.run((ctx) => updateTicket(ctx, ticket.id, { version: ticket.version, impact: 1 }), {
    now: at(15),
  });
  expect(await resolution(ticket.id, 16)).toMatchObject({ state: 'cancelled', consumedSeconds: 3_600 });
  await desk.run((ctx) => updateTicket(ctx, ticket.id, { version: first.ticket.version, impact: 2 }), { now: at(17) });
  expect(await resolution(ticket.id, 18)).toMatchObject({ state: 'running', consumedSeconds: 7_200 });
});
