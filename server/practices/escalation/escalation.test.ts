import { expect, test } from 'vitest';
import { EMPTY_TERMS } from '#kernel/service-level.ts';
import { putSetting } from '#platform/settings/index.ts';
import { createClient } from '#server/business/client/index.ts';
import type { PagesPage, PageView, PathView } from '#shared/escalation.ts';
import type { TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { at, later, openPaging } from '#tests/paging.ts';
import { hire } from '#tests/people.ts';
import { startPage } from './index.ts';
import { sweepPages } from './sweep.ts';

// Without the scheduler: what is due waits until a test looks.
const desk = await openDesk({ roles: ['web', 'worker'] });
const scene = await openPaging(desk);
const { owner, tom, ann, path, ticket, pages, told, heard } = scene;

const page = async (id: string, pathId: string, by = owner, why = 'Everything is down') =>
  (await by.call('POST', `/tickets/${id}/pages`, { why, pathId })).body as PageView;
const one = async (id: string) => (await pages(id))[0] as PageView;
const sweep = (now: string) => sweepPages(at(desk.services, now));
const faults = (answer: { body: never }) =>
  ((answer.body as { errors?: { path: string }[] }).errors ?? []).map((error) => error.path);

test('level after level is called, again from the first, until everybody was called in vain', async () => {
  const { id } = await ticket();
  const pathId = await path([[tom], [ann]], { repeatTimes: 1 });
  const { createdAt } = await page(id, pathId);
  expect(await one(id)).toMatchObject({
    state: 'paging',
    level: 1,
    levels: 2,
    round: 1,
    rounds: 2,
    told: [{ name: 'Tom' }],
  });
  expect((await one(id)).nextAt).toBe(later(createdAt, 10));
  await sweep(later(createdAt, 9));
  expect(await one(id)).toMatchObject({ level: 1 });
  await sweep(later(createdAt, 10));
  expect(await one(id)).toMatchObject({ level: 2, round: 1, told: [{ name: 'Ann' }], nextAt: later(createdAt, 25) });
  await sweep(later(createdAt, 25));
  expect(await one(id)).toMatchObject({ level: 1, round: 2, nextAt: later(createdAt, 35) });
  await sweep(later(createdAt, 35));
  await sweep(later(createdAt, 50));
  expect(await one(id)).toMatchObject({ state: 'exhausted', level: 2, round: 2, nextAt: null });
  // Whoever hears of it in the end is among those that were told.
  const { steps } = await one(id);
  expect(steps.map((step) => step.told.map(({ name }) => name))).toEqual([
    ...[['Tom'], ['Ann'], ['Tom'], ['Ann']],
    ['Olive Owner'],
  ]);
  expect(await sweep(later(createdAt, 5_000))).toBe(0);
  expect([await heard(id, tom), await heard(id, ann), await heard(id, owner)]).toEqual([2, 2, 1]);
  expect((await told(id)).map(({ type }) => type)).toEqual(['paged', 'paged', 'paged', 'paged', 'page_exhausted']);
  const { items } = (await owner.call('GET', `/tickets/${id}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.filter(({ type }) => type.startsWith('ticket.page')).map(({ sentence }) => sentence)).toEqual([
    'paged Tom (level 1 of 2 of “Path 0”): Everything is down',
    'paged Ann (level 2 of 2 of “Path 0”): Everything is down',
    'paged Tom (level 1 of 2 of “Path 0”, round 2 of 2): Everything is down',
    'paged Ann (level 2 of 2 of “Path 0”, round 2 of 2): Everything is down',
    'paged everybody in vain on “Path 0”; told Olive Owner',
  ]);
});

test('who acknowledges ends it, once; the others hear who it is', async () => {
  const { id } = await ticket();
  const made = await page(id, await path([[tom], [ann]]));
  await sweep(later(made.createdAt, 10));
  const done = await ann.call('POST', `/pages/${made.id}/acknowledge`);
  expect([done.status, done.body]).toMatchObject([
    201,
    { state: 'acknowledged', acknowledgedBy: { name: 'Ann' }, nextAt: null },
  ]);
  expect((await tom.call('POST', `/pages/${made.id}/acknowledge`)).body).toMatchObject({
    acknowledgedBy: { name: 'Ann' },
  });
  await sweep(later(made.createdAt, 500));
  expect((await told(id)).map(({ type }) => type)).toEqual(['paged', 'paged', 'page_acknowledged']);
  expect([await heard(id, tom), await heard(id, ann)]).toEqual([1, 1]);
});

test('who was called and takes the ticket has acknowledged; somebody else who gets it has not', async () => {
  const { id } = await ticket();
  const { id: pageId } = await page(id, await path([[tom]]));
  await owner.call('POST', `/tickets/${id}/assign`, { assigneeId: ann.id });
  expect((await one(id)).state).toBe('paging');
  await owner.call('POST', `/tickets/${id}/assign`, { assigneeId: tom.id });
  expect((await one(id)).state).toBe('paging');
  await owner.call('POST', `/tickets/${id}/assign`, { assigneeId: null });
  await tom.call('POST', `/tickets/${id}/assign`, { assigneeId: tom.id });
  expect(await one(id)).toMatchObject({ id: pageId, state: 'acknowledged', acknowledgedBy: { name: 'Tom' } });
});

test('a ticket that is no longer open calls nobody', async () => {
  const { id } = await ticket();
  const made = await page(id, await path([[tom]]));
  await owner.call('POST', `/tickets/${id}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'Done',
  });
  expect(await one(id)).toMatchObject({ state: 'ended', nextAt: null });
  expect((await owner.call('POST', `/pages/${made.id}/acknowledge`)).status).toBe(409);
  expect((await owner.call('POST', `/tickets/${id}/pages`, { why: 'Again' })).status).toBe(409);
});

test('a level with nobody on call says so and goes on to the next at once', async () => {
  const hours = [{ weekday: 1, from: '00:00', to: '00:01' }];
  const layer = {
    name: 'Never',
    members: [tom.id],
    startDate: '2099-01-01',
    handOverTime: '09:00',
    unit: 'day',
    every: 1,
    handOverWeekday: 1,
    hours,
  };
  const schedule = (
    await owner.call('POST', '/on-call/schedules', { name: 'Nights', timeZone: 'UTC', layers: [layer] })
  ).body as { id: string };
  const { id } = await ticket();
  const pathId = await path([[{ kind: 'on_call', scheduleId: schedule.id }], [{ kind: 'assignee' }], [ann]]);
  const made = await page(id, pathId);
  expect(made).toMatchObject({ level: 3, told: [{ name: 'Ann' }], nextAt: later(made.createdAt, 15) });
  expect((await told(id)).map(({ type, text }) => `${type} ${text.split(': ')[1]}`)).toEqual([
    'page_skipped nobody is on call in “Nights”',
    'page_skipped nobody has the ticket',
    'paged Everything is down',
  ]);
  expect(made.steps.map(({ level, note }) => [level, note])).toEqual([
    [1, 'nobody is on call in “Nights”'],
    [2, 'nobody has the ticket'],
    [3, ''],
  ]);
  expect((await owner.call('DELETE', `/on-call/schedules/${schedule.id}`)).status).toBe(422);
});

test('whoever is on call, a team and whoever has the ticket are called; a stranger to the client is not', async () => {
  const far = await hire(desk, { name: 'Far', clientIds: [] });
  const layer = {
    name: 'Always',
    members: [tom.id],
    startDate: '2026-01-01',
    handOverTime: '09:00',
    unit: 'day',
    every: 1,
    handOverWeekday: 1,
    hours: [],
  };
  const schedule = (
    await owner.call('POST', '/on-call/schedules', { name: 'Always', timeZone: 'UTC', layers: [layer] })
  ).body as { id: string };
  const team = (
    await owner.call('POST', '/teams', {
      name: 'Network',
      members: [
        { staffId: ann.id, lead: true },
        { staffId: far.id, lead: false },
      ],
    })
  ).body as { id: string };
  const { id } = await ticket({ assigneeId: owner.id });
  const made = await page(
    id,
    await path([
      [{ kind: 'on_call', scheduleId: schedule.id }, { kind: 'team', teamId: team.id }, { kind: 'assignee' }],
    ]),
  );
  expect(made.told.map(({ name }) => name)).toEqual(['Ann', 'Olive Owner', 'Tom']);
  // Whoever starts it and is called hears of it like everybody.
  expect(await heard(id, owner)).toBe(1);
});

test('the path is the one named, else the team’s, else the client’s; without any, none is started', async () => {
  const start = (ticketId: string) =>
    desk.run(async (ctx) =>
      startPage(
        ctx,
        await ctx.tx.selectFrom('tickets').selectAll().where('id', '=', ticketId).executeTakeFirstOrThrow(),
        { why: 'x' },
      ),
    );
  const { id } = await ticket();
  expect(await start(id)).toBeNull();
  expect(faults(await owner.call('POST', `/tickets/${id}/pages`, { why: 'x' }))).toEqual(['pathId']);
  const [ofClient, ofTeam] = [await path([[tom]]), await path([[ann]])];
  await desk.run((ctx) =>
    putSetting(ctx, 'escalation.path', { level: 'client', id: scene.client }, { pathId: ofClient }),
  );
  expect(await start(id)).toBe((await one(id)).id);
  expect(await one(id)).toMatchObject({ path: { id: ofClient } });
  // While it is open it stays the only one on its path.
  expect(await start(id)).toBe((await one(id)).id);
  expect(await pages(id)).toHaveLength(1);
  const team = (await owner.call('POST', '/teams', { name: 'Own', escalationPathId: ofTeam })).body as { id: string };
  const other = await ticket({ teamId: team.id });
  await start(other.id);
  expect(await one(other.id)).toMatchObject({ path: { id: ofTeam } });
  const { items } = (await owner.call('GET', '/escalation-paths')).body as { items: PathView[] };
  const users = (pathId: string) =>
    items.find((item) => item.id === pathId)?.usedBy.map(({ kind, name }) => [kind, name]);
  expect([users(ofClient), users(ofTeam)]).toEqual([[['client', 'Acme']], [['team', 'Own']]]);
  for (const used of [ofClient, ofTeam]) {
    const answer = await owner.call('DELETE', `/escalation-paths/${used}`);
    expect([answer.status, faults(answer)]).toEqual([422, ['id']]);
  }
});

test('a path that a policy names, in force or as a draft, stays; once no policy names it, it can go', async () => {
  const pathId = await path([[tom]]);
  const paging = { percent: 100, actions: [{ type: 'page', pathId }] };
  const terms = (thresholds: object[]) => ({ ...EMPTY_TERMS, thresholds });
  const { id } = (await owner.call('POST', '/service-levels/policies', { name: 'Pages', terms: terms([paging]) }))
    .body as { id: string };
  const policies = `/service-levels/policies/${id}`;
  const refused = async () => {
    const answer = await owner.call('DELETE', `/escalation-paths/${pathId}`);
    const view = (await owner.call('GET', `/escalation-paths/${pathId}`)).body as PathView;
    expect(view.usedBy).toEqual([{ kind: 'policy', id, name: 'Pages' }]);
    expect([answer.status, faults(answer)]).toEqual([422, ['id']]);
  };
  await refused();
  await owner.call('POST', `${policies}/publish`, { version: 1 });
  await refused();
  await owner.call('POST', `${policies}/publish`, { version: 2, terms: terms([]) });
  expect((await owner.call('DELETE', `/escalation-paths/${pathId}`)).status).toBe(204);
});

test('faults of a path are named by field, a save on an old version is refused, and an open page keeps its path', async () => {
  const refused = async (levels: object[], more: object = {}) =>
    faults(await owner.call('POST', '/escalation-paths', { name: 'Faulty', levels, ...more }));
  const target = { kind: 'staff', staffId: tom.id };
  expect(await refused([])).toEqual(['levels']);
  expect(await refused([{ afterMinutes: 0, targets: [] }])).toEqual(['levels.0.targets']);
  expect(
    await refused([
      { afterMinutes: 0, targets: [target] },
      { afterMinutes: 0, targets: [target] },
    ]),
  ).toEqual(['levels.1.afterMinutes']);
  expect(await refused([{ afterMinutes: 0, targets: [{ kind: 'team' }] }])).toEqual(['levels.0.targets.0.teamId']);
  expect(await refused([{ afterMinutes: 0, targets: [{ kind: 'on_call', scheduleId: tom.id }] }])).toEqual([
    'levels.0.targets.0.scheduleId',
  ]);
  expect(await refused([{ afterMinutes: -1, targets: [target] }])).toEqual(['levels.0.afterMinutes']);
  const pathId = await path([[tom], [ann]]);
  const { id } = await ticket();
  const made = await page(id, pathId);
  const change = { version: 1, levels: [{ afterMinutes: 0, targets: [target] }] };
  expect((await owner.call('PATCH', `/escalation-paths/${pathId}`, change)).status).toBe(204);
  expect((await owner.call('PATCH', `/escalation-paths/${pathId}`, change)).status).toBe(409);
  expect(faults(await owner.call('DELETE', `/escalation-paths/${pathId}`))).toEqual(['id']);
  await sweep(later(made.createdAt, 10));
  expect(await one(id)).toMatchObject({ level: 2, levels: 2 });
  await owner.call('POST', `/pages/${made.id}/acknowledge`);
  expect((await owner.call('DELETE', `/escalation-paths/${pathId}`)).status).toBe(204);
  expect((await one(id)).path).toMatchObject({ id: null });
});

test('the wall reads pages of a state page by page', async () => {
  const pathId = await path([[tom]]);
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.push((await page((await ticket()).id, pathId)).id);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const next: PagesPage = (await tom.call('GET', `/pages?state=paging&limit=2${cursor ? `&cursor=${cursor}` : ''}`))
      .body;
    seen.push(...next.items.map(({ id }) => id));
    cursor = next.nextCursor;
  }
  expect(seen.slice(0, 5)).toEqual(made.toReversed());
  expect(new Set(seen).size).toBe(seen.length);
});

