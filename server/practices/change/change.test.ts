import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import type { ChangeView } from '#shared/change.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { msp, acme, birch, server, laptop } = await desk.run(async (ctx) => {
  const msp = await createClient(ctx, { name: 'Harbour', code: 'HIT', timeZone: 'UTC' });
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const server = await createItem(ctx, { clientId: acme, name: 'srv-1', classKey: 'server' });
  const laptop = await createItem(ctx, { clientId: birch, name: 'lap-1', classKey: 'laptop' });
  return { msp, acme, birch, server, laptop };
});
const narrow = await hire(desk, { name: 'Nora Narrow', role: 'technician', clientIds: [acme, msp] });
const CALM = { experience: 'often', backout: 'tested', testing: 'alike', interruption: 'none', people: 'one' };
const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const raise = async (more: object = {}, who = tom) =>
  (await who.call('POST', '/changes', { clientId: acme, title: 'Patch srv-1', ...more })).body as ChangeView;
const modelOf = async (wanted: string) =>
  ((await tom.call('GET', '/change-models')).body as { items: { id: string; key: string }[] }).items.find(
    ({ key }) => key === wanted,
  )?.id;
const look = async (key: string, who = tom) => (await who.call('GET', `/changes/${key}`)).body as ChangeView;
const edit = async (key: string, more: object, who = tom) =>
  who.call('PATCH', `/changes/${key}`, { version: (await look(key)).version, ...more });
const go = (key: string, to: string, more: object = {}) =>
  tom.call('POST', `/tickets/${key}/transitions`, { to, ...more });

test('a change is raised with its plans and what it touches, and says what is missing', async () => {
  const change = await raise({
    itemIds: [server],
    plans: { implementation: '<p>Patch<script>x</script></p>', test: ' ' },
  });
  expect(change).toMatchObject({
    ...{ type: 'normal', status: 'draft', version: expect.any(Number), risk: null },
    plans: { implementation: '<p>Patch</p>', test: '', backout: '', communication: '' },
    items: [{ id: server, name: 'srv-1', client: { name: 'Acme' } }],
  });
  expect(change.missing.map(({ guard }) => guard)).toEqual(
    expect.arrayContaining(['plans_written', 'risk_assessed', 'window_set', 'authorised', 'review_written']),
  );
});

test('a ticket of this kind that was logged in another way is a normal change', async () => {
  const { key } = (await tom.call('POST', '/tickets', { kind: 'change', clientId: acme, title: 'x' }))
    .body as TicketView;
  expect(await look(key)).toMatchObject({ type: 'normal', model: { key: 'normal' }, plans: { implementation: '' } });
  const { key: incident } = (await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'x' }))
    .body as TicketView;
  expect((await tom.call('GET', `/changes/${incident}`)).status).toBe(404);
});

test('it goes to its authorisation once everything is written, and a refusal says what is not', async () => {
  const { key } = await raise();
  await go(key, 'assess');
  const refused = await go(key, 'authorise');
  expect(refused).toMatchObject({ status: 409, body: { code: 'transition_refused' } });
  expect((refused.body as { detail: string }).detail).toContain('Write its implementation, test, back-out plan first.');
  expect((refused.body as { detail: string }).detail).toContain('Say when it is to begin and end.');
  await edit(key, { plans: { implementation: 'a', test: 'b', backout: 'c' }, answers: CALM });
  await edit(key, { plannedStart: soon(24), plannedEnd: soon(25) });
  expect((await look(key)).risk).toMatchObject({ level: 1, score: 2 });
  expect((await go(key, 'authorise')).status).toBe(201);
  const late = (await go(key, 'scheduled')).body as { detail: string };
  expect(late.detail).toContain('It has not been authorised');
});

test('what cannot be meant is refused, each by its field', async () => {
  const { key } = await raise();
  const paths = async (more: object) =>
    ((await edit(key, more)).body as { errors: { path: string }[] }).errors.map(({ path }) => path);
  expect(await paths({ plannedStart: soon(1) })).toEqual(['plannedEnd']);
  expect(await paths({ plannedStart: soon(2), plannedEnd: soon(1) })).toEqual(['plannedEnd']);
  expect(await paths({ answers: { experience: 'perhaps', moon: 'full' } })).toEqual([
    'answers.experience',
    'answers.moon',
  ]);
  expect(await paths({ itemIds: [olive.id] })).toEqual(['itemIds.0']);
  expect(await paths({ serviceIds: [olive.id] })).toEqual(['serviceIds.0']);
  expect(await paths({ problem: key })).toEqual(['problem']);
  const { version } = await look(key);
  await edit(key, { reason: 'Because' });
  expect((await tom.call('PATCH', `/changes/${key}`, { version, reason: 'x' })).status).toBe(409);
});

