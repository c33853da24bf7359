import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { ArticleDiff, ArticlePage, ArticleVersionRow, ArticleView } from '#shared/knowledge.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { moveClock } from '#tests/visitor.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const reader = await hire(desk, { role: 'readonly' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const limited = await hire(desk, { name: 'Lena Limited', role: 'dispatcher', clientIds: [acme] });

const write = async (fields: object = {}, who: Person = tom) => {
  const made = await who.call('POST', '/articles', {
    title: 'Set up the VPN',
    body: '<p>Open the client.</p>',
    ...fields,
  });
  expect([made.status, made.text]).toEqual([201, expect.any(String)]);
  return read((made.body as { id: string }).id, who);
};
const read = async (id: string, who: Person = olive) => (await who.call('GET', `/articles/${id}`)).body as ArticleView;
const step = (who: Person, article: { id: string; version: number }, name: string, more: object = {}) =>
  who.call('POST', `/articles/${article.id}/${name}`, { version: article.version, ...more });
const publish = async (article: ArticleView, note = '') =>
  (await step(olive, article, 'publish', { note })).body as ArticleView;
const titles = async (query: string, who: Person = olive) =>
  ((await who.call('GET', `/articles?${query}`)).body as ArticlePage).items.map(({ title }) => title);

test('a draft is reviewed, published, and stays in force while the next is written; every version is kept with who and why', async () => {
  const draft = await write({ title: 'Reset a password', body: '<p>Open the portal.</p><p>Press “Forgot”.</p>' });
  expect(draft).toMatchObject({
    state: 'draft',
    visibility: 'internal',
    owner: { name: 'Tom Tech' },
    published: null,
    draft: { title: 'Reset a password', updatedBy: expect.stringContaining('Tom Tech') },
    may: { write: true, publish: false },
  });
  expect((await step(tom, draft, 'publish')).status).toBe(403);
  const sent = (await step(tom, draft, 'submit')).body as ArticleView;
  expect(sent.state).toBe('in_review');
  const back = (await step(olive, sent, 'return', { remark: 'Say which portal' })).body as ArticleView;
  expect(back).toMatchObject({ state: 'draft', draft: { remark: 'Say which portal' } });
  const first = await publish(back);
  expect(first).toMatchObject({ state: 'published', draft: null, published: { number: 1, title: 'Reset a password' } });

  const again = await tom.call('PATCH', `/articles/${draft.id}`, {
    version: first.version,
    body: '<p>Open the client portal.</p><p>Press “Forgot”.</p><ul><li>Wait a minute</li></ul>',
  });
  expect(again.body).toMatchObject({
    state: 'published',
    draftState: 'draft',
    published: { number: 1, body: '<p>Open the portal.</p><p>Press “Forgot”.</p>' },
  });
  const diff = (await olive.call('GET', `/articles/${draft.id}/diff?before=1&after=draft`)).body as ArticleDiff;
  expect(diff.blocks.map(({ kind, tag }) => `${kind} ${tag}`)).toEqual([
    'same title',
    'changed text',
    'same text',
    'added item',
  ]);
  expect(diff.blocks[1]?.parts.filter(({ kind }) => kind === 'added')).toMatchObject([
    { text: expect.stringContaining('client') },
  ]);
  const second = await publish(again.body as ArticleView, 'Which portal');
  expect(second.published?.number).toBe(2);
  const { items } = (await reader.call('GET', `/articles/${draft.id}/versions`)).body as { items: ArticleVersionRow[] };
  expect(items).toMatchObject([
    { number: 2, note: 'Which portal', by: expect.stringContaining('Olive Owner'), inForce: true },
    { number: 1, note: '', inForce: false },
  ]);
  expect((await reader.call('GET', `/articles/${draft.id}/versions/1`)).body).toMatchObject({
    body: '<p>Open the portal.</p><p>Press “Forgot”.</p>',
  });
  const redrafted = await tom.call('POST', `/articles/${draft.id}/versions/1/redraft`, { version: second.version });
  expect(redrafted.body).toMatchObject({ draft: { body: '<p>Open the portal.</p><p>Press “Forgot”.</p>' } });
  expect((await step(tom, redrafted.body as ArticleView, 'discard')).body).toMatchObject({
    draft: null,
    draftState: null,
  });
});

test('a save on top of another is refused, and what may be done depends on the state and on who asks', async () => {
  const draft = await write();
  const patch = (who: Person, version: number, fields: object) =>
    who.call('PATCH', `/articles/${draft.id}`, { version, ...fields });
  expect((await patch(reader, draft.version, { title: 'Mine' })).status).toBe(403);
  expect((await patch(tom, draft.version, { title: 'One' })).status).toBe(200);
  expect((await patch(olive, draft.version, { title: 'Two' })).status).toBe(409);
  const now = await read(draft.id);
  expect((await patch(tom, now.version, { title: 'One' })).body).toMatchObject({ version: now.version });
  expect((await patch(tom, now.version, { body: '<script>x</script>' })).status).toBe(422);
  expect((await patch(tom, now.version, { categoryId: draft.id })).status).toBe(422);
  expect((await step(tom, now, 'discard')).status).toBe(422);
  expect((await step(tom, now, 'return')).status).toBe(422);
  const retired = (await step(olive, now, 'retire')).body as ArticleView;
  expect(retired.state).toBe('retired');
  expect((await patch(tom, retired.version, { title: 'Three' })).status).toBe(422);
  expect(await titles('q=One')).toEqual([]);
  expect(await titles('q=One&state=retired')).toEqual(['One']);
  expect((await step(olive, retired, 'restore')).body).toMatchObject({ state: 'draft' });
});

