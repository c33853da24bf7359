import { Fault } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, type Identity, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { type DeviceReading, takeReadings } from '#server/practices/configuration/index.ts';
import { findLateItems } from '#server/practices/monitoring/index.ts';
import type { Enrolled } from './admit.ts';
import type { Report } from './reader/understand.ts';
import { keepReport, keptReport } from './report.ts';

/** Machines that may report by one key: more than a client has, and less than whoever finds a key could make up. */
const MOST_DEVICES = 20_000;

/**
 * Takes what an agent said of a machine: the machine is made or changed at the key's client, and at no other. `completed` is the same with
 * what it does not tell as it was told before.
 */
export async function takeInventory(
  services: Services,
  key: Enrolled,
  given: Report,
  completed: (before: Uint8Array) => Promise<Report>,
): Promise<void> {
  const { files } = services;
  const { created } = await withContext(services, onlyOf(key.clientId), async (ctx) => {
    const before = await reportBefore(ctx, key, given.deviceId);
    const report = given.partial && before !== null ? await completed(await keptReport(files, before)) : given;
    // Agents tell of themselves, so the machine was there.
    const reading = { ...report.reading, lastSeenAt: ctx.now };
    await noteReport(ctx, key, reading, await keepReport(files, report.kept));
    const source = { kind: 'agent', id: key.id, name: 'Inventory agent' } as const;
    return takeReadings(ctx, { clientId: key.clientId, siteId: key.siteId, source }, [reading]);
  });
  if (created > 0) await findLateItems(services, [key.clientId]);
}

/** The program, seeing one client alone: nothing that an agent says can reach another. */
function onlyOf(clientId: string): Identity {
  const system = systemIdentity('Inventory agent');
  return { ...system, scope: { ...system.scope, allClients: false, clientIds: [clientId] } };
}

const BEFORE = `
select sha256, (select count(*)::integer from agent_reports where client_id = $1 and key_id = $2) as devices
from (select) as one left join agent_reports r on r.client_id = $1 and r.external_id = $3`;
const LOCK = `select pg_advisory_xact_lock(hashtextextended('agent report ' || $1::text || ' ' || $2::text, 0))`;

/**
 * By which hash the last report of a machine is kept; null for one that has not reported. The machine is held until the transaction ends, so that
 * two parts that come at once both count. Throws `conflict` where a key has more machines than a client has.
 */
async function reportBefore(ctx: Ctx, key: Enrolled, externalId: string): Promise<string | null> {
  await ctx.hot('agent_report_lock', LOCK, [key.clientId, externalId]);
  const [row] = await ctx.hot<{ sha256: string | null; devices: number }>('agent_report_before', BEFORE, [
    key.clientId,
    key.id,
    externalId,
  ]);
  if (row && row.sha256 === null && row.devices >= MOST_DEVICES)
    throw new Fault('conflict', `This key has ${MOST_DEVICES} machines already; make another for more.`);
  return row?.sha256 ?? null;
}

const NOTE = `
insert into agent_reports (client_id, id, key_id, external_id, name, agent, sha256, size, received_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (client_id, external_id) do update set key_id = excluded.key_id, name = excluded.name, agent = excluded.agent,
  sha256 = excluded.sha256, size = excluded.size, received_at = excluded.received_at`;

const USED = 'update enrolment_keys set last_used_at = $3 where client_id = $1 and id = $2';

async function noteReport(
  ctx: Ctx,
  key: Enrolled,
  { externalId, name, attributes }: DeviceReading,
  { sha256, size }: { sha256: string; size: number },
): Promise<void> {
  await ctx.hot('note_agent_report', NOTE, [
    key.clientId,
    newId(),
    key.id,
    externalId,
    name,
    String(attributes['agentVersion'] ?? ''),
    sha256,
    size,
    ctx.now,
  ]);
  await ctx.hot('use_enrolment_key', USED, [key.clientId, key.id, ctx.now]);
}