test('items of several clients stand in one of the provider, and whoever sees one of these reads theirs alone', async () => {
  const { key } = await raise({ clientId: msp, itemIds: [server, laptop] });
  expect((await look(key)).items.map(({ name }) => name)).toEqual(['srv-1', 'lap-1']);
  expect((await look(key, narrow)).items.map(({ name }) => name)).toEqual(['srv-1']);
  // What they do not see stays when they write what they see.
  await edit(key, { itemIds: [] }, narrow);
  expect((await look(key)).items.map(({ name }) => name)).toEqual(['lap-1']);
  expect((await edit(key, { itemIds: [laptop] }, narrow)).status).toBe(422);
  const { key: theirs } = (await tom.call('POST', '/changes', { clientId: birch, title: 'x' })).body as ChangeView;
  expect((await narrow.call('GET', `/changes/${theirs}`)).status).toBe(404);
});

test('it does not move to another client, nor is a step of it taken back', async () => {
  const { key } = await raise();
  const moved = await olive.call('POST', `/tickets/${key}/move`, { clientId: birch, reason: 'wrong' });
  expect(moved.body).toMatchObject({ status: 422, errors: [{ path: 'idOrKey' }] });
  const { eventId } = (await go(key, 'assess')).body as { eventId: string };
  expect((await tom.call('POST', `/tickets/${key}/undo`, { eventId })).status).toBe(409);
});

test('what is next is the step onward, or what that still asks for, until nothing is', async () => {
  const { key } = await raise();
  const next = async () => {
    const { next: found } = await look(key);
    return found && [found.what, found.to, found.label];
  };
  expect(await next()).toEqual(['move', 'assess', 'Send to assessment']);
  await go(key, 'assess');
  expect(await next()).toEqual(['plan', 'authorise', 'Ask for authorisation']);
  expect((await look(key)).next?.why).toMatch(/^Write its .* plan first\. Answer about its risk first: .* Say when/);
  const plans = { implementation: 'Do it', test: 'Look', backout: 'Undo' };
  await edit(key, { plans, answers: CALM, plannedStart: soon(900), plannedEnd: soon(901) });
  expect((await look(key)).next).toEqual({
    ...{ what: 'move', to: 'authorise', label: 'Ask for authorisation', held: false },
    why: 'It goes on to Authorise.',
  });
  await go(key, 'authorise');
  expect(await next()).toEqual(['decide', 'scheduled', 'Authorise']);
  await desk.run(({ tx }) =>
    tx
      .updateTable('changes')
      .set({ authorised_at: soon(0), authorised_why: 'a test' })
      .where('planned_start', '>', soon(800))
      .execute(),
  );
  await go(key, 'scheduled');
  // It may begin in spite of the hour, by whoever has the authority: the step stays, with what stands against it.
  expect((await look(key)).next).toMatchObject({
    ...{ what: 'move', to: 'implement', held: true },
    why: expect.stringMatching(/^Its window has not begun/),
  });
  await olive.call('POST', `/changes/${key}/overrides`, { reason: 'A test does not wait for windows' });
  expect((await look(key)).next).toMatchObject({ what: 'move', to: 'implement', held: false });
  await go(key, 'implement');
  expect(await next()).toEqual(['move', 'review', 'Send to review']);
  await go(key, 'review', { resolutionCode: 'successful' });
  expect(await next()).toEqual(['review', 'closed', 'Close']);
  await tom.call('POST', `/changes/${key}/review`, { version: (await look(key)).version, text: 'All as planned' });
  expect(await next()).toEqual(['move', 'closed', 'Close']);
  await go(key, 'closed', { resolutionCode: 'successful' });
  expect(await next()).toBeNull();
});

test('of a standard change and of an emergency it is the next of their own way', async () => {
  const emergency = await raise({ modelId: await modelOf('emergency') });
  expect(emergency.next).toMatchObject({ what: 'plan', to: 'expedite' });
  await edit(emergency.key, { plans: { implementation: 'Do it', backout: 'Undo' } });
  expect((await look(emergency.key)).next).toMatchObject({ what: 'move', to: 'expedite' });
  await go(emergency.key, 'expedite');
  expect((await look(emergency.key)).next).toMatchObject({ what: 'decide', to: 'implement' });
  await go(emergency.key, 'cancelled', { reason: 'It mended itself' });
  expect((await look(emergency.key)).next).toBeNull();
});
