import { sql } from 'kysely';
import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { numbering } from '#server/business/contract/index.ts';

/** `conflict` where time is on an invoice, with the way to correct it. The entries must be locked. */
export async function refuseBilled(ctx: Ctx, ...entries: readonly { client_id: string; id: string }[]): Promise<void> {
  const ids = entries.map(({ id }) => id);
  const { rows } = await sql<{ number: number }>`
    select i.number from time_billed b join invoices i on i.client_id = b.client_id and i.id = b.invoice_id
    where b.entry_id = any (${ids}::uuid[]) order by i.number limit 1`.execute(ctx.tx);
  const [billed] = rows;
  if (!billed) return;
  throw new Fault(
    'conflict',
    `This time is on invoice ${(await numbering(ctx))(billed.number)}. Credit it there, to be billed again; then it can be changed.`,
  );
}
