import pg from 'pg';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { prepareDatabase } from '#server/program.ts';
import type { SettingView } from '#shared/settings.ts';
import { emptyDatabase, TEST_SECRET } from '#tests/database.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { migrate } from './migrate.ts';

/** What an installation had stored before a migration that changes it, and what it has afterwards. */
const database = await emptyDatabase();
const { adminUrl } = database;
const queryOf =
  (url: string) =>
  async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };

const query = queryOf(adminUrl);

test('how clients’ people sign in holds as it was said before there were passwords', async () => {
  await migrate(adminUrl, TEST_SECRET, '0108');
  const group = newId();
  await query(`insert into fettle.client_groups (id, name, created_at, updated_at) values ($1, 'Gold', now(), now())`, [
    group,
  ]);
  const store = (key: string, groupId: string | null, value: object) =>
    query(
      `insert into fettle.settings (id, key, group_id, value, version, updated_at) values ($1, $2, $3, $4, 3, '2026-01-05T00:00:00Z')`,
      [newId(), key, groupId, value],
    );
  await store('portal.signIn', null, { mail: true, sso: false, sessionHours: 12 });
  await store('portal.signIn', group, { mail: false, sso: true, sessionHours: 720 });
  await store('portal.sees', null, { mail: true });
  await migrate(adminUrl, TEST_SECRET);

  const added = { password: false, secondFactor: 'optional', ssoSecondFactor: false };
  expect(
    await query(
      `select group_id, value, version from fettle.settings where key = 'portal.signIn' order by group_id nulls first`,
    ),
  ).toEqual([
    { group_id: null, version: 3, value: { mail: true, sso: false, sessionHours: 12, ...added } },
    { group_id: group, version: 3, value: { mail: false, sso: true, sessionHours: 720, ...added } },
  ]);
  expect(await query(`select value from fettle.settings where key = 'portal.sees'`)).toEqual([
    { value: { mail: true } },
  ]);
  expect(
    await query(`select relforcerowsecurity as forced from pg_class where oid = 'fettle.settings'::regclass`),
  ).toEqual([{ forced: true }]);
  await query(`delete from fettle.settings where key = 'portal.sees'`);

  // And the program reads it as it is.
  await prepareDatabase(adminUrl, TEST_SECRET);
  const desk = await openDesk({ roles: ['web'], database });
  const owner = await hire(desk);
  const { items } = (await owner.call('GET', `/settings?groupId=${group}`)).body as { items: SettingView[] };
  expect(items.find(({ key }) => key === 'portal.signIn')?.value).toEqual({
    ...{ mail: false, sso: true, sessionHours: 720 },
    ...added,
  });
});

test('who had a part in a change before that was kept stays out of deciding about it', async () => {
  const before = await emptyDatabase();
  const client = new pg.Client({ connectionString: before.adminUrl });
  await migrate(before.adminUrl, TEST_SECRET, '0163');
  await client.connect();
  const [clientId, ticketId, had, took, wrote, looked] = [newId(), newId(), newId(), newId(), newId(), newId()];
  // The rows that they hang on are beside the point.
  await client.query("set session_replication_role = 'replica'");
  await client.query(
    `insert into fettle.changes (client_id, ticket_id, model_id, type, writers, created_at, updated_at) values ($1, $2, $3, 'normal', '{}', now(), now())`,
    [clientId, ticketId, newId()],
  );
  const happened = (type: string, actor: string, changes: object) =>
    client.query(
      `insert into fettle.events (id, client_id, at, subject_type, subject_id, type, actor_kind, actor_id, actor_name, data)
       values ($1, $2, now(), 'ticket', $3, $4, 'staff', $5, 'Somebody', $6)`,
      [newId(), clientId, ticketId, type, actor, { changes }],
    );
  await happened('ticket.assigned', looked, { assignee_id: [had, took] });
  await happened('ticket.updated', wrote, { title: ['Old', 'New'] });
  await client.query("set session_replication_role = 'origin'");
  await client.end();
  await migrate(before.adminUrl, TEST_SECRET);
  const [row] = await queryOf(before.adminUrl)<{ took_part: string[] }>('select took_part from fettle.changes');
  expect([...(row?.took_part ?? [])].sort()).toEqual([had, took, wrote].sort());
  const forced = `select relname from pg_class where oid in ('fettle.changes'::regclass, 'fettle.events'::regclass) and not relforcerowsecurity`;
  expect(await queryOf(before.adminUrl)(forced)).toEqual([]);
});

