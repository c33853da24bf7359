import type pg from 'pg';
import { checkFunctions, checkQueue, checkRole, checkViews } from './catalogue-code.ts';
import { CROSSING_KEYS, DEFINER_POLICIES, GLOBAL_KEYS, GLOBAL_TABLES, OWN_POLICIES, UNFORCED } from './reviewed.ts';

type Table = { name: string; scoped: boolean; enabled: boolean; forced: boolean };
type Policy = {
  table: string;
  name: string;
  permissive: boolean;
  command: string;
  /** Whom it is for; empty: everybody. */
  roles: string;
  using: string;
  check: string | null;
};
type Key = { table: string; name: string; first: string };
type ForeignKey = { name: string; table: string; target: string; own: string[]; their: string[] };

/** What private.protect writes for rows of a client, as PostgreSQL prints it. */
const IN_SCOPE =
  '(( SELECT app.sees_all() AS sees_all) OR (client_id = ANY (( SELECT app.clients() AS clients)::uuid[])))';
const STAFF = "(( SELECT app.principal() AS principal) = ANY (ARRAY['staff'::text, 'system'::text]))";
const SYSTEM = "(( SELECT app.principal() AS principal) = 'system'::text)";
const CONTACT = "(( SELECT app.principal() AS principal) = 'contact'::text)";

const TABLES = `
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped) as scoped
  from pg_class c where c.relnamespace = 'fettle'::regnamespace and c.relkind in ('r', 'p') order by 1`;
const POLICIES = `
  select c.relname as table, p.polname as name, p.polpermissive as permissive, p.polcmd as command,
    array_to_string(array(select r.rolname from pg_roles r where r.oid = any (p.polroles) order by 1), ', ') as roles,
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
  from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'fettle'::regnamespace order by 1, 2`;
const KEYS = `
  select c.relname as table, i.relname as name, coalesce(a.attname, '(expression)') as first
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
  left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0] and x.indkey[0] <> 0
  where c.relnamespace = 'fettle'::regnamespace and x.indisunique order by 1, 2`;
const FOREIGN_KEYS = `
  select k.conname as name, c.relname as table, t.relname as target,
    array(select a.attname::text from unnest(k.conkey) with ordinality u(n, i) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.i) as own,
    array(select a.attname::text from unnest(k.confkey) with ordinality u(n, i) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.i) as their
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
  where k.contype = 'f' and c.relnamespace = 'fettle'::regnamespace order by 1`;

function tableFaults(table: Table): string[] {
  const faults: string[] = [];
  const { name } = table;
  if (!table.scoped && !GLOBAL_TABLES[name]) faults.push(`table ${name} has no client_id and is not reviewed`);
  if (!table.enabled && name !== 'migrations') faults.push(`table ${name} has no row-level security`);
  if (!table.forced && !UNFORCED[name]) faults.push(`table ${name} does not force row-level security`);
  return faults;
}

function policyFaults(table: Table, policies: readonly Policy[]): string[] {
  const { name } = table;
  if (OWN_POLICIES[name] || UNFORCED[name] || name === 'idempotency') return [];
  const permissive = policies.filter((policy) => policy.permissive);
  const known = (policy: Policy) => {
    if (policy.roles !== '')
      return policy.roles === 'fettle_search' && policy.command === 'r' && DEFINER_POLICIES[`${name}.${policy.name}`];
    if (table.scoped && policy.using === IN_SCOPE) return policy.check === IN_SCOPE && policy.command === '*';
    if (policy.using === STAFF || policy.using === SYSTEM) return !table.scoped && policy.check === policy.using;
    return !table.scoped && policy.using === CONTACT && policy.command === 'r';
  };
  return [
    ...(permissive.length === 0 ? [`table ${name} has no policy that lets anybody in`] : []),
    ...permissive
      .filter((policy) => !known(policy))
      .map((policy) => `table ${name}: policy ${policy.name} is not standard`),
  ];
}

function keyFaults(keys: readonly Key[], scoped: ReadonlySet<string>): string[] {
  return keys
    .filter((key) => scoped.has(key.table) && key.first !== 'client_id' && !GLOBAL_KEYS[key.name])
    .map((key) => `unique key ${key.name} of ${key.table} begins with ${key.first}, not with client_id`);
}

function foreignKeyFaults(keys: readonly ForeignKey[], scoped: ReadonlySet<string>): string[] {
  return keys
    .filter(({ table, target }) => scoped.has(table) && scoped.has(target))
    .filter(({ name, target, own, their }) => {
      if (CROSSING_KEYS[name]) return false;
      if (target === 'clients') return own[0] !== 'client_id';
      return own[0] !== 'client_id' || their[0] !== 'client_id';
    })
    .map(({ name, table, target }) => `foreign key ${name} of ${table} reaches ${target} without client_id`);
}

/** Everything in the catalogue of the database that escapes the pattern of isolation; empty when all is well. */
export async function catalogueFaults(client: pg.Client): Promise<string[]> {
  // Names are printed with their schema only when that is not on the path.
  await client.query('set search_path = pg_catalog');
  const tables = (await client.query<Table>(TABLES)).rows;
  const policies = Map.groupBy((await client.query<Policy>(POLICIES)).rows, (policy) => policy.table);
  const keys = (await client.query<Key>(KEYS)).rows;
  const foreignKeys = (await client.query<ForeignKey>(FOREIGN_KEYS)).rows;
  const scoped = new Set(tables.filter((table) => table.scoped).map((table) => table.name));
  return [
    ...tables.flatMap((table) => [...tableFaults(table), ...policyFaults(table, policies.get(table.name) ?? [])]),
    ...keyFaults(keys, scoped),
    ...foreignKeyFaults(foreignKeys, scoped),
    ...(await checkViews(client)),
    ...(await checkFunctions(client)),
    ...(await checkQueue(client)),
    ...(await checkRole(client)),
  ];
}
