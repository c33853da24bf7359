import type { Ctx } from '#platform/context/index.ts';
import { briefOf, type MajorRecord } from './rows.ts';

/** What may be known of a major incident at a client, with the client's tickets in it; `brief` is null where nothing is known there. */
export type ClientPart = {
  readonly brief: { readonly declaredAt: string | null; readonly restoredAt: string | null } | null;
  readonly review: string;
  readonly ticketIds: readonly string[];
};

const SPAN = 'select brief from ticket_spans where client_id = $1 and whole_id = $2';
const LINKED = `select ticket_id as id from ticket_span_links where client_id = $1 and whole_id = $2 and how = 'major'`;

/**
 * The client's part of the major incident that a ticket is: of one that is of this client the incident itself, of one that spans
 * clients this client's row alone.
 */
export async function clientPartOf(ctx: Ctx, clientId: string, wholeId: string): Promise<ClientPart> {
  const own = await ctx.tx
    .selectFrom('major_incidents')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('ticket_id', '=', wholeId)
    .executeTakeFirst();
  const [span] = own
    ? []
    : await ctx.hot<{ brief: ReturnType<typeof briefOf> }>('major_span', SPAN, [clientId, wholeId]);
  const brief = own ? briefOf(own as unknown as MajorRecord) : (span?.brief ?? null);
  const linked = await ctx.hot<{ id: string }>('major_linked', LINKED, [clientId, wholeId]);
  return {
    brief,
    review: brief?.review ?? '',
    ticketIds: [wholeId, ...linked.map(({ id }) => id)],
  };
}
