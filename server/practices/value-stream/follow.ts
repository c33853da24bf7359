import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';

type Ref = Pick<TicketRecord, 'client_id' | 'id'>;

/** A row that is there is written again: its lock keeps whoever works it out from missing what this transaction does. */
const NOTE = `
insert into value_stream_due (client_id, ticket_id, at)
select t.client_id, t.id, $3 from tickets t where t.client_id = any ($1::uuid[]) and t.id = any ($2::uuid[]) and (not t.is_open or $4)
on conflict (client_id, ticket_id) do update set at = excluded.at`;

/** A ticket that ends, goes on after its end, or changes there is worked out anew a moment later. */
export async function followStreams(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<void> {
  if (before.is_open && ticket.is_open) return;
  await note(ctx, ticket, true);
}

/** The same where only its time changed: of one that has not ended nothing is worked out yet. */
export const flowChanged = (ctx: Ctx, ticket: Ref): Promise<void> => note(ctx, ticket, false);

async function note(ctx: Ctx, { client_id, id }: Ref, always: boolean): Promise<void> {
  const { bulk } = ctx;
  if (!bulk) {
    await ctx.hot('stream_due', NOTE, [[client_id], [id], ctx.now, always]);
    return;
  }
  const noted = bulk.recall<Map<string, string>>('streams due') ?? bulk.keep('streams due', new Map<string, string>());
  noted.set(id, client_id);
  bulk.later('streams due', () => {
    const clients = [...new Set(noted.values())];
    return ctx.hot('stream_due', NOTE, [clients, [...noted.keys()], ctx.now, true]);
  });
}
