import { expect, test } from 'vitest';
import { createClient, createContact, createSite } from '#server/business/client/index.ts';
import type { CompanyView, PortalTicketRow } from '#shared/portal.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { type Visitor, visit } from '#tests/visitor.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const world = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const harbour = await createSite(ctx, acme, { name: 'Harbour' });
  return {
    acme,
    birch,
    harbour,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada', siteId: harbour }),
    boss: await createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all' }),
    bea: await createContact(ctx, { clientId: birch, name: 'Bea', sees: 'all' }),
  };
});
const enter = async (contactId: string): Promise<Visitor> => {
  const browser = visit(desk);
  const made = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  await browser.call('POST', '/portal/sessions', { token: made.url.split('#token=')[1] ?? '' });
  return browser;
};
const log = async (requesterId: string, steps: readonly object[], clientId = world.acme): Promise<string> => {
  const body = { kind: 'incident', title: 'Scanner', clientId, requesterId, assigneeId: olive.id };
  const { key } = (await olive.call('POST', '/tickets', body)).body as { key: string };
  for (const step of steps)
    expect((await olive.call('POST', `/tickets/${key}/transitions`, step)).status).toBeLessThan(300);
  return key;
};
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const DAYS = `?from=${day(30)}&to=${day(-1)}`;
const RESOLVED = { to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'Done' };

test('whoever looks after the company sees how all of it stands, others nothing of it, and no other company’s', async () => {
  const [ada, boss, bea] = [await enter(world.ada), await enter(world.boss), await enter(world.bea)];
  const waiting = await log(world.ada, [RESOLVED]);
  const working = await log(world.boss, []);
  const closed = await log(world.ada, [RESOLVED, { to: 'closed' }]);
  await log(world.bea, [], world.birch);
  await ada.call('PUT', `/portal/tickets/${closed}/rating`, { score: 'good' });
  const view = (await boss.call('GET', `/portal/company${DAYS}`)).body as CompanyView;
  expect(view.open).toEqual({ new: 0, inWork: 1, waitsForYou: 1, all: 2 });
  expect(view.sites).toEqual([{ id: world.harbour, name: 'Harbour', open: 1 }]);
  expect(view.ratings).toEqual({ asked: 1, good: 1, fair: 0, bad: 0 });
  expect(view.kept.find(({ target }) => target === 'resolution')).toMatchObject({ met: 2, missed: 0 });
  expect((await ada.call('GET', `/portal/company${DAYS}`)).status).toBe(403);
  expect((await bea.call('GET', `/portal/company${DAYS}`)).body).toMatchObject({ open: { all: 1 }, sites: [] });
  const keys = async (more: string) =>
    ((await boss.call('GET', `/portal/tickets?state=open${more}`)).body as { items: PortalTicketRow[] }).items.map(
      ({ key }) => key,
    );
  expect(await keys('&waits=you')).toEqual([waiting]);
  expect(await keys('&waits=us')).toEqual([working]);
  expect(await keys(`&siteId=${world.harbour}`)).toEqual([waiting]);
});
