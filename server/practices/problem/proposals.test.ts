import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { createItem, linkItemToTicket } from '#server/practices/configuration/index.ts';
import type { ProblemView, ProposalList } from '#shared/problem.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { lookForProblems, tellOfDueReviews } from './index.ts';

const desk = await openDesk();
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const olive = await hire(desk, { name: 'Olive Owner' });
const al = await hire(desk, { name: 'Al of Acme', role: 'technician', clientIds: [acme] });

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const log = (clientId: string, title: string, days: number) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId, title }), { now: daysAgo(days) });
const look = () => lookForProblems(desk.services);
const proposals = async (who: Person, state = 'open') =>
  ((await who.call('GET', `/problem-proposals?state=${state}`)).body as ProposalList).items;
const decide = (who: Person, id: string | undefined, what: string, body: object = {}) =>
  who.call('POST', `/problem-proposals/${id}/${what}`, body);

test('incidents that say the same are proposed with their evidence, to whoever sees their client', async () => {
  for (const days of [1, 3, 4, 6, 8]) await log(acme, `Scanner jams again, ${days}`, days);
  for (const days of [1, 3, 4, 6]) await log(birch, 'Scanner jams here', days);
  await look();
  const [found, ...none] = await proposals(al);
  expect(none).toEqual([]);
  expect(found).toMatchObject({
    title: 'Incidents that say the same: “jams”, “scanner”',
    counted: 5,
    needed: 5,
    strength: 1,
  });
  expect(found?.evidence.join(' ')).toMatch(
    /5 incidents on 5 days.*before there were 0.*Proposed from 5 incidents on 3 days/,
  );
  expect(found?.incidents.map(({ key }) => key)).toEqual(['ACME-1', 'ACME-2', 'ACME-3', 'ACME-4', 'ACME-5']);
  // The same again is the same proposal.
  await look();
  expect((await proposals(olive)).map(({ id }) => id)).toEqual([found?.id]);
  const { looked } = (await al.call('GET', '/problem-proposals')).body as ProposalList;
  expect(looked).toMatchObject({ incidents: 0, proposals: 0 });
});

test('accepted, it is a problem above its incidents, and quiet while that goes on', async () => {
  const [found] = await proposals(al);
  const { status, body } = await decide(al, found?.id, 'accept', { title: 'Scanners jam' });
  expect(status).toBe(201);
  const { key } = body as { key: string };
  const problem = (await al.call('GET', `/problems/${key}`)).body as ProblemView;
  expect(problem).toMatchObject({ title: 'Scanners jam', cost: { incidents: 5 } });
  expect(problem.symptoms).toContain('5 incidents on 5 days');
  expect((await decide(al, found?.id, 'reject')).status).toBe(409);
  for (const days of [0, 1, 2, 3, 5]) await log(acme, 'Scanner jams once more', days);
  await look();
  expect(await proposals(olive)).toEqual([]);
  expect((await proposals(olive, 'accepted')).map(({ decidedBy }) => decidedBy)).toEqual(['Al of Acme (key test)']);
});

test('an item with three incidents is proposed; put aside it waits, and rejected it needs more', async () => {
  const item = await desk.run((ctx) => createItem(ctx, { clientId: birch, classKey: 'server', name: 'SRV-01' }));
  const about = async (title: string, days: number) => {
    const { id } = await log(birch, title, days);
    await desk.run((ctx) => linkItemToTicket(ctx, id, item));
  };
  for (const [index, days] of [9, 7, 2].entries()) await about(['Slow', 'Unreachable', 'Disk full'][index] ?? '', days);
  await look();
  const [found] = await proposals(olive);
  expect(found?.title).toBe('Recurring incidents on SRV-01');
  expect((await decide(olive, found?.id, 'snooze', { until: '2020-01-01' })).status).toBe(422);
  expect((await decide(olive, found?.id, 'snooze', { until: daysAgo(-9).slice(0, 10) })).status).toBe(204);
  await look();
  expect([(await proposals(olive)).length, (await proposals(olive, 'snoozed')).length]).toEqual([0, 1]);
  expect((await decide(al, found?.id, 'reject')).status).toBe(404);
  expect((await decide(olive, found?.id, 'reject', { reason: 'it is old' })).status).toBe(204);
  await look();
  expect(await proposals(olive)).toEqual([]);
  expect((await proposals(olive, 'rejected')).map(({ reason }) => reason)).toEqual(['it is old']);
});

