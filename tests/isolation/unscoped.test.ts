import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { appUrl, contextKey, type Scope, SYSTEM, signScope } from '#platform/database/index.ts';
import { TEST_SECRET } from '../database.ts';
import { hire } from '../people.ts';
import { tablesOfClients } from './sweep/rows.ts';
import { openScene } from './sweep/scene.ts';

/** What the program’s own role sees where no scope is stated, or one that is not genuine. */
const scene = await openScene();
await hire(scene.desk, { clientIds: [scene.home.client] });
const client = new pg.Client({ connectionString: appUrl(scene.desk.adminUrl, TEST_SECRET) });
await client.connect();
afterAll(() => client.end());

const { rows: tables } = await scene.admin.query<{ name: string }>(
  `select c.relname as name from pg_class c where c.relnamespace = 'fettle'::regnamespace and c.relkind in ('r', 'p', 'v')
     and has_table_privilege('fettle_app', c.oid, 'select') order by 1`,
);
/** Holds no data; readiness asks it without a scope (see reviewed.ts). */
const OPEN = ['migrations'];
/** Nothing of the scene is in these; the row would be seen all the same. */
const EMPTY = [
  'bulk_change_items',
  'bulk_changes',
  'cab_invitations',
  'idempotency',
  'identity_providers',
  'lifecycles',
  'mail_sending',
  'mail_server',
  'dkim_keys',
  'mailbox_access',
  'mailbox_items',
  'mailbox_oauth',
  'notification_preferences',
  'roles',
  'sample_bundles',
  'sample_load',
  'staff_leave',
  'sign_in_attempts',
];

const key = contextKey(TEST_SECRET);
const now = Math.floor(Date.now() / 1000);
const genuine = signScope(SYSTEM, key, now);
const limited: Scope = { principal: 'staff', principalId: newId(), allClients: false, clientIds: [scene.home.client] };
const tampered = signScope(limited, key, now).replace(scene.home.client, scene.foreign.client);

const CONTEXTS: readonly [what: string, context: string | null][] = [
  ['no context', null],
  ['an empty context', ''],
  ['blanks', '   '],
  ['words', 'system'],
  ['a payload without its signature', genuine.slice(65)],
  ['a signature of nothing', genuine.slice(0, 65)],
  ['a forged signature', `${'0'.repeat(64)}.${genuine.slice(65)}`],
  ['a signature by another installation’s key', signScope(SYSTEM, contextKey(Buffer.from('another')), now)],
  ['a context that has expired', signScope(SYSTEM, key, now - 3601)],
  ['another client in place of the one that was signed', tampered],
  ['all clients in place of some', signScope(limited, key, now).replace('|some|', '|all|')],
  ['a longer life than was signed', genuine.replace(/\.\d+\|/, `.${now + 9_999_999}|`)],
  ['a client added at the end', `${signScope(limited, key, now)},${scene.foreign.client}`],
  ['the program in place of a person', signScope(limited, key, now).replace('|staff|', '|system|')],
];

