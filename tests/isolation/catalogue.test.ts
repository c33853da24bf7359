import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../database.ts';
import { catalogueFaults } from './catalogue.ts';
import { staleReviews } from './catalogue-code.ts';

const database = await freshDatabase();
const client = new pg.Client({ connectionString: database.adminUrl });
await client.connect();
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('everything in the database follows the pattern of isolation or is on the reviewed list', async () => {
  expect(await catalogueFaults(client)).toEqual([]);
});

test('the reviewed list holds nothing that is gone', async () => {
  expect(await staleReviews(client)).toEqual([]);
});

const PLANTED: readonly [what: string, sql: string, found: string][] = [
  [
    'a table that forgot its policy',
    'create table fettle.planted (client_id uuid not null, id uuid, primary key (client_id, id))',
    'table planted has no row-level security',
  ],
  [
    'a table of nobody',
    'create table fettle.planted (id uuid primary key)',
    'table planted has no client_id and is not reviewed',
  ],
  [
    'policies that do not bind the owner',
    'alter table fettle.tickets no force row level security',
    'table tickets does not force row-level security',
  ],
  [
    'a policy that lets everybody read',
    'create policy open on fettle.tickets for select using (true)',
    'table tickets: policy open is not standard',
  ],
  [
    'a policy that lets a role of functions read all',
    'create policy counted on fettle.sites for select to fettle_search using (true)',
    'table sites: policy counted is not standard',
  ],
  [
    'a policy that checks less on writing than on reading',
    'alter policy scope on fettle.sites with check (true)',
    'table sites: policy scope is not standard',
  ],
  [
    'a plain foreign key',
    `alter table fettle.sites add unique (id); alter table fettle.tickets add constraint planted foreign key (site_id) references fettle.sites (id)`,
    'foreign key planted of tickets reaches sites without client_id',
  ],
  [
    'a unique key across clients',
    'create unique index planted on fettle.contacts (email)',
    'unique key planted of contacts begins with email, not with client_id',
  ],
  [
    'a view with its owner’s rights',
    'create view fettle.planted as select * from fettle.tickets',
    'view fettle.planted is not security_invoker',
  ],
  [
    'a materialised view',
    'create materialized view fettle.planted as select id from fettle.tickets',
    'view fettle.planted is not security_invoker',
  ],
  [
    'a definer function without a path',
    `create function app.planted() returns bigint language sql security definer as 'select count(*) from fettle.tickets'`,
    'function app.planted() is SECURITY DEFINER without a search_path',
  ],
  [
    'a definer function that nobody reviewed',
    `create function app.planted() returns bigint language sql security definer set search_path = pg_catalog, pg_temp as 'select 1::bigint'`,
    'function app.planted() is SECURITY DEFINER and not reviewed',
  ],
  [
    'a definer function that looks into temporary tables first',
    'alter function app.find_contacts set search_path = fettle',
    'function app.find_contacts(text,uuid,boolean,integer,text,uuid): pg_temp does not end its search_path',
  ],
  [
    'a table owned by the program',
    'alter table fettle.sites owner to fettle_app',
    'fettle_app owns table fettle.sites',
  ],
  ['a role for the program', 'grant fettle_search to fettle_app', 'fettle_app is a member of fettle_search'],
  [
    'tables made by the program',
    'grant create on schema fettle to fettle_app',
    'fettle_app may: create in schema fettle',
  ],
  [
    'a way around deletion',
    'grant truncate on fettle.tickets to fettle_app',
    'fettle_app or everybody may: truncate on fettle.tickets',
  ],
  [
    'a table for everybody',
    'grant select on fettle.tickets to public',
    'fettle_app or everybody may: select on fettle.tickets',
  ],
];

test.each(PLANTED)('a planted fault is found: %s', async (_what, sql, found) => {
  await client.query('begin');
  try {
    await client.query(sql);
    expect(await catalogueFaults(client)).toContain(found);
  } finally {
    await client.query('rollback');
  }
});
