import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { postMessage } from '#server/desk/ticket/index.ts';
import type { NextTicket } from '#shared/next.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { moveClock } from '#tests/visitor.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const tina = await hire(desk, { name: 'Tina Tech', role: 'technician' });
const { acme, birch, ada, team } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
    team: await createTeam(ctx, {
      name: 'Network',
      strategy: 'manual',
      members: [tom, tina].map(({ id }) => ({ staffId: id, lead: false })),
    }),
  };
});

const log = async (fields: object = {}) =>
  (
    await olive.call('POST', '/tickets', {
      kind: 'incident',
      clientId: acme,
      title: 'Printer',
      requesterId: ada,
      ...fields,
    })
  ).body as TicketView;
const next = async (who: Person, body: object = {}) =>
  (await who.call('POST', '/tickets/next', body)).body as NextTicket;
const close = async (...tickets: TicketView[]) => {
  for (const { key } of tickets)
    await olive.call('POST', `/tickets/${key}/transitions`, { to: 'cancelled', reason: 'test is over' });
};

test('nothing waits: nothing is proposed', async () => {
  expect(await next(tom)).toEqual({ ticket: null, reasons: [], offeredUntil: null });
});

test('the most urgent of one’s own and the team’s is proposed with reasons, accepted, and then one’s own', async () => {
  const low = await log({ teamId: team, impact: 3, urgency: 3 });
  const high = await log({ teamId: team, impact: 1, urgency: 2 });
  const foreign = await log({
    teamId: await desk.run((ctx) => createTeam(ctx, { name: 'Other' })),
    impact: 1,
    urgency: 1,
  });
  const first = await next(tom);
  expect(first.ticket?.key).toBe(high.key);
  expect(first.reasons).toContain('It is P2.');
  expect(first.reasons).toContain('Nobody in Network has it.');
  expect((await next(tom)).ticket?.key).toBe(high.key);
  const taken = await tom.call('POST', '/tickets/next/accept', { ticketId: high.id });
  expect(taken.body).toMatchObject({ ticket: { assignee: { id: tom.id }, status: 'assigned' } });
  expect((await tina.call('POST', '/tickets/next/accept', { ticketId: high.id })).body).toMatchObject({
    status: 409,
    detail: expect.stringMatching(/Tom Tech has taken it/),
  });
  expect((await next(tina)).ticket?.key).toBe(low.key);
  await close(low, high, foreign);
});

test('two people asking at once get two tickets', async () => {
  const tickets = [await log({ teamId: team }), await log({ teamId: team }), await log({ teamId: team })];
  const given = await Promise.all([next(tom), next(tina)]);
  const keys = given.map((one) => one.ticket?.key);
  expect(new Set(keys).size).toBe(2);
  expect(keys).not.toContain(undefined);
  await close(...tickets);
});

test('what came back from the client goes before what is due, and what waits is not proposed', async () => {
  const urgent = await log({ teamId: team, impact: 1, urgency: 1 });
  const mine = await log({ assigneeId: tom.id, impact: 3, urgency: 3 });
  await tom.call('POST', `/tickets/${mine.key}/messages`, {
    visibility: 'public',
    body: 'Is it on?',
    transition: { to: 'on_hold', holdReason: 'client' },
  });
  expect((await next(tom)).ticket?.key).toBe(urgent.key);
  await desk.run((ctx) => postMessage(ctx, mine.id, { visibility: 'public', body: 'It is, and it still burns.' }), {
    identity: {
      scope: { principal: 'contact', principalId: ada, allClients: false, clientIds: [acme], contactId: ada },
      actor: { kind: 'contact', id: ada, name: 'Ada Adams' },
      permissions: new Set(),
    },
  });
  const returned = await next(tom);
  expect(returned.ticket?.key).toBe(mine.key);
  expect(returned.reasons[0]).toBe('Ada Adams replied less than a minute ago and waits.');
  await close(urgent, mine);
});

test('what is passed over stays away from that person for four hours, and the reason is kept', async () => {
  const ticket = await log({ teamId: team });
  expect((await next(tom)).ticket?.key).toBe(ticket.key);
  expect((await tom.call('POST', '/tickets/next/reject', { ticketId: ticket.id, reason: '  ' })).status).toBe(400);
  expect(
    (await tom.call('POST', '/tickets/next/reject', { ticketId: ticket.id, reason: 'I am about to leave' })).status,
  ).toBe(204);
  expect((await next(tom)).ticket).toBeNull();
  expect((await next(tina)).ticket?.key).toBe(ticket.key);
  const timeline = (await tom.call('GET', `/tickets/${ticket.key}/timeline`)).body as { items: TimelineEntry[] };
  expect(timeline.items.at(-1)).toMatchObject({
    type: 'ticket.passed_over',
    sentence: 'passed it over when it was proposed as the next one: I am about to leave',
  });
  moveClock(desk, 241);
  expect((await next(tom)).ticket?.key).toBe(ticket.key);
  moveClock(desk, 0);
  await close(ticket);
});

test('nobody is proposed, takes or passes over a ticket of a client they do not see', async () => {
  const ticket = await log();
  const bea = await hire(desk, { role: 'technician', clientIds: [birch] });
  expect((await next(bea)).ticket).toBeNull();
  expect((await bea.call('POST', '/tickets/next/accept', { ticketId: ticket.id })).status).toBe(404);
  expect((await bea.call('POST', '/tickets/next/reject', { ticketId: ticket.id, reason: 'no' })).status).toBe(404);
  expect((await tom.call('POST', '/tickets/next', { teamId: acme })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'teamId' }],
  });
  await close(ticket);
});