test('what is in force is shown to others only by people who may publish, and by nobody to clients they do not see', async () => {
  const ours = await write({ visibility: 'chosen', clientIds: [acme, birch], title: 'For two' });
  const seen = await read(ours.id, limited);
  expect(seen.clients).toEqual([{ id: acme, name: 'Acme' }]);
  expect((await step(limited, seen, 'publish')).status).toBe(403);
  const shown = (who: Person, article: ArticleView, body: object) =>
    who.call('PUT', `/articles/${article.id}/visibility`, { version: article.version, ...body });
  // What the writer does not see of its clients stays.
  const kept = await shown(limited, seen, { visibility: 'chosen', clientIds: [acme] });
  expect(kept.status).toBe(200);
  expect((await read(ours.id)).clients.map(({ name }) => name)).toEqual(['Acme', 'Birch']);
  const published = await publish(await read(ours.id));
  expect((await shown(tom, published, { visibility: 'all' })).status).toBe(403);
  expect((await shown(limited, published, { visibility: 'all' })).status).toBe(403);
  expect((await shown(olive, published, { visibility: 'chosen', clientIds: [] })).status).toBe(422);
  expect((await shown(olive, published, { visibility: 'all', clientIds: [acme] })).status).toBe(422);
  expect((await shown(olive, published, { visibility: 'chosen', clientIds: [birch] })).status).toBe(200);
  expect((await limited.call('GET', `/articles/${ours.id}`)).status).toBe(404);
  const own = await write({ visibility: 'chosen', clientIds: [acme], title: 'For Acme' }, limited);
  expect((await step(limited, own, 'publish')).status).toBe(200);
  const internal = await write({ title: 'Within' }, limited);
  expect((await step(limited, internal, 'publish')).status).toBe(403);
});

test('search forgives typing errors, prefers titles, marks what it found, and pages', async () => {
  await publish(await write({ title: 'Printer shows offline', body: '<p>Restart the spooler service.</p>' }));
  await publish(await write({ title: 'Toner', body: '<p>Order it for the printer with the number on its lid.</p>' }));
  expect(await titles('q=printer')).toEqual(['Printer shows offline', 'Toner']);
  expect(await titles('q=pritner')).toEqual(['Printer shows offline', 'Toner']);
  expect(await titles('q=spooller')).toEqual(['Printer shows offline']);
  expect(await titles('q=printer+lid')).toEqual(['Toner']);
  expect((await titles('q=printer+giraffe+lid')).sort()).toEqual(['Printer shows offline', 'Toner']);
  const page = (await olive.call('GET', '/articles?q=printer&limit=1')).body as ArticlePage;
  expect(page).toMatchObject({ words: ['printer'], items: [{ title: 'Printer shows offline' }] });
  const next = (await olive.call('GET', `/articles?q=printer&limit=1&cursor=${page.nextCursor}`)).body as ArticlePage;
  expect(next).toMatchObject({
    items: [{ title: 'Toner', found: expect.stringContaining('for the printer') }],
    nextCursor: null,
  });
});

test('a day to look an article through that is over is refused; one that is over by now may stay', async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const past = { status: 422, body: { errors: [{ path: 'reviewOn' }] } };
  expect(await tom.call('POST', '/articles', { title: 'Late', body: 'x', reviewOn: day(-1) })).toMatchObject(past);
  const article = await write({ title: 'Late', reviewOn: day(0) });
  const at = async (more: object) => ({ version: (await read(article.id)).version, ...more });
  const url = `/articles/${article.id}`;
  expect(await olive.call('POST', `${url}/publish`, await at({ reviewOn: day(-1) }))).toMatchObject(past);
  expect(await olive.call('PATCH', url, await at({ reviewOn: day(-1) }))).toMatchObject(past);
  moveClock(desk, 2_880);
  expect((await olive.call('PATCH', url, await at({ reviewOn: day(0), title: 'Later' }))).status).toBe(200);
  moveClock(desk, 0);
});

test('lists narrow by owner, category, client, review and what waits for it', async () => {
  const category = ((await olive.call('POST', '/categories', { name: 'Mail' })).body as { id: string }).id;
  const below = ((await olive.call('POST', '/categories', { name: 'Spam', parentId: category })).body as { id: string })
    .id;
  const due = await publish(await write({ title: 'Due', categoryId: below, visibility: 'all' }));
  await desk.run((ctx) =>
    ctx.tx.updateTable('articles').set({ review_on: '2026-01-01' }).where('id', '=', due.id).execute(),
  );
  const waiting = await write({ title: 'Waiting', ownerId: olive.id });
  await step(tom, waiting, 'submit');
  expect(await titles(`categoryId=${category}`)).toEqual(['Due']);
  expect(await titles('overdue=true')).toEqual(['Due']);
  expect(await titles('pending=true')).toEqual(['Waiting']);
  expect(await titles(`ownerId=${olive.id}`)).toEqual(['Waiting']);
  expect(await titles('visibility=all')).toEqual(['Due']);
  expect(await titles(`clientId=${acme}&categoryId=${category}`)).toEqual(['Due']);
  expect(await read(due.id)).toMatchObject({ overdue: true });
  const first = (await olive.call('GET', '/articles?limit=2')).body as ArticlePage;
  const rest = (await olive.call('GET', `/articles?limit=200&cursor=${first.nextCursor}`)).body as ArticlePage;
  const all = await titles('limit=200');
  expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(all);
});