test('why somebody asks once more is noted, though nobody else is called', async () => {
  const { id } = await ticket();
  const toTom = await path([[tom]]);
  const first = await page(id, toTom);
  expect((await page(id, toTom, owner, 'And the phones too')).id).toBe(first.id);
  const { body } = await owner.call('GET', `/tickets/${id}/timeline`);
  expect(JSON.stringify(body)).toContain('asked again for those who are called already: And the phones too');
});

test('a ticket that moves to another client goes on paging there, without the words of the old one', async () => {
  const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  const { id } = await ticket();
  await page(id, await path([[tom], [ann]]), owner, 'Secret of Acme');
  const moved = await owner.call('POST', `/tickets/${id}/move`, { clientId: birch, reason: 'wrong client' });
  expect(moved.status).toBeLessThan(300);
  expect(await one(id)).toMatchObject({
    state: 'paging',
    why: 'paged before it was moved here',
    client: { name: 'Birch' },
  });
});

test('who may not work tickets acknowledges nothing, and who may not see the client finds no page', async () => {
  const [reader, stranger] = [await hire(desk, { role: 'readonly' }), await hire(desk, { clientIds: [] })];
  const { id } = await ticket();
  const made = await page(id, await path([[tom]]));
  expect((await reader.call('POST', `/pages/${made.id}/acknowledge`)).status).toBe(403);
  expect((await stranger.call('POST', `/pages/${made.id}/acknowledge`)).status).toBe(404);
  expect((await stranger.call('GET', '/pages')).body).toMatchObject({ items: [] });
});