/** How many rows of each table are seen under a context; only tables with any. */
async function seen(context: string | null): Promise<Record<string, number>> {
  await client.query('begin');
  try {
    if (context !== null) await client.query(`set local fettle.ctx = '${context}'`);
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from fettle.${name}`);
      if (rows[0]?.n) found[name] = rows[0].n;
    }
    return found;
  } finally {
    await client.query('rollback');
  }
}

test('under a genuine scope there is something to be seen in every table', async () => {
  const found = await seen(genuine);
  expect(tables.map(({ name }) => name).filter((name) => !found[name] && !EMPTY.includes(name))).toEqual([]);
});

test.each(CONTEXTS)('with %s a query finds nothing, in any table', async (_, context) => {
  expect(Object.keys(await seen(context)).filter((name) => !OPEN.includes(name))).toEqual([]);
});

test('somebody who works for no client finds nothing of any', async () => {
  const found = await seen(signScope({ ...limited, clientIds: [] }, key, now));
  const ofClients = await tablesOfClients(scene.admin);
  // What the provider did and set for itself has no client.
  expect(Object.keys(found).filter((name) => ofClients.includes(name))).toEqual(['events', 'settings']);
});

test.each(CONTEXTS)('with %s nothing is written, and functions find nothing', async (_, context) => {
  const refused: readonly [sql: string, values: unknown[]][] = [
    [
      'insert into fettle.sites (client_id, id, name, created_at, updated_at) values ($1, $2, $3, now(), now())',
      [scene.foreign.client, newId(), 'x'],
    ],
    [
      'insert into fettle.events (id, client_id, at, subject_type, subject_id, type, actor_kind, actor_name) values ($1, $2, now(), $3, $1, $3, $3, $3)',
      [newId(), scene.foreign.client, 'x'],
    ],
    ['select app.index_message($1, $2, now(), $3, true)', [scene.foreign.client, scene.foreign.ticket.id, 'x']],
    ['select app.forget_ticket($1, $2)', [scene.foreign.client, scene.foreign.ticket.id]],
    ['select app.index_contact($1, $2, $3, $3, $3, true)', [scene.foreign.client, scene.foreign.asker, 'x']],
    ['select app.learn_words(1, now())', []],
  ];
  const nothing: readonly [sql: string, values: unknown[]][] = [
    ["select * from app.find_tickets('zqforeign:*'::tsquery, null, false, 10, null, null)", []],
    ["select * from app.find_contacts('zqforeign', null, null, 10, null, null)", []],
    ["select * from app.find_items('zqforeign', null, 10)", []],
    ["select * from app.find_alerts('zqforeign', null, 10)", []],
    ['update fettle.tickets set version = 99 returning 1', []],
    ['update fettle.clients set next_number = 99 returning 1', []],
    ['delete from fettle.time_entries returning 1', []],
    ['delete from fettle.sessions returning 1', []],
  ];
  for (const [sql, values] of [...refused, ...nothing]) {
    await client.query('begin');
    if (context !== null) await client.query(`set local fettle.ctx = '${context}'`);
    const outcome = await client.query(sql, values).then(
      ({ rows }) => rows.length,
      (error: pg.DatabaseError) => error.code ?? '',
    );
    await client.query('rollback');
    expect([sql, outcome]).toEqual([sql, refused.some(([one]) => one === sql) ? '42501' : 0]);
  }
});

test('the key that signs contexts, the tables of search and the log’s past are out of the program’s reach', async () => {
  for (const sql of [
    'select * from private.context_key',
    'select * from fettle.search_documents',
    'select * from fettle.search_words',
    'select * from fettle.contact_words',
    'select * from fettle.item_words',
    'select * from fettle.alert_words',
    'update fettle.events set data = null',
    'delete from fettle.events',
    'truncate fettle.tickets',
    'create table fettle.mine (id int)',
    'alter table fettle.tickets disable row level security',
    'set role fettle_owner',
    "set session authorization 'fettle_owner'",
    'set row_security = off; select * from fettle.tickets',
    "create function app.mine() returns int language sql as 'select 1'",
  ])
    await expect(client.query(sql), sql).rejects.toThrow(
      /permission denied|must be owner|would be affected|not permitted/,
    );
});

test('a context ends with its transaction, however that ends', async () => {
  const setting = async () =>
    (await client.query<{ ctx: string | null }>("select current_setting('fettle.ctx', true) as ctx")).rows[0]?.ctx ||
    null;
  for (const end of ['commit', 'rollback', 'select 1/0; commit', 'savepoint a; rollback to savepoint a; commit']) {
    await client.query(`begin; set local fettle.ctx = '${genuine}'`);
    expect(await setting()).toBe(genuine);
    await client.query(end).catch(() => client.query('rollback'));
    expect([end, await setting()]).toEqual([end, null]);
  }
});
