import { expect, test } from 'vitest';
import { createContact } from '#server/business/client/index.ts';
import type { PortalProjectRow, PortalProjectView } from '#shared/portal-project.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { enterAs } from '#tests/portal-people.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, acme, birch } = await billingDesk(desk, '2026-11-02T09:00:00Z');
const people = await desk.run(async (ctx) => ({
  ada: await createContact(ctx, { clientId: acme, name: 'Ada' }),
  boss: await createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all' }),
  bea: await createContact(ctx, { clientId: birch, name: 'Bea', sees: 'all' }),
}));
const enter = (clientId: string, contactId: string) => enterAs(desk, { clientId, contactId, way: 'mail' });
type Made = { id: string };

test('whoever looks after a company sees how far its projects are, and of tasks only what is shown', async () => {
  const make = async (name: string) =>
    (
      await done<Made>(olga, 'POST', '/projects', {
        ...{ clientId: acme, name, charged: 'fixed', budget: '777.77', begins: '2026-11-02', description: 'Secret' },
      })
    ).id;
  const id = await make('Office');
  const draft = await make('Not yet');
  const at = `/projects/${id}`;
  const { id: phaseId } = await done<Made>(olga, 'POST', `${at}/phases`, { name: 'Build' });
  await done(olga, 'POST', `${at}/tasks`, { title: 'Fit the rack', phaseId, shown: true });
  await done(olga, 'POST', `${at}/tasks`, { title: 'Hide the mess', phaseId });
  await done(olga, 'POST', `${at}/milestones`, { name: 'Ready', due: '2026-12-01', amount: 77_777 });
  await done(olga, 'POST', `${at}/milestones`, { name: 'Paid off', shown: false });
  await done(olga, 'PATCH', at, { version: 1, state: 'active' });
  const [boss, ada, bea] = [
    await enter(acme, people.boss),
    await enter(acme, people.ada),
    await enter(birch, people.bea),
  ];
  const list = await boss.call('GET', '/portal/projects');
  expect((list.body as { items: PortalProjectRow[] }).items).toEqual([
    {
      ...{ id, key: 'ACME-P1', name: 'Office', state: 'active' },
      begins: '2026-11-02',
      ends: null,
      tasks: 2,
      tasksDone: 0,
    },
  ]);
  const view = await boss.call('GET', `/portal/projects/${id}`);
  expect(view.body as PortalProjectView).toMatchObject({
    phases: [{ name: 'Build', tasks: 2, tasksDone: 0, shown: [{ title: 'Fit the rack', state: 'planned' }] }],
    milestones: [{ name: 'Ready', due: '2026-12-01', reachedOn: null }],
  });
  // An id may hold any digits.
  expect(JSON.stringify(view.body).replace(id, '')).not.toMatch(/77|Hide|Secret|Paid off|Olga/);
  expect((await boss.call('GET', `/portal/projects/${draft}`)).status).toBe(404);
  expect((await bea.call('GET', `/portal/projects/${id}`)).status).toBe(404);
  expect((await ada.call('GET', '/portal/projects')).status).toBe(403);
  expect((await ada.call('GET', `/portal/projects/${id}`)).status).toBe(403);
});
