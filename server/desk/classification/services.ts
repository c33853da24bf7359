import { sql } from 'kysely';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
import type { CreateService, ServiceView, UpdateService } from '#shared/classification.ts';

const WHAT = 'A service';

/** Adds a service that clients consume. */
export function createService(ctx: Ctx, input: CreateService): Promise<string> {
  requireAllClients(ctx, WHAT);
  return createRecord(ctx, 'services', 'service', input);
}

/** Changes or retires a service. */
export async function updateService(ctx: Ctx, id: string, input: UpdateService): Promise<void> {
  requireAllClients(ctx, WHAT);
  await updateRecord(ctx, 'services', 'service', id, input);
}

export async function listServices(ctx: Ctx): Promise<ServiceView[]> {
  const { rows } = await sql<ServiceView>`
    select s.id, s.name, s.description, s.team_id as "teamId", s.importance, s.active, s.version,
      (select count(*)::int from client_services c where c.service_id = s.id) as clients
    from services s order by lower(s.name) limit 2000`.execute(ctx.tx);
  return rows;
}
