import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, findTicket } from '#server/desk/ticket/index.ts';
import type { WholeView } from '#shared/span.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { joinWhole, leaveWhole, linkedTickets, tellSpans } from './index.ts';
import { tellJob } from './tell.ts';

const desk = await openDesk();
const { msp, acme, birch } = await desk.run(async (ctx) => {
  const msp = await createClient(ctx, { name: 'Harbour', code: 'HIT', timeZone: 'UTC' });
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
  return {
    msp,
    acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
    birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
  };
});
const olive = await hire(desk, { name: 'Olive Owner' });
const al = await hire(desk, { name: 'Al of Acme', role: 'technician', clientIds: [acme] });
const bea = await hire(desk, { name: 'Bea of Birch and the provider', role: 'manager', clientIds: [birch, msp] });

const log = (clientId: string, title: string, kind: 'incident' | 'problem' = 'incident') =>
  desk.run((ctx) => createTicket(ctx, { kind, clientId, title }));
const join = (ticket: string, whole: string, why?: string) =>
  desk.run(async (ctx) =>
    joinWhole(ctx, await findTicket(ctx, ticket), await findTicket(ctx, whole), {
      how: 'problem',
      ...(why ? { why } : {}),
    }),
  );
const wholes = async (key: string, who: Person) =>
  ((await who.call('GET', `/tickets/${key}/wholes`)).body as { wholes: WholeView[] }).wholes;
const said = async (key: string, who: Person) =>
  ((await who.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] }).items.map(
    ({ sentence }) => sentence,
  );

test('a problem of the provider stands above tickets of two clients, and neither learns of the other', async () => {
  const [one, two] = [await log(acme, 'Mail is late'), await log(birch, 'No mail')];
  const problem = await log(msp, 'Acme and Birch share a broken relay', 'problem');
  expect(await join(one.key, problem.key, 'same relay')).toBe(true);
  expect(await join(one.key, problem.key)).toBe(false);
  await join(two.key, problem.key);

  const [seen] = await wholes(one.key, al);
  expect(seen).toMatchObject({
    ...{ key: problem.key, how: 'problem', why: 'same relay', title: 'A problem of several clients' },
    ...{ status: 'new', open: false },
  });
  expect(JSON.stringify(await wholes(one.key, al))).not.toMatch(/Birch|relay is|broken/);
  expect((await al.call('GET', `/tickets/${problem.key}`)).status).toBe(404);
  expect((await al.call('GET', `/tickets/${two.key}/wholes`)).status).toBe(404);
  expect(await said(one.key, al)).toContain(`put it to the problem behind it, ${problem.key}`);
  expect(await said(problem.key, olive)).toEqual(
    expect.arrayContaining([`put ${one.key} to it`, `put ${two.key} to it`]),
  );
  // Who does not see a client reads that there is one of somebody's.
  const byBea = await said(problem.key, bea);
  expect(byBea).toEqual(expect.arrayContaining(['put a ticket of a client to it', `put ${two.key} to it`]));
  expect(byBea.join()).not.toContain(one.key);

  const below = (who?: Person) =>
    desk.run(async (ctx) => linkedTickets(ctx, await findTicket(ctx, problem.key)), {
      ...(who
        ? {
            identity: {
              scope: { principal: 'staff', principalId: who.id, allClients: false, clientIds: [birch, msp] },
              actor: { kind: 'staff', id: who.id, name: 'Bea' },
              permissions: 'all' as const,
            },
          }
        : {}),
    });
  expect((await below()).map(({ key }) => key).sort()).toEqual([one.key, two.key]);
  expect((await below(bea)).map(({ key }) => key)).toEqual([two.key]);
});

test('what is told of a problem reaches also the clients that its writer does not see', async () => {
  const [one, two] = [await log(acme, 'Slow'), await log(birch, 'Slower')];
  const problem = await log(msp, 'The link to Birch is slow', 'problem');
  await join(one.key, problem.key);
  await join(two.key, problem.key);
  const step = await bea.call('POST', `/tickets/${problem.key}/transitions`, { to: 'assess' });
  expect(step.status).toBe(201);
  expect((await wholes(two.key, bea))[0]).toMatchObject({ status: 'assess', open: true });
  await expect
    .poll(async () => (await wholes(one.key, al))[0], { timeout: 15_000 })
    .toMatchObject({ status: 'assess' });

  await desk.run(async (ctx) =>
    tellSpans(ctx, await findTicket(ctx, problem.key), { title: 'Slow lines', brief: { workaround: 'Wait' } }),
  );
  expect((await wholes(one.key, al))[0]).toMatchObject({ title: 'Slow lines', brief: { workaround: 'Wait' } });
});

test('word that comes late says nothing over what was told since', async () => {
  const one = await log(acme, 'Stuck');
  const problem = await log(msp, 'A queue is full', 'problem');
  await join(one.key, problem.key);
  const told = (title: string) =>
    desk.run(async (ctx) => tellSpans(ctx, await findTicket(ctx, problem.key), { title }));
  const early = await desk.run(async (ctx) => ctx.now);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await told('The newest');
  const late = (at: string) =>
    tellJob(desk.services).run(
      { wholeId: problem.id, said: ['Older', problem.title, null], at },
      AbortSignal.timeout(10_000),
    );
  await late(early);
  expect((await wholes(one.key, al))[0]).toMatchObject({ title: 'The newest' });
  await late(new Date(Date.now() + 1_000).toISOString());
  expect((await wholes(one.key, al))[0]).toMatchObject({ title: 'Older' });
});

test('a problem of one client takes no ticket of another until it is the provider’s', async () => {
  const [one, two] = [await log(acme, 'One'), await log(birch, 'Two')];
  const problem = (await log(acme, 'Both', 'problem')) as unknown as TicketView;
  await join(one.key, problem.key);
  expect((await wholes(one.key, al))[0]).toMatchObject({ title: 'Both', open: true });
  await expect(join(two.key, problem.key)).rejects.toThrow(/is of another client/);
  const refused = await olive.call('POST', `/tickets/${problem.key}/move`, { clientId: birch, reason: 'wrong' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('tickets of a client hang under');

  const moved = await olive.call('POST', `/tickets/${problem.key}/move`, { clientId: msp, reason: 'of both' });
  expect(moved.status).toBe(201);
  const { key } = moved.body as TicketView;
  expect((await wholes(one.key, al))[0]).toMatchObject({ key, open: false });
  expect(await join(two.key, key)).toBe(true);

  const left = await desk.run(async (ctx) =>
    leaveWhole(ctx, await findTicket(ctx, one.key), await findTicket(ctx, key)),
  );
  expect(left).toBe(true);
  expect(await wholes(one.key, al)).toEqual([]);
});

test('a ticket that moves to another client leaves what stood above it', async () => {
  const one = await log(acme, 'Wrong client');
  const problem = await log(acme, 'Above', 'problem');
  await join(one.key, problem.key);
  const moved = await olive.call('POST', `/tickets/${one.key}/move`, { clientId: birch, reason: 'it is theirs' });
  expect(moved.status).toBe(201);
  expect(await wholes((moved.body as TicketView).key, olive)).toEqual([]);
});
