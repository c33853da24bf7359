import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import type { TicketPage } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, team } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  team: await createTeam(ctx, { name: 'Desk', strategy: 'manual', members: [{ staffId: tom.id, lead: false }] }),
}));
const log = async (title: string, fields: object = {}) =>
  olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, title, ...fields });
await log('Nobody has it');
await log('Olive has it', { assigneeId: olive.id, tags: ['vpn'] });
await log('Tom has it', { assigneeId: tom.id, teamId: team, kind: 'request', impact: 1, urgency: 1 });

test.each([
  ['assigneeId=none', ['Nobody has it']],
  ['assigneeId=me', ['Olive has it']],
  ['assigneeId=me&assigneeId=none', ['Nobody has it', 'Olive has it']],
  [`assigneeId=${tom.id}&assigneeId=me`, ['Olive has it', 'Tom has it']],
  ['teamId=none', ['Nobody has it', 'Olive has it']],
  [`teamId=${team}`, ['Tom has it']],
  [`teamId=${team}&teamId=none`, ['Nobody has it', 'Olive has it', 'Tom has it']],
  ['teamId=mine', []],
  ['teamId=mine&teamId=none', ['Nobody has it', 'Olive has it']],
  ['kind=request', ['Tom has it']],
  ['priority=1', ['Tom has it']],
  ['tag=vpn', ['Olive has it']],
  ['status=open', ['Nobody has it', 'Olive has it', 'Tom has it']],
  ['status=resolved&status=waiting', []],
  ['due=overdue', []],
  ['due=none', []],
  ['due=week', ['Nobody has it', 'Olive has it', 'Tom has it']],
  ['source=phone&source=email', []],
  ['unread=true&watching=true', []],
])('the filter %s finds what it says, and counts the same', async (filter, titles) => {
  const page = (await olive.call('GET', `/tickets?${filter}`)).body as TicketPage;
  expect(page.items.map(({ title }) => title).sort()).toEqual(titles);
  expect((await olive.call('GET', `/tickets/count?${filter}`)).body).toEqual({ count: titles.length, capped: false });
});

test('by due time everything comes, what has none last, page by page without a gap or a twin', async () => {
  const problems = [];
  for (const title of ['A', 'B', 'C']) problems.push((await log(`No promise ${title}`, { kind: 'problem' })).body);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = (await olive.call('GET', `/tickets?sort=due&limit=2${from}`)).body as TicketPage;
    seen.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor;
  }
  expect(seen.slice(0, 1)).toEqual(['Tom has it']);
  expect(seen.slice(3)).toEqual(['No promise C', 'No promise B', 'No promise A']);
  expect(new Set(seen).size).toBe(6);
});

test('what was resolved between two days comes in the order of its resolution, and before what is open where that order is chosen', async () => {
  const tagged: string[] = [];
  for (const title of ['First', 'Second', 'Third']) {
    const { body } = await log(`${title} to be resolved`, { tags: ['ended'] });
    tagged.push((body as { key: string }).key);
  }
  const [first, second, third] = tagged;
  for (const key of [third, first])
    await olive.call('POST', `/tickets/${key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });
  const { version } = (await olive.call('GET', `/tickets/${third}`)).body as { version: number };
  await olive.call('PATCH', `/tickets/${third}`, { title: 'Third, changed last', version });
  const keys = async (query: string) =>
    ((await olive.call('GET', `/tickets?tag=ended&${query}`)).body as TicketPage).items.map(({ key }) => key);
  expect(await keys('resolvedAfter=2020-01-01T00:00:00Z')).toEqual([first, third]);
  expect(await keys('resolvedAfter=2020-01-01T00:00:00Z&sort=updated')).toEqual([third, first]);
  expect(await keys('sort=resolved')).toEqual([first, third, second]);
});
