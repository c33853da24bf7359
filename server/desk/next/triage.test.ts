import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { TriageBoard } from '#shared/next.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { moveClock } from '#tests/visitor.ts';

const desk = await openDesk();
const dora = await hire(desk, { name: 'Dora Dispatch', role: 'dispatcher' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const bea = await hire(desk, { name: 'Bea of Birch', role: 'dispatcher', clientIds: [birch] });

const log = async (title: string, fields: object = {}) =>
  (await dora.call('POST', '/tickets', { kind: 'incident', clientId: acme, title, ...fields })).body as TicketView;
const board = async (who: Person) => (await who.call('GET', '/tickets/triage')).body as TriageBoard;

test('the board shows what nobody has by priority, and alike tickets of a client or of alerts together', async () => {
  const mails = [];
  for (const title of ['Mail is down', 'RE: mail down', 'Mail down again']) mails.push(await log(title));
  const [first] = mails;
  await log('Mail is down', { clientId: birch });
  for (const [client, disk] of [
    [acme, 'C'],
    [birch, 'D'],
    [birch, 'E'],
  ])
    await log(`Disk ${disk}: 95 % full`, { clientId: client, source: 'monitoring' });
  const urgent = await log('Everything burns', { impact: 1, urgency: 1 });
  const given = await log('Handed out already', { assigneeId: dora.id });
  const seen = await board(dora);
  expect(seen.unassigned.items[0]?.id).toBe(urgent.id);
  expect(seen.unassigned.items.some((item) => item.id === given.id)).toBe(false);
  expect(seen.unassigned).toMatchObject({ count: 8, capped: false });
  expect(seen.clusters.map((cluster) => cluster.reason).sort()).toEqual([
    '3 alike alerts at 2 clients within two hours',
    '3 alike tickets at Acme within two hours',
  ]);
  // Who sees one client sees its part of a cluster only.
  expect((await board(bea)).clusters.map((cluster) => cluster.reason)).toEqual([
    '2 alike alerts at Birch within two hours',
  ]);
  // Once they hang under one parent they are dealt with.
  await dora.call('POST', '/tickets/bulk', { ids: mails.map((mail) => mail.id), parentId: first?.id });
  expect((await board(dora)).clusters).toHaveLength(1);
});

test('what is due within the hour is at risk', async () => {
  const ticket = await log('Soon due', { impact: 1, urgency: 1 });
  const due = Date.parse(ticket.dueAt ?? '');
  moveClock(desk, Math.round((due - Date.now()) / 60_000) - 30);
  expect((await board(dora)).atRisk.items.map((item) => item.id)).toContain(ticket.id);
  moveClock(desk, 0);
});

test('what stands with somebody who is gone is with nobody: on the board, in the list and as the next ticket', async () => {
  const clientId = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  const [gus, nora] = [
    await hire(desk, { name: 'Gus Gone', role: 'technician' }),
    await hire(desk, { name: 'Nora Narrow', role: 'technician', clientIds: [clientId] }),
  ];
  const nick = await hire(desk, { name: 'Nick Next', role: 'technician', clientIds: [clientId] });
  const [left, elsewhere] = [
    await log('Gus had it', { clientId, assigneeId: gus.id, priority: 1 }),
    await log('Nora had it', { clientId, assigneeId: nora.id, priority: 2 }),
  ];
  const kept = await log('Dora has it', { clientId, assigneeId: dora.id });
  const none = async (who: Person, query = `&clientId=${clientId}`) =>
    ((await who.call('GET', `/tickets?status=open&assigneeId=none${query}`)).body as { items: TicketView[] }).items.map(
      ({ key }) => key,
    );
  expect(await none(dora)).toEqual([]);
  await desk.run(async (ctx) => {
    await ctx.tx.updateTable('staff').set({ active: false }).where('id', '=', gus.id).execute();
    await ctx.tx.deleteFrom('staff_clients').where('staff_id', '=', nora.id).execute();
  });
  for (const who of [dora, nick]) expect((await none(who)).sort()).toEqual([left.key, elsewhere.key]);
  expect(await none(bea, '')).not.toContain(left.key);
  expect(await none(dora, '&q=gus')).toEqual([left.key]);
  const { unassigned } = await board(nick);
  expect(unassigned).toMatchObject({ count: 2 });
  expect(unassigned.items.map(({ assignee }) => assignee)).toEqual([
    { id: gus.id, name: 'Gus Gone', gone: 'left' },
    { id: nora.id, name: 'Nora Narrow', gone: 'client' },
  ]);
  expect(((await dora.call('GET', `/tickets/${kept.key}`)).body as TicketView).assignee?.gone).toBeNull();
  const next = (await nick.call('POST', '/tickets/next', {})).body as { ticket: TicketView };
  expect(next.ticket.key).toBe(left.key);
  expect((await nick.call('POST', '/tickets/next/accept', { ticketId: left.id })).body).toMatchObject({
    ticket: { assignee: { id: nick.id } },
  });
});
