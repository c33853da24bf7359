import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { sightOf } from '#platform/identity/index.ts';
import type { Sees } from '#shared/vocabulary.ts';

type Signer = { id: string; name: string };

/** Whether somebody may bind their company. */
export async function maySign(ctx: Ctx, clientId: string, contactId: string): Promise<boolean> {
  return (await binding(ctx, clientId, sql`id = ${contactId}`)).length > 0;
}

/** Who may bind a company, by name; `not_found` where the reader does not see it. */
export async function signersOf(ctx: Ctx, clientId: string): Promise<Signer[]> {
  const seen = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!seen) throw notFound('client');
  return binding(ctx, clientId, sql`true`);
}

/** Those of a company’s people who look after all of it, and still are there. */
async function binding(ctx: Ctx, clientId: string, where: RawBuilder<boolean>): Promise<Signer[]> {
  const { rows } = await sql<Signer & { sees: Sees | null; siteId: string | null }>`
    select id, name, sees, site_id as "siteId" from contacts where client_id = ${clientId} and active and ${where}
    order by lower(name), id limit 5000`.execute(ctx.tx);
  const kinds = Map.groupBy(rows, ({ sees }) => sees);
  const wide = new Set<Sees | null>();
  for (const [sees, [one]] of kinds) if (one && (await sightOf(ctx, clientId, one)).companyWide) wide.add(sees);
  return rows.filter(({ sees }) => wide.has(sees)).map(({ id, name }) => ({ id, name }));
}
