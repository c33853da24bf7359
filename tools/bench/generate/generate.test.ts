import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { rebuildClock } from '#kernel/clock.ts';
import { verifyClocks } from '#server/practices/service-level/index.ts';
import type { TicketPage } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { generate, prepareBulk } from './generate.ts';
import { buildWorld, type Call } from './world.ts';

const COUNT = 300;
const desk = await openDesk();
const owner = await hire(desk);
const admin = new pg.Client({ connectionString: desk.adminUrl });
await admin.connect();
afterAll(() => admin.end());
const call: Call = async (method, url, body) => {
  const answer = await owner.call(method, url, body);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body;
};
await buildWorld(call, { clients: 3, staff: 8 });
await prepareBulk(desk.adminUrl);
await generate(desk.adminUrl, { from: 1, to: COUNT, now: new Date().toISOString(), checked: true });

const rows = async (sql: string) => (await admin.query(sql)).rows;

test('generated tickets open through the API, each with what its page asks for', async () => {
  const { items } = await call<TicketPage>('GET', '/tickets?limit=60');
  expect(items.length).toBe(60);
  for (const { id } of items)
    for (const part of ['', '/timeline', '/sla', '/related', '/time']) await call('GET', `/tickets/${id}${part}`);
});

test('every clock is what its own history makes it', async () => {
  const [calendar] = await rows("select definition from fettle.calendars where definition->>'name' = '24 × 7'");
  const clocks = await rows(`
    select state, consumed_seconds, history, extract(epoch from due_at) * 1000 as due, extract(epoch from stopped_at) * 1000 as stopped,
      extract(epoch from breached_at) * 1000 as breached, extract(epoch from next_threshold_at) * 1000 as next, next_percent, passed_percent
    from fettle.ticket_clocks`);
  expect(clocks.length).toBeGreaterThan(COUNT);
  for (const row of clocks) {
    const clock = rebuildClock(row.history, () => calendar.definition);
    const at = (iso: string | null | undefined) => (iso ? Date.parse(iso) : null);
    const number = (value: unknown) => (value === null ? null : Number(value));
    expect({
      ...{
        state: clock?.state,
        consumed: clock?.consumedSeconds,
        due: at(clock?.dueAt),
        stopped: at(clock?.stoppedAt),
      },
      ...{ breached: at(clock?.breachedAt), next: at(clock?.nextThreshold?.at), passed: clock?.passedPercent },
    }).toEqual({
      ...{ state: row.state, consumed: row.consumed_seconds, due: number(row.due), stopped: number(row.stopped) },
      ...{ breached: number(row.breached), next: number(row.next), passed: row.passed_percent },
    });
  }
});

test('a ticket made by commands fills no table that the generated ones leave empty', async () => {
  const [{ id: clientId }] = (await call<{ items: { id: string }[] }>('GET', '/clients?q=C000')).items as [
    { id: string },
  ];
  const made = await call('POST', '/tickets', {
    kind: 'incident',
    clientId,
    title: 'By hand',
    tags: ['one'],
    custom: { asset: 'x' },
  });
  await call('POST', `/tickets/${made.id}/assign`, { assigneeId: owner.id });
  await call('POST', `/tickets/${made.id}/messages`, { visibility: 'public', body: '<p>Seen</p>', minutes: 5 });
  const tables = await rows(`
    select c.relname as name, case when c.relname = 'events' then 'subject_id' else a.attname end as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relnamespace = 'fettle'::regnamespace and c.relkind = 'r' and a.attname in ('ticket_id', 'subject_id')`);
  for (const { name, column } of tables) {
    const [found] = await rows(`select count(*) filter (where ${column} = '${made.id}')::int as hers,
      count(*) filter (where ${column} <> '${made.id}')::int as others from fettle.${name}`);
    if (found.hers > 0) expect(found.others, name).toBeGreaterThan(0);
  }
});

test('versions, counters and search say the same as the log', async () => {
  expect(
    await rows(`select t.key from fettle.tickets t where t.version <> 1 + (
      select count(*) from fettle.events e where e.subject_id = t.id and e.data ? 'version')`),
  ).toEqual([]);
  expect(
    await rows(
      'select id from fettle.clients c where next_number <= (select max(number) from fettle.tickets t where t.client_id = c.id)',
    ),
  ).toEqual([]);
  expect(
    await rows(
      'select d.ticket_id from fettle.search_documents d join fettle.tickets t on t.id = d.ticket_id where d.is_open <> t.is_open',
    ),
  ).toEqual([]);
});

test('every clock is what the log of its ticket makes it', async () => {
  const { differences, unknown } = await verifyClocks(desk.services);
  expect(differences).toEqual([]);
  expect(unknown).toBe(0);
});