test('what people had typed of items identifies them, and who shares it is proposed', async () => {
  const before = await emptyDatabase();
  const run = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: before.adminUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  await migrate(before.adminUrl, TEST_SECRET, '0151');
  const clientId = newId();
  await run(
    `insert into fettle.clients (id, name, code, time_zone, created_at, updated_at) values ($1, 'Acme', 'ACME', 'UTC', now(), now())`,
    [clientId],
  );
  const add = async (attributes: object) => {
    const id = newId();
    await run(
      `insert into fettle.configuration_items (client_id, id, class_key, name, created_at, updated_at) values ($1, $2, 'laptop', 'One', now(), now())`,
      [clientId, id],
    );
    await run(
      `insert into fettle.ci_sources (client_id, id, item_id, source_kind, attributes, first_at, seen_at) values ($1, $2, $3, 'person', $4, now(), now())`,
      [clientId, newId(), id, attributes],
    );
    return id;
  };
  const first = await add({ serial: ' typed  0001', macAddress: '8c:04:ba:11:22:33, 02:00:00:00:00:01' });
  const second = await add({ serial: 'TYPED 0001' });
  await add({ serial: 'To be filled by O.E.M.', macAddress: 'zz:zz' });
  await migrate(before.adminUrl, TEST_SECRET);
  expect(
    await run('select item_id, kind, value from fettle.ci_identifiers order by item_id = $1 desc, kind', [first]),
  ).toEqual([
    { item_id: first, kind: 'mac', value: '8c04ba112233' },
    { item_id: first, kind: 'serial', value: 'TYPED 0001' },
    { item_id: second, kind: 'serial', value: 'TYPED 0001' },
  ]);
  expect(await run('select why from fettle.ci_duplicates')).toEqual([
    { why: [{ kind: 'serial', value: 'TYPED 0001' }] },
  ]);
});

test('what was told of major incidents before has a report, with no word of their reviews', async () => {
  const before = await emptyDatabase();
  await migrate(before.adminUrl, TEST_SECRET, '0169');
  const client = new pg.Client({ connectionString: before.adminUrl });
  await client.connect();
  const [provider, clientId, wholeId, told, other] = [newId(), newId(), newId(), newId(), newId()];
  // The rows that they hang on are beside the point.
  await client.query("set session_replication_role = 'replica'");
  for (const id of [told, other])
    await client.query(
      `insert into fettle.announcements (id, kind, title, from_at, created_at, updated_at) values ($1, 'outage', 'Down', now(), now(), now())`,
      [id],
    );
  const review = { happened: 'A plug was pulled', wentWell: '', toImprove: '', actions: [] };
  await client.query(
    `insert into fettle.major_incidents (client_id, ticket_id, state, reason, proposed_by, proposed_at, declared_at, told_title,
       cadence_minutes, announcement_id, review, updated_at)
     values ($1, $2, 'review', 'Down', 'Somebody', now(), '2026-11-02T08:00:00Z', 'Down', 30, $3, $4, now())`,
    [provider, wholeId, told, review],
  );
  await client.query(
    `insert into fettle.ticket_spans (client_id, whole_client_id, whole_id, kind, key, title, status, status_category, brief, since, updated_at)
     values ($1, $2, $3, 'incident', 'HIT-1', 'Down', 'new', 'new', '{"state": "review"}', now(), now())`,
    [clientId, provider, wholeId],
  );
  await client.query("set session_replication_role = 'origin'");
  await client.end();
  await migrate(before.adminUrl, TEST_SECRET);
  const ask = queryOf(before.adminUrl);
  expect(await ask('select whole_id from fettle.announcements order by id = $1', [other])).toEqual([
    { whole_id: wholeId },
    { whole_id: null },
  ]);
  expect(await ask('select review from fettle.major_incidents')).toEqual([{ review: { ...review, forClients: '' } }]);
  expect(await ask('select brief from fettle.ticket_spans')).toEqual([
    { brief: { state: 'review', review: '', declaredAt: '2026-11-02T08:00:00.000Z' } },
  ]);
  const loose = `select relname from pg_class where not relforcerowsecurity
    and oid in ('fettle.announcements'::regclass, 'fettle.major_incidents'::regclass, 'fettle.ticket_spans'::regclass)`;
  expect(await ask(loose)).toEqual([]);
});
