import { expect, test } from 'vitest';
import { createClient, createContact, setClientServices } from '#server/business/client/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import type { AnnouncementView, PortalAnnouncements } from '#shared/announcement.ts';
import type { OpenVote } from '#shared/approval.ts';
import type { ChangePart, PlannedWork } from '#shared/change.ts';
import { asking, CALM, inHours, openChanges, PLANS } from '#tests/change-desk.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import type { Visitor } from '#tests/visitor.ts';

/** A change of the provider that touches Acme's and Birch's: what each of them learns, and what their people decide. */
const changes = await openChanges({});
const { desk, olga, max, tom, acme, server, change, edit, go, status, vote } = changes;
const [birch, cedar, msp] = await desk.run(async (ctx) => {
  const msp = await createClient(ctx, { name: 'Harbour', code: 'HIT', timeZone: 'UTC' });
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
  return [
    await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'Europe/London' }),
    await createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }),
    msp,
  ] as const;
});
const { body: service } = await olga.call('POST', '/services', { name: 'Firewall care' });
const firewall = (service as { id: string }).id;
const box = await desk.run(async (ctx) => {
  await setClientServices(ctx, cedar, [firewall]);
  return createItem(ctx, { clientId: birch, name: 'birch-box', classKey: 'server' });
});
const person = async (clientId: string, name: string, roles: string[] = [], sees: 'all' | 'own' = 'own') => {
  const contactId = await desk.run((ctx) =>
    createContact(ctx, { clientId, name, email: `${name.split(' ')[0]?.toLowerCase()}@a.example`, roles, sees }),
  );
  return enterAs(desk, { clientId, contactId, way: 'mail' });
};
const dora = await person(acme, 'Dora Director', ['director']);
const bill = await person(birch, 'Bill Boss', ['director'], 'all');
const una = await person(birch, 'Una User');
const cleo = await person(cedar, 'Cleo Chief', [], 'all');
const al = await hire(desk, { name: 'Al of Acme', role: 'technician', clientIds: [acme] });
const hana = await hire(desk, { name: 'Hana of Harbour and Acme', role: 'manager', clientIds: [msp, acme] });

const votes = async (who: Visitor) =>
  ((await who.call('GET', '/portal/approvals')).body as { items: OpenVote[] }).items;
const planned = async (who: Visitor) =>
  ((await who.call('GET', '/portal/planned-work')).body as { items: PlannedWork[] }).items;
const decide = async (who: Visitor, given: object = { vote: 'approve' }) =>
  who.call('POST', `/portal/approvals/votes/${(await votes(who))[0]?.id}`, given);
const part = async (key: string, name: string) =>
  (await change(key)).parts.find(({ client }) => client.name === name) as ChangePart;
