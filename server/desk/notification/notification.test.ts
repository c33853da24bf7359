import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { NotificationPage, NotificationPreferences } from '#shared/notification.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { notify } from './index.ts';

const desk = await openDesk();
const [tom, sam] = [await hire(desk, { name: 'Tom Tech' }), await hire(desk, { name: 'Sam' })];
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));

test('what concerns me reads page by page, newest first, each once, and nobody else’s', async () => {
  await desk.run(async (ctx) => {
    const { id } = await createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Mail' });
    // Several of one instant, so that a page ends between two of them.
    for (let n = 0; n < 7; n++)
      await notify({ ...ctx, now: minute(n >> 1) }, { client_id: acme, id }, [tom.id], 'moved', `${n}`);
    await notify(ctx, { client_id: acme, id }, [sam.id], 'moved', 'for Sam');
  });
  const texts: string[] = [];
  const ids = new Set<string>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = `limit=3${cursor ? `&cursor=${cursor}` : ''}`;
    const page = (await tom.call('GET', `/me/notifications?${query}`)).body as NotificationPage;
    expect(page.items.length).toBeLessThanOrEqual(3);
    for (const { id, text } of page.items) {
      ids.add(id);
      texts.push(text);
    }
    cursor = page.nextCursor;
  }
  expect(ids.size).toBe(7);
  expect(texts.map((text) => Number(text) >> 1)).toEqual([3, 2, 2, 1, 1, 0, 0]);
});

test('one is marked as read, or all of mine', async () => {
  const fresh = async () =>
    ((await tom.call('GET', '/me/notifications?limit=50')).body as NotificationPage).items.filter(
      ({ readAt }) => readAt === null,
    );
  const before = await fresh();
  const opened = before.at(1)?.id ?? '';
  expect((await tom.call('POST', '/me/notifications/read', { ids: [opened] })).status).toBe(204);
  expect((await fresh()).map(({ id }) => id)).toEqual(before.map(({ id }) => id).filter((id) => id !== opened));
  const others = (await sam.call('GET', '/me/notifications')).body as NotificationPage;
  await tom.call('POST', '/me/notifications/read', { ids: others.items.map(({ id }) => id) });
  expect((await tom.call('POST', '/me/notifications/read', {})).status).toBe(204);
  expect(await fresh()).toEqual([]);
  expect(((await sam.call('GET', '/me/notifications')).body as NotificationPage).items[0]?.readAt).toBeNull();
});

test('only what is new is read where that is asked for', async () => {
  const tess = await hire(desk, { name: 'Tess' });
  const { id } = await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Lamp' }));
  const read = async (query = '') =>
    ((await tess.call('GET', `/me/notifications${query}`)).body as NotificationPage).items;
  for (const text of ['old', 'new'])
    await desk.run((ctx) => notify(ctx, { client_id: acme, id }, [tess.id], 'moved', text));
  await tess.call('POST', '/me/notifications/read', { ids: [(await read())[1]?.id] });
  expect((await read('?unread=true')).map(({ text }) => text)).toEqual(['new']);
  expect(await read('?unread=false')).toHaveLength(2);
});

test('each says what they are told in the app and by mail; being called cannot be switched off in the app', async () => {
  const [tara, other] = [await hire(desk, { name: 'Tara' }), await hire(desk, { name: 'Other' })];
  const { id } = await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Lamp' }));
  const at = '/me/notification-preferences';
  const { items, mailOn } = (await tara.call('GET', at)).body as NotificationPreferences;
  expect(mailOn).toBe(false);
  expect(items.filter(({ mail }) => mail).map(({ kind }) => kind)).toEqual([
    'page',
    'service_level',
    'mentioned',
    'approval',
    'major',
    'rated_bad',
  ]);
  expect(items.every(({ app }) => app)).toBe(true);
  expect(
    (
      await tara.call('PATCH', at, {
        items: [
          { kind: 'moved', app: false },
          { kind: 'page', app: false },
        ],
      })
    ).body,
  ).toMatchObject({ errors: [{ path: 'items.1.app' }] });
  const changed = await tara.call('PATCH', at, {
    items: [
      { kind: 'moved', app: false, mail: true },
      { kind: 'page', mail: false },
      { kind: 'mentioned', mail: false },
    ],
  });
  expect((changed.body as NotificationPreferences).items).toContainEqual(
    expect.objectContaining({ kind: 'moved', app: false, mail: true }),
  );
  const both = [tara.id, other.id];
  const mails = () =>
    desk.run(({ tx }) => tx.selectFrom('outgoing_mails').select(['staff_id', 'kind']).orderBy('kind').execute());
  const say = async () => {
    for (const kind of ['moved', 'page', 'mentioned'] as const)
      await desk.run((ctx) => notify(ctx, { client_id: acme, id }, both, kind, kind));
  };
  await say();
  // No mail server is named yet.
  expect(await mails()).toEqual([]);
  expect(
    ((await tara.call('GET', '/me/notifications')).body as NotificationPage).items.map(({ kind }) => kind),
  ).toEqual(['mentioned', 'page']);
  await desk.run(async (ctx) => {
    const from = { from_name: 'Desk', from_address: 'desk@harbour.example' };
    await ctx.tx
      .insertInto('mail_sending')
      .values({ id, active: true, ...from, updated_at: ctx.now })
      .execute();
  });
  await say();
  expect(await mails()).toEqual([
    { staff_id: other.id, kind: 'mentioned' },
    { staff_id: tara.id, kind: 'moved' },
    { staff_id: other.id, kind: 'page' },
  ]);
  expect(((await other.call('GET', at)).body as NotificationPreferences).items[0]).toMatchObject({ mail: true });
});

test('a cursor that is none is refused by name', async () => {
  const { status, body } = await tom.call('GET', '/me/notifications?cursor=made-up');
  expect([status, body]).toMatchObject([400, { errors: [{ path: 'cursor' }] }]);
});

const minute = (n: number) => `2026-11-20T09:0${n}:00.000Z`;
