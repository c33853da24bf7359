import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ConnectorKind, ConnectorView } from '#shared/connector.ts';
import type { ConnectorFaultKind, ConnectorState, ConnectorTask } from '#shared/connector-words.ts';
import { adviceFor } from './fault.ts';
import { knownProvider, offeredProviders } from './offered.ts';
import type { Provider } from './provider.ts';

type TaskRow = {
  task: ConnectorTask;
  nextAt: string;
  fullAt: string | null;
  goodAt: string | null;
  goodFullAt: string | null;
  heldUntil: string | null;
  faultKind: ConnectorFaultKind | null;
  fault: string;
  faultAt: string | null;
};
type Row = Omit<ConnectorView, 'providerName' | 'kind' | 'hook' | 'tasks' | 'secrets' | 'values'> & {
  options: Record<string, string>;
  state: ConnectorState;
  networks: string[];
  signatureHeader: string;
  timeHeader: string;
  tasks: TaskRow[];
  secrets: { field: string; ending: string; setAt: string }[];
};

/** The connectors by name, without their secrets. Under the program's scope. */
export async function listConnectors(ctx: Ctx, id: string | null = null): Promise<ConnectorView[]> {
  const { rows } = await sql<Row>`
    select k.id, k.provider, k.name, k.base_url as "baseUrl", k.options, k.state, k.serves_id as "servesId", c.name as "servesName",
      k.full_minutes as "fullMinutes", k.changes_minutes as "changesMinutes", k.alerts_minutes as "alertsMinutes",
      k.hook_networks as networks, k.hook_signature_header as "signatureHeader", k.hook_time_header as "timeHeader",
      y.hook_made_at as "hookMadeAt", k.version,
      coalesce((select json_agg(json_build_object('field', r.field, 'ending', r.ending, 'setAt', r.set_at) order by r.field)
        from connector_credentials r where r.connector_id = k.id), '[]') as secrets,
      coalesce((select json_agg(json_build_object('task', t.task, 'nextAt', t.next_at, 'fullAt', t.full_at, 'goodAt', t.good_at,
        'goodFullAt', t.good_full_at, 'heldUntil', t.held_until, 'faultKind', t.fault_kind, 'fault', t.fault, 'faultAt', t.fault_at)
        order by t.task desc) from connector_tasks t where t.connector_id = k.id), '[]') as tasks,
      (select json_build_object('mapped', count(*) filter (where s.for_client_id is not null),
        'unmapped', count(*) filter (where s.for_client_id is null and not s.ignored),
        'ignored', count(*) filter (where s.ignored))
        from connector_sites s where s.connector_id = k.id and s.gone_at is null) as sites,
      (select count(*)::integer from connector_devices d where d.connector_id = k.id) as devices
    from connectors k left join clients c on c.id = k.serves_id left join connector_keys y on y.connector_id = k.id
    where ${id}::uuid is null or k.id = ${id} order by lower(k.name), k.id limit 500`.execute(ctx.tx);
  return rows.map((row) => presented(row, ctx.now));
}

export async function viewConnector(ctx: Ctx, id: string): Promise<ConnectorView> {
  const [connector] = await listConnectors(ctx, id);
  if (!connector) throw notFound('connector');
  return connector;
}

function presented(
  { options, networks, signatureHeader, timeHeader, tasks, secrets, ...row }: Row,
  now: string,
): ConnectorView {
  const provider = knownProvider(row.provider);
  return {
    ...row,
    providerName: provider?.name ?? row.provider,
    kind: provider?.kind ?? 'monitor',
    values: options,
    secrets: secrets.map((secret) => ({ ...secret, setAt: instant(secret.setAt) })),
    hook: { networks, signatureHeader, timeHeader },
    tasks: tasks.map(({ heldUntil, faultKind, fault, faultAt, ...task }) => ({
      ...task,
      nextAt: instant(task.nextAt),
      fullAt: task.task === 'devices' && task.fullAt ? instant(task.fullAt) : null,
      goodAt: task.goodAt && instant(task.goodAt),
      goodFullAt: task.goodFullAt && instant(task.goodFullAt),
      running: heldUntil !== null && instant(heldUntil) > now,
      trouble:
        faultKind && faultAt
          ? { kind: faultKind, text: fault, advice: adviceFor(faultKind), at: instant(faultAt) }
          : null,
    })),
  };
}

/** Instants out of JSON come as PostgreSQL writes them. */
const instant = (text: string): string => new Date(text).toISOString();

/** Every kind of system that can be connected, with the fields of its form. */
export const presentProviders = (): ConnectorKind[] => offeredProviders().map(presentProvider);

function presentProvider({ key, name, kind, abilities, fields, addressHelp, open }: Provider): ConnectorKind {
  return {
    key,
    name,
    kind,
    abilities: { ...abilities, subscribe: abilities.subscribe ?? false },
    fields: fields.map((field) => ({
      ...field,
      choices: [...(field.choices ?? [])],
      default: field.default ?? '',
    })),
    needsAddress: open !== undefined,
    addressHelp: addressHelp ?? '',
  };
}
