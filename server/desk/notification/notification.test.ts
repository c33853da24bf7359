import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { NotificationPage } from '#shared/notification.ts';
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

test('a cursor that is none is refused by name', async () => {
  const { status, body } = await tom.call('GET', '/me/notifications?cursor=made-up');
  expect([status, body]).toMatchObject([400, { errors: [{ path: 'cursor' }] }]);
});

const minute = (n: number) => `2026-11-20T09:0${n}:00.000Z`;
