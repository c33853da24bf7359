import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { ArticleView } from '#shared/knowledge.ts';
import type { NotificationPage } from '#shared/notification.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { moveClock } from '#tests/visitor.ts';
import { remindOwners } from './remind.ts';

const today = new Date().toISOString().slice(0, 10);
const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const lena = await hire(desk, { name: 'Lena Limited', role: 'dispatcher', clientIds: [acme] });

const write = async (title: string, fields: object = {}) =>
  (await tom.call('POST', '/articles', { title, body: '<p>Open it.</p>', ...fields })).body as ArticleView;
const read = async (id: string) => (await olive.call('GET', `/articles/${id}`)).body as ArticleView;
const step = async (who: Person, id: string, name: string, more: object = {}) =>
  who.call('POST', `/articles/${id}/${name}`, { version: (await read(id)).version, ...more });
const show = async (id: string, client: string) => {
  const readers = { version: (await read(id)).version, visibility: 'chosen', clientIds: [client] };
  expect((await olive.call('PUT', `/articles/${id}/visibility`, readers)).status).toBe(200);
};
const heard = async (who: Person) =>
  ((await who.call('GET', '/me/notifications')).body as NotificationPage).items.map(({ text }) =>
    text.replace(' (key test)', ''),
  );

test('an article’s owner is told that it is flagged, and a writer that the text is given back; who did it is not', async () => {
  const { id } = await write('Reset a password');
  await step(tom, id, 'submit');
  await step(olive, id, 'return', { remark: 'Say which portal' });
  await step(olive, id, 'publish');
  await olive.call('POST', `/articles/${id}/flags`, { note: 'The portal moved' });
  await tom.call('POST', `/articles/${id}/flags`, { note: 'So it did' });
  expect(await heard(tom)).toEqual([
    'Olive Owner flagged “Reset a password” as wrong or outdated',
    'Olive Owner gave your text of “Reset a password” back',
  ]);
  expect(await heard(olive)).toEqual(['Tom Tech sent a new text of “Reset a password” for review']);
  const [item] = ((await tom.call('GET', '/me/notifications')).body as NotificationPage).items;
  expect(item).toMatchObject({ ticketKey: null, articleId: id });
  expect((await tom.call('POST', '/me/notifications/read', {})).status).toBe(204);
  expect((await tom.call('GET', '/me/notifications?unread=true')).body).toMatchObject({ items: [] });
});

test('an owner is told once that an article is to be looked through, and again after the next such day', async () => {
  const { id } = await write('Due', { reviewOn: today });
  const later = await write('Not due', { reviewOn: '2999-01-01' });
  for (const one of [id, later.id]) await step(olive, one, 'publish');
  moveClock(desk, 1_441);
  await remindOwners(desk.services);
  await remindOwners(desk.services);
  const due = async () => (await heard(tom)).filter((text) => text.includes('looked through'));
  expect(await due()).toEqual(['“Due” is due to be looked through']);
  moveClock(desk, 0);
});

test('whoever may not read an article hears nothing of it, nor of one that they read no longer', async () => {
  const owned = { ownerId: lena.id, visibility: 'chosen', clientIds: [acme] };
  const { id } = await write('For Acme', owned);
  await olive.call('POST', `/articles/${id}/flags`, { note: 'Old' });
  expect(await heard(lena)).toHaveLength(1);
  await show(id, birch);
  expect(await heard(lena)).toEqual([]);
  await olive.call('POST', `/articles/${id}/flags`, { note: 'Older' });
  await show(id, acme);
  expect(await heard(lena)).toHaveLength(1);
});

test('what is told in the app alone is asked for by mail in vain', async () => {
  const asked = { items: [{ kind: 'article_flagged', mail: true }] };
  const refused = await tom.call('PATCH', '/me/notification-preferences', asked);
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'items.0.mail' }] } });
});

test('whoever may publish an article is told that it waits for review: not its writer, and nobody who may not', async () => {
  const dora = await hire(desk, { role: 'dispatcher', clientIds: [birch] });
  const both = await hire(desk, { role: 'dispatcher', clientIds: [acme, birch] });
  const tina = await hire(desk, { role: 'technician' });
  const all = [olive, lena, dora, both, tina, tom];
  const waits = async (title: string) =>
    Promise.all(all.map(async (who) => (await heard(who)).filter((text) => text.includes(title)).length));
  const send = async (title: string, fields: object, who = tom) => {
    const { id } = (await who.call('POST', '/articles', { title, body: 'x', ...fields })).body as ArticleView;
    expect((await step(who, id, 'submit')).status).toBeLessThan(300);
    return waits(title);
  };
  expect(await send('Among ourselves', {})).toEqual([1, 0, 0, 0, 0, 0]);
  expect(await send('Acme alone', { visibility: 'chosen', clientIds: [acme] })).toEqual([1, 1, 0, 1, 0, 0]);
  expect(await send('Both of them', { visibility: 'chosen', clientIds: [acme, birch] })).toEqual([1, 0, 0, 1, 0, 0]);
  expect(await send('My own', {}, olive)).toEqual([0, 0, 0, 0, 0, 0]);
});
