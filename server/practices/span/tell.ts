import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { Json } from '#platform/database/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';

export const SPANS_JOB = 'span.tell';

/** What a practice lets be known of a whole at the clients that it touches: what it is called there, and facts of its own. */
export type Told = { readonly title?: string | undefined; readonly brief?: Json };

const TELL = `
update ticket_spans set key = $2, status = $3, status_category = $4, updated_at = $5,
  title = case when client_id = whole_client_id and $6::text is null then $7 else coalesce($6, title) end,
  brief = coalesce($8::jsonb, brief)
where whole_client_id = $9 and whole_id = $1 and ($10::timestamptz is null or updated_at <= $10)`;

/**
 * Brings what is known of a whole up to date at each client that it touches: at those whom the writer sees at once, at the others a
 * moment later. The title told must name no client: people of all of them read it.
 */
export async function tellSpans(ctx: Ctx, whole: TicketRecord, told: Told = {}): Promise<void> {
  const values = [whole.id, whole.key, whole.status, whole.status_category, ctx.now];
  const said = [told.title ?? null, whole.title, told.brief === undefined ? null : JSON.stringify(told.brief)];
  await ctx.hot('spans_tell', TELL, [...values, ...said, whole.client_id, null]);
  if (!ctx.scope.allClients) await ctx.services.jobs.enqueue(ctx, SPANS_JOB, { wholeId: whole.id, said, at: ctx.now });
}

/** Where a problem or change moves on by whatever way, its row at each client follows. */
export async function followSpans(ctx: Ctx, before: TicketRecord, whole: TicketRecord): Promise<void> {
  if (whole.kind !== 'problem' && whole.kind !== 'change') return;
  if (before.status === whole.status && before.title === whole.title) return;
  await tellSpans(ctx, whole);
}

type Late = { wholeId: string; said: unknown[]; at: string };
const WHOLE = 'select client_id, key, status, status_category from tickets where id = $1';
type Standing = { client_id: string; key: string; status: string; status_category: string };

/**
 * Tells the clients that whoever changed a whole does not see. Done twice it says the same, and one that comes late says nothing over
 * what was told since.
 */
export function tellJob(services: Services): JobDefinition<Late> {
  return {
    name: SPANS_JOB,
    run: ({ wholeId, said, at }) =>
      withContext(services, systemIdentity('Spans'), async (ctx) => {
        const [whole] = await ctx.hot<Standing>('spans_whole', WHOLE, [wholeId]);
        if (!whole) return;
        const values = [wholeId, whole.key, whole.status, whole.status_category, at];
        await ctx.hot('spans_tell', TELL, [...values, ...said, whole.client_id, at]);
      }),
  };
}
