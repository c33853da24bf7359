import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { sightOf } from '#platform/identity/index.ts';
import type { Sees } from '#shared/vocabulary.ts';

/** Whether somebody may bind their company: they look after all of it, and still are there. */
export async function maySign(ctx: Ctx, clientId: string, contactId: string): Promise<boolean> {
  const { rows } = await sql<{ sees: Sees | null; siteId: string | null }>`
    select sees, site_id as "siteId" from contacts where client_id = ${clientId} and id = ${contactId} and active`.execute(
    ctx.tx,
  );
  const [contact] = rows;
  return contact !== undefined && (await sightOf(ctx, clientId, contact)).companyWide;
}
