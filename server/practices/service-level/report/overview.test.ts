import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { createTicket, postMessage, transitionTicket } from '#server/desk/ticket/index.ts';
import type { SlaOverview } from '#shared/sla-report.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';

const desk = await openDesk({ roles: ['web'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const team = await desk.run((ctx) => createTeam(ctx, { name: 'Network', members: [] }));
const DAY = 86_400_000;
const NOW = Math.floor(Date.now() / 1000) * 1000;
const ago = (days: number, minutes = 0) => new Date(NOW - days * DAY + minutes * 60_000).toISOString();
await desk.run((ctx) => promise(ctx, termsOf({ resolution: 60, first_response: 'none' }, { calendar: 'always' })), {
  now: ago(60),
});

/** A ticket of so many days ago, done after so many minutes; at first in triage, then with the team. */
async function done(clientId: string, days: number, minutes: number): Promise<void> {
  const at = (part: number) => ({ now: ago(days, part * minutes) });
  const { id } = await desk.run(
    (ctx) => createTicket(ctx, { kind: 'incident', clientId, title: 'x', teamId: null }),
    at(0),
  );
  await desk.run((ctx) => postMessage(ctx, id, { visibility: 'internal', body: 'seen' }), at(0.25));
  await desk.run((ctx) => transitionTicket(ctx, id, { to: 'assigned', teamId: team }), at(0.4));
  await desk.run((ctx) => transitionTicket(ctx, id, { to: 'resolved', resolutionCode: 'fixed' }), at(1));
}
await done(acme, 3, 30);
await done(acme, 4, 240);
await done(acme, 50, 240);
await done(birch, 5, 45);
await done(birch, 10, 50);

const kept = async (query = '', who = olive) =>
  (await who.call('GET', `/service-levels/kept${query}`)).body as SlaOverview;

test('what was kept lately is counted by target and client, and what was missed says where its time went', async () => {
  expect(await kept()).toMatchObject({
    days: 30,
    met: 3,
    missed: 1,
    targets: [{ target: 'resolution', met: 3, missed: 1 }],
    clients: [
      { id: acme, name: 'Acme', met: 1, missed: 1 },
      { id: birch, name: 'Birch', met: 2, missed: 0 },
    ],
    asked: 1,
    seconds: 240 * 60,
    causes: [
      { status: 'Assigned', team: 'Network', assigned: false, seconds: 144 * 60, clocks: 1 },
      { status: 'New', team: null, assigned: false, seconds: 96 * 60, clocks: 1 },
    ],
  });
  expect(await kept('?days=90')).toMatchObject({ met: 3, missed: 2, asked: 2 });
  expect(await kept(`?clientId=${birch}`)).toMatchObject({ met: 2, missed: 0, causes: [] });
});

test('somebody who works for some clients counts theirs alone', async () => {
  const narrow = await hire(desk, { name: 'Nora Narrow', role: 'technician', clientIds: [birch] });
  const seen = await kept('', narrow);
  expect(seen).toMatchObject({ met: 2, missed: 0, asked: 0 });
  expect(seen.clients.map(({ name }) => name)).toEqual(['Birch']);
  expect(await kept(`?clientId=${acme}`, narrow)).toMatchObject({ met: 0, missed: 0, clients: [] });
});