test('an advisory is proposed where somebody has what it is about, and withdrawn it fades', async () => {
  await desk.run((ctx) =>
    createItem(ctx, {
      clientId: acme,
      classKey: 'firewall',
      name: 'FW-1',
      attributes: { manufacturer: 'Fortinet', model: 'FortiGate 60F' },
    }),
  );
  const advisory = { title: 'Update FortiOS', words: ['fortinet', 'FortiGate'] };
  expect((await al.call('POST', '/problem-advisories', advisory)).status).toBe(403);
  const entered = await olive.call('POST', '/problem-advisories', advisory);
  expect(entered.status).toBe(201);
  await look();
  const [found] = await proposals(al);
  expect(found).toMatchObject({ title: 'Advisory: Update FortiOS', counted: 1 });
  expect((await olive.call('DELETE', `/problem-advisories/${(entered.body as { id: string }).id}`)).status).toBe(204);
  await look();
  expect([(await proposals(al)).length, (await proposals(al, 'faded')).length]).toEqual([0, 1]);
});

test('what several clients have in common is proposed to whoever sees them all, and accepted it is the provider’s', async () => {
  const { msp, coral } = await desk.run(async (ctx) => {
    const msp = await createClient(ctx, { name: 'Harbour', code: 'HIT', timeZone: 'UTC' });
    await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
    return { msp, coral: await createClient(ctx, { name: 'Coral', code: 'CORAL', timeZone: 'UTC' }) };
  });
  const some = await hire(desk, { name: 'Sam', role: 'manager', clientIds: [msp, acme] });
  const most = await hire(desk, { name: 'Mo', role: 'manager', clientIds: [msp, acme, coral] });
  for (const days of [1, 3, 5]) await log(acme, 'Toolbar vanishes', days);
  for (const days of [2, 4]) await log(coral, 'Toolbar vanishes again', days);
  await look();
  const shared = async (who: Person) =>
    (await proposals(who)).filter(({ client, title }) => client.id === msp && title.includes('toolbar'));
  const [found] = await shared(most);
  expect(found).toMatchObject({ title: 'Incidents that say the same: “toolbar”, “vanishes”', counted: 5 });
  expect(found?.evidence.join(' ')).toContain('They are of 2 clients.');
  expect(found?.incidents.map(({ key }) => key.split('-')[0]).sort()).toEqual([
    'ACME',
    'ACME',
    'ACME',
    'CORAL',
    'CORAL',
  ]);
  expect([await shared(some), await shared(al)]).toEqual([[], []]);
  expect((await decide(some, found?.id, 'accept')).status).toBe(404);
  const accepted = await decide(most, found?.id, 'accept');
  expect(accepted.status, accepted.text).toBe(201);
  const { key } = accepted.body as { key: string };
  expect(key).toMatch(/^HIT-/);
  expect(((await olive.call('GET', `/problems/${key}`)).body as ProblemView).incidents).toHaveLength(5);
  await look();
  expect(await shared(olive)).toEqual([]);
});

test('whoever has a problem is told once that its review is due', async () => {
  const tim = await hire(desk, { name: 'Tim', role: 'technician' });
  const { id } = await log(acme, 'Fax is dead', 60);
  const opened = await tim.call('POST', '/problems', { ticketIds: [id], title: 'Faxes die' });
  const { key } = opened.body as { key: string };
  const problem = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('tickets')
      .select(['id', 'client_id', 'version'])
      .where('key', '=', key)
      .executeTakeFirstOrThrow(),
  );
  await tim.call('POST', `/tickets/${key}/assign`, { assigneeId: tim.id });
  const heard = async () =>
    ((await tim.call('GET', '/me/notifications')).body as { items: { text: string }[] }).items.filter(({ text }) =>
      text.includes('Its review is due'),
    ).length;
  await desk.run((ctx) =>
    ctx.tx
      .updateTable('problems')
      .set({ review_on: daysAgo(1).slice(0, 10) })
      .where('client_id', '=', problem.client_id)
      .where('ticket_id', '=', problem.id)
      .execute(),
  );
  await tellOfDueReviews(desk.services);
  await tellOfDueReviews(desk.services);
  expect(await heard()).toBe(1);
});
