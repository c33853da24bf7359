import type { FieldError } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';

/** How many tickets may stand above one. */
const MAX_DEPTH = 10;

/** What is wrong with hanging a ticket under another: of another client, too deep, or under itself by way of others. */
export async function parentFaults(
  ctx: Ctx,
  ticket: { client_id: string; id: string | null },
  parentId: string,
): Promise<FieldError[]> {
  const fault = (message: string) => [{ path: 'parentId', message }];
  let at: string | null = parentId;
  for (let depth = 0; at !== null; depth++) {
    if (at === ticket.id) return fault('would make the ticket its own ancestor');
    if (depth >= MAX_DEPTH) return fault(`may be at most ${MAX_DEPTH} levels deep`);
    const row: { parent_id: string | null } | undefined = await ctx.tx
      .selectFrom('tickets')
      .select('parent_id')
      .where('client_id', '=', ticket.client_id)
      .where('id', '=', at)
      .forShare()
      .executeTakeFirst();
    if (!row) return fault('is not a ticket of this client');
    at = row.parent_id;
  }
  return [];
}
