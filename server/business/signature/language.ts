import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { languageOf } from '#platform/identity/index.ts';
import type { Spoken } from '#shared/languages.ts';

/** How whoever signs for a client is spoken to; without somebody in particular, as the client is. For the program. */
export async function signerLanguage(ctx: Ctx, clientId: string, contactId: string | null): Promise<Spoken> {
  const { rows } = await sql<{ own: string | null; client: string }>`
    select k.language as own, c.language as client from clients c
    left join contacts k on k.client_id = c.id and k.id = ${contactId} where c.id = ${clientId}`.execute(ctx.tx);
  return languageOf(ctx, { clientId, ...(rows[0] ?? { own: null, client: 'en' }) });
}
