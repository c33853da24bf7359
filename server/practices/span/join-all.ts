import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { SpanHow } from '#shared/span.ts';
import { joinWhole } from './join.ts';
import { spansOf } from './queries.ts';
import { refuseNames, refuseTold, type ToldTexts } from './refuse-names.ts';

type How = {
  readonly how: SpanHow;
  readonly why: string;
  /** The field that brings them there, for what is refused. */
  readonly path: string;
  readonly told: ToldTexts;
};

/**
 * Puts tickets to a whole: all of them, or none. Where that lets another client know of it, nothing that is told of it already may name a
 * client (`refuseTold`); `why` is read by the ticket's own client alone.
 */
export async function joinAll(
  ctx: Ctx,
  tickets: readonly TicketRecord[],
  whole: TicketRecord,
  { how, why, path, told }: How,
): Promise<void> {
  const known = new Set([whole.client_id, ...(await spansOf(ctx, whole)).map(({ clientId }) => clientId)]);
  if (tickets.some(({ client_id }) => !known.has(client_id))) await refuseTold(ctx, whole, path, told);
  for (const ticket of tickets) {
    await refuseNames(ctx, whole, { why }, ticket.client_id);
    await joinWhole(ctx, ticket, whole, { how, why });
  }
}
