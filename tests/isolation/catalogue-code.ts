import type pg from 'pg';
import { DEFINERS, GLOBAL_TABLES, QUEUE_TABLES } from './reviewed.ts';

const OURS = `('fettle', 'app', 'private', 'public', 'pgboss')`;

async function names(client: pg.Client, sql: string): Promise<string[]> {
  return (await client.query<{ name: string }>(sql)).rows.map((row) => row.name);
}

/** Views that would read with their owner’s rights, and materialised ones, which no policy covers. */
export async function checkViews(client: pg.Client): Promise<string[]> {
  const found = await names(
    client,
    `select format('%s.%s', c.relnamespace::regnamespace, c.relname) as name from pg_class c
     where c.relnamespace::regnamespace::text in ${OURS}
       and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false))
     order by 1`,
  );
  return found.map((name) => `view ${name} is not security_invoker`);
}

/** Functions with their owner’s rights: on the list, with a path that nobody can put a table in front of. */
export async function checkFunctions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; path: string | null; open: boolean }>(
    `select p.oid::regprocedure::text as name,
       (select substr(s, 13) from unnest(p.proconfig) s where s like 'search\\_path=%') as path,
       p.pronamespace <> 'app'::regnamespace and has_function_privilege('fettle_app', p.oid, 'execute') as open
     from pg_proc p where p.prosecdef and p.pronamespace::regnamespace::text in ${OURS} order by 1`,
  );
  return rows.flatMap(({ name, path, open }) => [
    ...(DEFINERS[name] ? [] : [`function ${name} is SECURITY DEFINER and not reviewed`]),
    ...(path === null ? [`function ${name} is SECURITY DEFINER without a search_path`] : []),
    ...(path !== null && !/(^|, )pg_temp$/.test(path)
      ? [`function ${name}: pg_temp does not end its search_path`]
      : []),
    ...(open ? [`function ${name} is outside schema app, yet fettle_app may call it`] : []),
  ]);
}

/** The job queue’s tables: known ones, and none the program’s own. */
export async function checkQueue(client: pg.Client): Promise<string[]> {
  const found = await names(
    client,
    `select relname as name from pg_class c where relnamespace = 'pgboss'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`,
  );
  return found.filter((name) => !QUEUE_TABLES.includes(name)).map((name) => `queue table ${name} is not reviewed`);
}

/** The program’s own role: owns nothing, bypasses nothing, makes nothing. */
export async function checkRole(client: pg.Client): Promise<string[]> {
  const attributes = await names(
    client,
    `select u.name from pg_roles r, unnest(
       array['superuser', 'bypass of row-level security', 'creation of roles', 'creation of databases', 'replication'],
       array[r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication]) u(name, granted)
     where r.rolname = 'fettle_app' and u.granted`,
  );
  const owned = await names(
    client,
    `select pg_describe_object(d.classid, d.objid, d.objsubid) as name from pg_shdepend d
     where d.refclassid = 'pg_authid'::regclass and d.refobjid = 'fettle_app'::regrole and d.deptype = 'o'
       and d.dbid in (0, (select oid from pg_database where datname = current_database()))`,
  );
  const member = await names(
    client,
    `select roleid::regrole::text as name from pg_auth_members where member = 'fettle_app'::regrole`,
  );
  const makes = await names(
    client,
    `select 'create in schema ' || nspname as name from pg_namespace where nspname !~ '^pg_(temp|toast)' and has_schema_privilege('fettle_app', oid, 'create')
     union all select 'create in the database' where has_database_privilege('fettle_app', current_database(), 'create')
     union all select 'temporary tables' where has_database_privilege('fettle_app', current_database(), 'temp')
     union all select 'use of schema private' where has_schema_privilege('fettle_app', 'private', 'usage')`,
  );
  const excess = await names(
    client,
    `select format('%s on %s.%s', lower(a.privilege_type), c.relnamespace::regnamespace, c.relname) as name
     from pg_class c cross join aclexplode(c.relacl) a
     where c.relnamespace::regnamespace::text in ${OURS} and c.relkind in ('r', 'p', 'v', 'm')
       and a.grantee in (0, 'fettle_app'::regrole) and (a.grantee = 0 and c.relnamespace <> 'public'::regnamespace or a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))
     order by 1`,
  );
  return [
    ...attributes.map((name) => `fettle_app has ${name}`),
    ...owned.map((name) => `fettle_app owns ${name}`),
    ...member.map((name) => `fettle_app is a member of ${name}`),
    ...makes.map((name) => `fettle_app may: ${name}`),
    ...excess.map((name) => `fettle_app or everybody may: ${name}`),
  ];
}

/** Lines of the reviewed lists that nothing needs any more: a list is worth something only while it is true. */
export async function staleReviews(client: pg.Client): Promise<string[]> {
  const tables = new Set(
    await names(client, `select relname as name from pg_class where relnamespace = 'fettle'::regnamespace`),
  );
  const functions = new Set(await names(client, `select oid::regprocedure::text as name from pg_proc where prosecdef`));
  return [
    ...Object.keys(GLOBAL_TABLES).filter((name) => !tables.has(name)),
    ...Object.keys(DEFINERS).filter((name) => !functions.has(name)),
  ];
}
