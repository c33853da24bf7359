import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx, Services } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { Session as Visit } from '#platform/http/index.ts';
import {
  asManager,
  BUTTON_MS,
  faultOf,
  openConnector,
  readConnector,
  type Script,
} from '#server/connectors/core/index.ts';
import { loadClasses } from '#server/practices/configuration/index.ts';
import type { ScriptView } from '#shared/script.ts';

const MOST_TEXT = 2_000;

type Row = Omit<ScriptView, 'className'>;

/** What a system can run, the approved first. Under the program's scope. */
export async function listScripts(ctx: Ctx, connectorId: string): Promise<ScriptView[]> {
  const classes = await loadClasses(ctx);
  const { rows } = await sql<Row>`
    select id, name, description, parameters, approved, second_person as "secondPerson", class_key as "classKey", fixed,
      decided_by as "decidedBy", decided_at as "decidedAt", withdrawn_why as "withdrawnWhy", gone_at is not null as gone, version
    from connector_scripts where connector_id = ${connectorId} and (gone_at is null or approved)
    order by not approved, lower(name), external_id limit 2000`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, className: classes.nameOf(row.classKey) }));
}

/** Asks a connector's system for what it can run, and answers with what is known then. What it says in vain is told by its field. */
export async function readScripts(services: Services, visit: Visit | null, id: string): Promise<ScriptView[]> {
  const connector = await asManager(services, visit, (ctx) => readConnector(ctx, id));
  const { provider, session } = await openConnector(services, connector, AbortSignal.timeout(BUTTON_MS));
  if (!provider.abilities.scripts || !session.scripts)
    throw invalid([{ path: 'id', message: `is of ${provider.name}, which runs no scripts for others` }]);
  const scripts = await session.scripts().catch((error: unknown) => {
    services.log.info({ err: error, connector: id }, 'scripts: a list could not be read');
    throw invalid([{ path: 'id', message: `cannot be asked: ${faultOf(error).text}` }]);
  });
  return asManager(services, visit, async (ctx) => {
    await readConnector(ctx, id, { lock: true });
    await keepScripts(ctx, id, connector.name, scripts);
    return listScripts(ctx, id);
  });
}

const KEEP = `
insert into connector_scripts as s (id, connector_id, external_id, name, description, parameters)
select id, $1, external_id, name, description, parameters
from jsonb_to_recordset($2::jsonb) as n (id uuid, external_id text, name text, description text, parameters jsonb)
on conflict (connector_id, external_id) do update set name = excluded.name, description = excluded.description,
  parameters = excluded.parameters, gone_at = null, version = s.version + 1,
  approved = s.approved and s.parameters = excluded.parameters,
  fixed = case when s.parameters = excluded.parameters then s.fixed else '{}' end,
  withdrawn_why = case when s.approved and s.parameters <> excluded.parameters
    then 'Its parameters have changed since it was approved.' else s.withdrawn_why end
where (s.name, s.description, s.parameters) is distinct from (excluded.name, excluded.description, excluded.parameters)
  or s.gone_at is not null`;
const GONE = `
update connector_scripts set gone_at = $3, version = version + 1
where connector_id = $1 and gone_at is null and not external_id = any ($2::text[])`;

/** Keeps a list that was read whole; an approval ends where its script asks for other values by now. */
async function keepScripts(ctx: Ctx, id: string, name: string, scripts: readonly Script[]): Promise<void> {
  const rows = new Map(scripts.map((script) => [script.externalId, rowOf(script)]));
  await ctx.hot('scripts_keep', KEEP, [id, JSON.stringify([...rows.values()])]);
  await ctx.hot('scripts_gone', GONE, [id, [...rows.keys()], ctx.now]);
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'connector',
    subjectId: id,
    type: 'connector.scripts_read',
    data: { name, count: rows.size },
  });
}

const rowOf = ({ externalId, name, description, parameters }: Script) => ({
  id: newId(),
  external_id: externalId.slice(0, 200),
  name: name.slice(0, 200) || externalId,
  description: description.slice(0, MOST_TEXT),
  parameters: parameters.slice(0, 60).map((one) => ({
    name: one.name.slice(0, 200),
    help: one.help.slice(0, MOST_TEXT),
    required: one.required,
  })),
});
