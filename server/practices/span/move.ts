import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';

const PARTS = 'select 1 from ticket_span_links where client_id = $1 and whole_id = $2 limit 1';
const ELSEWHERE = 'select 1 from ticket_spans where whole_client_id = $1 and whole_id = $2 and client_id <> $1 limit 1';
const LEAVE = 'delete from ticket_span_links where client_id = $1 and ticket_id = $2';
const EMPTY = 'delete from ticket_spans where client_id = $1 and whole_id = $2';
const FOLLOW = 'update ticket_spans set whole_client_id = $3, key = $4 where whole_client_id = $1 and whole_id = $2';

/** Refuses to move a whole to a client that would then own what touches others. To the provider it may go: so it comes to span clients. */
export async function refuseSpanning(ctx: Ctx, whole: TicketRecord, toClientId: string): Promise<void> {
  if (await isProvider(ctx, toClientId)) return;
  const tied = [
    ...(await ctx.hot('span_parts', PARTS, [whole.client_id, whole.id])),
    ...(await ctx.hot('span_elsewhere', ELSEWHERE, [whole.client_id, whole.id])),
  ];
  if (tied.length === 0) return;
  const message = `tickets of a client hang under ${whole.key}; take them off first, or move it to the provider itself`;
  throw invalid([{ path: 'idOrKey', message }]);
}

/** A ticket that moves leaves what stands above it; what stands above others is known by its new key. The keys between rows are deferred. */
export async function moveSpans(ctx: Ctx, before: TicketRecord, moved: TicketRecord): Promise<void> {
  await ctx.hot('span_move_part', LEAVE, [before.client_id, before.id]);
  if (!(await isProvider(ctx, moved.client_id))) await ctx.hot('span_move_empty', EMPTY, [before.client_id, before.id]);
  await ctx.hot('span_move_whole', FOLLOW, [before.client_id, before.id, moved.client_id, moved.key]);
}
