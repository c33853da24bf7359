import { sql } from 'kysely';
import { Fault, type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/record/index.ts';
import type { CreateRate, RateView, SaveRate } from '#shared/contract.ts';
import { BUILT_IN_ROLES } from '#shared/permissions.ts';
import { refuseSent } from './contracts.ts';

const WHAT = 'A rate for everybody';

/** The rates: everybody's, and those of clients that the reader sees (or of one), the nearest and latest last. */
export async function listRates(ctx: Ctx, clientId: string | null): Promise<RateView[]> {
  const { rows } = await sql<RateView>`
    with r as (
      select id, null::uuid as client_id, null::uuid as contract_id, staff_id, role_key, work_type_id, per_hour, from_day, version
      from rates
      union all
      select id, client_id, contract_id, staff_id, role_key, work_type_id, per_hour, from_day, version
      from client_rates where ${clientId}::uuid is null or client_id = ${clientId}::uuid
    )
    select r.id, ${calledIn('c')} as client, ${calledIn('k')} as contract, ${calledIn('s')} as staff,
      case when r.role_key is not null then jsonb_build_object('key', r.role_key, 'name', coalesce(o.name, r.role_key)) end as role,
      ${calledIn('w')} as "workType", r.per_hour as "perHour", r.from_day as "from", r.version
    from r left join clients c on c.id = r.client_id
    left join contracts k on k.client_id = r.client_id and k.id = r.contract_id
    left join staff s on s.id = r.staff_id left join roles o on o.key = r.role_key
    left join work_types w on w.id = r.work_type_id
    order by c.name nulls first, k.name nulls first, s.name nulls first, o.name nulls first, w.position nulls first, r.from_day, r.id
    limit 2000`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, role: row.role && (builtIn(row.role.key) ?? row.role) }));
}

/** Roles that every installation has stand in no table. */
const builtIn = (key: string) => {
  const role = BUILT_IN_ROLES.find((one) => one.key === key);
  return role && { key, name: role.name };
};

const calledIn = (table: string) =>
  sql`case when ${sql.ref(`${table}.id`)} is not null then jsonb_build_object('id', ${sql.ref(`${table}.id`)}, 'name', ${sql.ref(`${table}.name`)}) end`;

/**
 * Adds a rate, for everybody, for a client, or under one of its contracts. `invalid` where what it names is not there, `conflict` where there
 * is one for the same from the same day. Returns its id.
 */
export async function createRate(ctx: Ctx, { clientId, contractId, ...input }: CreateRate): Promise<string> {
  if (contractId && !clientId) throw invalid([{ path: 'clientId', message: 'must name the client of the contract' }]);
  if (!clientId) requireAllClients(ctx, WHAT);
  if (contractId) await refuseBound(ctx, contractId);
  await refuseUnknown(ctx, { clientId, contractId, ...input });
  await refuseTwin(ctx, { clientId, contractId, ...input });
  const { staffId = null, roleKey = null, workTypeId = null, perHour, from } = input;
  const fields = { staffId, roleKey, workTypeId, perHour, fromDay: from };
  if (!clientId) return createRecord(ctx, 'rates', 'rate', fields);
  return createRecord(ctx, 'client_rates', 'rate', { ...fields, contractId: contractId ?? null }, clientId);
}

/** Changes what an hour costs by a rate. What was billed stays as it is. */
export async function saveRate(ctx: Ctx, id: string, { version, perHour }: SaveRate): Promise<void> {
  const { clientId, contractId } = await whoseRate(ctx, id);
  if (contractId) await refuseBound(ctx, contractId);
  await updateRecord(ctx, clientId ? 'client_rates' : 'rates', 'rate', id, { version, perHour } as SaveRate, clientId);
}

/** Takes a rate away: what is not billed yet is priced by the next that fits. */
export async function removeRate(ctx: Ctx, id: string): Promise<void> {
  const { clientId, contractId } = await whoseRate(ctx, id);
  if (contractId) await refuseBound(ctx, contractId);
  await deleteRecord(ctx, clientId ? 'client_rates' : 'rates', 'rate', id, clientId);
}

type Whose = { clientId: string | null; contractId: string | null };

async function whoseRate(ctx: Ctx, id: string): Promise<Whose> {
  const { rows } = await sql<Whose>`
    select client_id as "clientId", contract_id as "contractId" from client_rates where id = ${id}
    union all select null, null from rates where id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('rate');
  if (row.clientId === null) requireAllClients(ctx, WHAT);
  return row;
}

/** `conflict` where the contract waits to be signed, or was: its rates are part of what is signed. */
async function refuseBound(ctx: Ctx, contractId: string): Promise<void> {
  const { rows } = await sql<{ state: string }>`select state from contracts where id = ${contractId} for share`.execute(
    ctx.tx,
  );
  if (rows[0]) refuseSent(rows[0].state);
}

type Named = { [K in Exclude<keyof CreateRate, 'perHour' | 'from'>]?: CreateRate[K] | undefined } & { from: string };

async function refuseUnknown(ctx: Ctx, named: Named): Promise<void> {
  const { rows } = await sql<Record<'client' | 'contract' | 'staff' | 'role' | 'workType', boolean>>`
    select exists (select from clients where id = ${named.clientId ?? null}::uuid) as client,
      exists (select from contracts where client_id = ${named.clientId ?? null}::uuid and id = ${named.contractId ?? null}::uuid) as contract,
      exists (select from staff where id = ${named.staffId ?? null}::uuid) as staff,
      exists (select from roles where key = ${named.roleKey ?? null}) as role,
      exists (select from work_types where id = ${named.workTypeId ?? null}::uuid and active) as "workType"`.execute(
    ctx.tx,
  );
  const [has] = rows;
  const faults: FieldError[] = [];
  const need = (given: unknown, there: boolean | undefined, path: string, what: string) => {
    if (given && !there) faults.push({ path, message: `is not ${what}` });
  };
  need(named.clientId, has?.client, 'clientId', 'a client that you see');
  need(named.contractId, has?.contract, 'contractId', 'a contract of this client');
  need(named.staffId, has?.staff, 'staffId', 'a person of the provider');
  need(named.roleKey, has?.role || builtIn(named.roleKey ?? '') !== undefined, 'roleKey', 'a role');
  need(named.workTypeId, has?.workType, 'workTypeId', 'a kind of work in use');
  if (faults.length > 0) throw invalid(faults);
}

async function refuseTwin(ctx: Ctx, named: Named): Promise<void> {
  const table = named.clientId ? 'client_rates' : 'rates';
  const place = named.clientId
    ? sql`client_id = ${named.clientId} and contract_id is not distinct from ${named.contractId ?? null}`
    : sql`true`;
  const { rows } = await sql`
    select from ${sql.table(table)} where ${place} and from_day = ${named.from}
      and staff_id is not distinct from ${named.staffId ?? null} and role_key is not distinct from ${named.roleKey ?? null}
      and work_type_id is not distinct from ${named.workTypeId ?? null}`.execute(ctx.tx);
  if (rows.length > 0) throw new Fault('conflict', 'There is a rate for the same from the same day. Change that one.');
}
