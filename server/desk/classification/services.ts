import { sql } from 'kysely';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
import type { ServiceView, UpdateService } from '#shared/classification.ts';
import type { CreateOffering, UpdateOffering } from '#shared/service.ts';

const WHAT = 'A service';

/** Adds a service that clients consume, or will. */
export function createService(ctx: Ctx, input: CreateOffering): Promise<string> {
  requireAllClients(ctx, WHAT);
  return createRecord(ctx, 'services', 'service', input);
}

/** Changes or retires a service. One that is active is offered. */
export async function updateService(ctx: Ctx, id: string, input: UpdateService | UpdateOffering): Promise<void> {
  requireAllClients(ctx, WHAT);
  const { active, ...fields } = input as UpdateService & UpdateOffering;
  const stage = active === undefined ? {} : { stage: active ? 'offered' : 'retired' };
  await updateRecord(ctx, 'services', 'service', id, { ...stage, ...fields });
}

export async function listServices(ctx: Ctx): Promise<ServiceView[]> {
  const { rows } = await sql<ServiceView>`
    select s.id, s.name, s.description, s.team_id as "teamId", s.importance, s.active, s.version,
      (select count(*)::int from client_services c where c.service_id = s.id) as clients
    from services s order by lower(s.name) limit 2000`.execute(ctx.tx);
  return rows;
}
