import { type Services, withContext } from '#platform/context/index.ts';
import {
  CONNECTING,
  openConnector,
  ProviderFault,
  readConnector,
  type ScriptRun,
  type Session,
} from '#server/connectors/core/index.ts';
import type { RunRow } from './rows.ts';

const STILL_ITS = `
select 1 from configuration_items i join ci_sources x on x.client_id = i.client_id and x.item_id = coalesce(i.merged_into, i.id)
join connector_scripts s on s.connector_id = x.source_id and s.approved and s.gone_at is null
where i.client_id = $1 and i.id = $2 and x.source_id = $3 and x.external_id = $4 and x.gone_at is null and s.id = $5`;

/** Tells a run's system to begin it. Throws `ProviderFault`; `missing` where the device is another's by now, or the script is not approved any more. */
export async function begin(services: Services, run: RunRow, signal: AbortSignal): Promise<string> {
  const still = await withContext(services, CONNECTING, (ctx) =>
    ctx.hot('script_still_its', STILL_ITS, [run.client_id, run.item_id, run.connector_id, run.device, run.script_id]),
  );
  if (still.length === 0)
    throw new ProviderFault(
      'missing',
      'The device is not known to this connection any more, or the script is not approved any more.',
    );
  const { runScript } = await sessionOf(services, run, signal);
  return runScript(run.device, run.external_id, run.parameters);
}

/** Asks a run's system how it goes. Throws `ProviderFault`. */
export async function follow(services: Services, run: RunRow, signal: AbortSignal): Promise<ScriptRun> {
  const { scriptRun } = await sessionOf(services, run, signal);
  return scriptRun(run.device, run.vendor_run ?? '');
}

async function sessionOf(
  services: Services,
  run: RunRow,
  signal: AbortSignal,
): Promise<Required<Pick<Session, 'runScript' | 'scriptRun'>>> {
  const connector = await withContext(services, CONNECTING, (ctx) =>
    readConnector(ctx, run.connector_id).catch(() => null),
  );
  if (connector?.state !== 'on')
    throw new ProviderFault('missing', `The connection to ${run.connector_name} is not on.`);
  const { session } = await openConnector(services, connector, signal);
  if (!session.runScript || !session.scriptRun)
    throw new ProviderFault('missing', `${run.connector_name} runs no scripts for others.`);
  return { runScript: session.runScript.bind(session), scriptRun: session.scriptRun.bind(session) };
}
