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