let slot = 0;
const raise = async (more: object = {}, who = tom) => {
  slot += 2;
  const answer = await who.call('POST', '/changes', {
    ...{
      clientId: msp,
      title: 'Swap the switch of Acme and Birch',
      toldTitle: 'New switch',
      reason: 'Acme complained',
    },
    ...{ plans: { ...PLANS, communication: 'Please save your work.' }, answers: CALM, itemIds: [server, box] },
    ...{ plannedStart: inHours(100 + slot), plannedEnd: inHours(101 + slot), ...more },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return (answer.body as { key: string }).key;
};
const directors = () => changes.rule('Directors', asking([{ kind: 'role', role: 'director' }], { name: 'Director' }));

test('each affected client has a part of its own, by its items or its services, and nothing of the others', async () => {
  const key = await raise({ serviceIds: [firewall] });
  const { parts } = await change(key);
  expect(parts.map(({ client, items, services }) => [client.name, items, services])).toEqual([
    ['Acme', ['srv-1'], []],
    ['Birch', ['birch-box'], []],
    ['Cedar', [], ['Firewall care']],
  ]);
  expect((await edit(key, { itemIds: [server] })).status).toBe(200);
  expect((await change(key)).parts.map(({ client }) => client.name)).toEqual(['Acme', 'Cedar']);
  const known = await desk.run(({ tx }) => tx.selectFrom('ticket_spans').selectAll().where('key', '=', key).execute());
  expect(new Set(known.map(({ title }) => title))).toEqual(new Set(['New switch']));
  // A change of one client touches nothing of another.
  const own = await changes.raise();
  expect(await edit(own, { itemIds: [box] })).toMatchObject({ status: 422 });
  // What all of them read names none of them.
  expect(await edit(key, { toldTitle: 'The switch that Acme has', itemIds: [server, box] })).toMatchObject({
    status: 422,
  });
});

test('people of each client decide about their part, and it is authorised once all have and the provider has', async () => {
  const rules = [await directors(), await changes.rule('Board', asking([{ kind: 'staff', id: max.id }]))];
  const key = await raise();
  const { version } = await part(key, 'Birch');
  const url = `/changes/${key}/parts/${birch}`;
  expect((await tom.call('PATCH', url, { version, means: 'As Acme has it' })).status).toBe(422);
  expect((await tom.call('PATCH', url, { version, means: 'No phones for an hour' })).status).toBe(200);
  expect((await tom.call('PATCH', url, { version, means: 'Twice' })).status).toBe(409);
  expect(await planned(bill)).toEqual([]);
  await go(key, 'assess');
  await go(key, 'authorise');
  expect(await change(key)).toMatchObject({ consent: 'asked', approvals: [{ state: 'pending' }] });
  expect((await part(key, 'Birch')).approval?.steps[0]?.voters.map(({ name }) => name)).toEqual(['Bill Boss']);
  expect((await tom.call('PATCH', url, { version: version + 1, means: 'Late' })).status).toBe(409);

  // Whoever decides for the provider may not work for every client: none of theirs is named.
  const [ours] = await changes.votesOf(max, key);
  expect(ours?.subject.lines.find(({ label }) => label === 'Touches')?.value).toBe('2 items');
  const [asked] = await votes(bill);
  expect(asked).toMatchObject({ subject: { ticketKey: key, title: 'New switch', reason: 'No phones for an hour' } });
  expect(asked?.subject.lines.map(({ label, value }) => `${label}: ${value}`).join('\n')).toMatch(
    /Begins: .*Europe\/London\)\nEnds: .*\nTouches: birch-box\nPeople are without it: no/,
  );
  const seen = JSON.stringify([asked, await planned(bill)]);
  expect(seen).not.toMatch(/Acme|srv-1|Swap/);
  expect(await planned(bill)).toMatchObject([
    { key, state: 'proposed', asked: 'pending', waitsForMe: true, items: ['birch-box'] },
  ]);
  expect([await votes(una), await planned(una), await votes(cleo), await planned(cleo)]).toEqual([[], [], [], []]);
  expect((await tom.call('POST', `/changes/${key}/approval`)).status).toBe(409);

  expect((await vote(max, key)).status).toBe(200);
  expect(await status(key)).toBe('authorise');
  expect((await change(key)).missing).toContainEqual({
    guard: 'authorised',
    message: 'People of clients that it affects have not approved it yet.',
  });
  expect((await decide(dora)).status).toBe(200);
  expect((await decide(bill)).status).toBe(200);
  await expect.poll(() => status(key), { timeout: 15_000 }).toBe('scheduled');
  expect(await change(key)).toMatchObject({ consent: 'given', authorisedAt: expect.any(String) });
  expect(await planned(bill)).toMatchObject([{ key, state: 'planned', asked: 'approved', waitsForMe: false }]);
  expect(await planned(dora)).toMatchObject([{ key, items: ['srv-1'], asked: 'approved' }]);
  expect(await planned(una)).toEqual([]);

  // Another window is another thing: all are asked again.
  expect((await edit(key, { plannedStart: inHours(300), plannedEnd: inHours(301) })).status).toBe(200);
  expect(await change(key)).toMatchObject({ status: 'assess', consent: null });
  expect((await part(key, 'Birch')).approval).toMatchObject({ state: 'voided' });
  for (const rule of rules) await changes.drop(rule);
});

test('whoever asked for it decides about no part of it, though they are known by the same address at the client too', async () => {
  const self = await desk.run((ctx) =>
    createContact(ctx, { clientId: msp, name: 'Dora Director', email: 'dora@a.example' }),
  );
  const rule = await directors();
  const key = await raise({ requesterId: self });
  await go(key, 'assess');
  await go(key, 'authorise');
  expect(await votes(dora)).toEqual([]);
  expect((await votes(bill)).map(({ subject }) => subject.ticketKey)).toEqual([key]);
  // What somebody else asked for is theirs to decide.
  const other = await raise();
  await go(other, 'assess');
  await go(other, 'authorise');
  expect((await votes(dora)).map(({ subject }) => subject.ticketKey)).toEqual([other]);
  for (const one of [key, other]) await go(one, 'assess', { reason: 'not needed now' });
  await changes.drop(rule);
});

test('one client that rejects is enough, and the others learn nothing of whose it was', async () => {
  const rule = await directors();
  const key = await raise();
  await go(key, 'assess');
  await go(key, 'authorise');
  expect((await decide(bill, { vote: 'reject', comment: 'Not during our audit' })).status).toBe(200);
  await expect.poll(() => status(key), { timeout: 15_000 }).toBe('rejected');
  expect(await votes(dora)).toEqual([]);
  expect((await part(key, 'Birch')).approval).toMatchObject({
    state: 'rejected',
    endedWords: 'Bill Boss: Not during our audit',
  });
  const said = (await al.call('GET', `/tickets/${key}`)).status;
  expect(said).toBe(404);
  await changes.drop(rule);
});

test('whoever does not see every client asks all of them all the same', async () => {
  const rule = await directors();
  const key = await raise();
  await go(key, 'assess');
  expect((await go(key, 'authorise', {}, hana)).status).toBe(201);
  await expect.poll(async () => (await votes(bill)).length, { timeout: 15_000 }).toBe(1);
  const seen = await change(key, hana);
  expect(seen.parts.map(({ client }) => client.name)).toEqual(['Acme']);
  expect(JSON.stringify(seen.parts)).not.toContain('Birch');
  await decide(dora);
  await decide(bill);
  await expect.poll(() => status(key), { timeout: 15_000 }).toBe('scheduled');
  await changes.drop(rule);
});

test('each client is told of planned work of its own: drafted, published by somebody, moved and ended with the change', async () => {
  const key = await raise();
  const { version } = await part(key, 'Birch');
  const made = await tom.call('POST', `/changes/${key}/parts/${birch}/announcement`, { version });
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  const view = async () => (await olga.call('GET', `/announcements/${id}`)).body as AnnouncementView;
  expect(await view()).toMatchObject({
    kind: 'maintenance',
    state: 'draft',
    title: 'New switch',
    text: 'Please save your work.',
  });
  expect((await view()).clients.map(({ name }) => name)).toEqual(['Birch']);
  const published = await olga.call('POST', `/announcements/${id}/publish`, { version: (await view()).version });
  expect(published.status).toBe(200);
  const read = async (who: Visitor) =>
    ((await who.call('GET', '/portal/announcements')).body as PortalAnnouncements).items;
  expect([(await read(una)).length, (await read(cleo)).length]).toEqual([1, 0]);
  const window = { plannedStart: inHours(400), plannedEnd: inHours(401) };
  expect((await edit(key, window)).status).toBe(200);
  expect((await read(una))[0]?.updates[0]?.text).toMatch(/another time now: .*\(Europe\/London\)/);
  expect((await view()).fromAt).toBe(window.plannedStart);
  await go(key, 'cancelled', { reason: 'Not needed' });
  expect((await view()).state).toBe('ended');
});

test('what has begun and ended is told where it was, and nobody says until when it is where that is past', async () => {
  const rule = await changes.rule('Nobody', { condition: '', stage: 'before', outcome: { does: 'authorise' } });
  const key = await raise({ itemIds: [box], plannedStart: inHours(1), plannedEnd: inHours(2) });
  const { version } = await part(key, 'Birch');
  const made = await tom.call('POST', `/changes/${key}/parts/${birch}/announcement`, { version });
  const { id } = made.body as { id: string };
  const view = async () => (await olga.call('GET', `/announcements/${id}`)).body as AnnouncementView;
  await olga.call('POST', `/announcements/${id}/publish`, { version: (await view()).version });
  await go(key, 'assess');
  expect(await go(key, 'authorise')).toMatchObject({ status: 201 });
  const read = async () => (await planned(bill)).find((work) => work.key === key);
  const before = await change(key);
  expect(await read()).toMatchObject({ fromAt: before.plannedStart, untilAt: before.plannedEnd, state: 'planned' });
  expect(await changes.begin(key)).toMatchObject({ status: 201 });
  const { actualStart } = await change(key);
  expect(await read()).toMatchObject({ fromAt: actualStart, state: 'under_way' });
  expect(Date.parse((await read())?.untilAt ?? '')).toBeLessThan(Date.parse(before.plannedEnd ?? ''));
  // Nobody is written to because it begins a little earlier.
  expect(await view()).toMatchObject({ fromAt: actualStart, updates: [] });
  await edit(key, { actualStart: inHours(-3) });
  expect(await read()).toMatchObject({ fromAt: (await change(key)).actualStart, untilAt: null });
  expect(await go(key, 'review', { resolutionCode: 'successful' })).toMatchObject({ status: 201 });
  const { actualEnd } = await change(key);
  expect(await read()).toMatchObject({ untilAt: actualEnd, state: 'done' });
  await changes.drop(rule);
});
