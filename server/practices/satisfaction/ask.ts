import type { Ctx } from '#platform/context/index.ts';
import { newToken, tokenHash } from '#platform/identity/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { queueLinks } from '#server/channels/mail-out/index.ts';
import { ASKING } from './settings.ts';

type Ticket = {
  client_id: string;
  id: string;
  status_category: string;
  requester_id: string | null;
  merged_into_id: string | null;
  resolution_code: string | null;
  team_id: string | null;
  assignee_id: string | null;
};

const DAY_MS = 86_400_000;
/** What ended so has helped nobody. */
const NOT_ASKED = new Set(['spam', 'duplicate']);

const RECENTLY = 'select 1 from ratings where client_id = $1 and contact_id = $2 and asked_at > $3 limit 1';
const ASK = `
insert into ratings (client_id, ticket_id, contact_id, team_id, staff_id, asked_at, until, token_hash)
select $1, $2, r.id, $4, $5, $6, $7, $8 from contacts r where r.client_id = $1 and r.id = $3 and r.active
on conflict (client_id, ticket_id) do nothing returning 1`;

/** Asks whoever asked for a ticket how content they are, once it is closed. */
export async function followRatings(ctx: Ctx, before: Ticket, ticket: Ticket): Promise<void> {
  if (ctx.history || ctx.quiet || ticket.status_category !== 'closed' || before.status_category === 'closed') return;
  if (ticket.requester_id === null || ticket.merged_into_id !== null) return;
  if (ticket.resolution_code !== null && NOT_ASKED.has(ticket.resolution_code)) return;
  const { value } = await resolveSetting(ctx, ASKING, ticket.client_id);
  if (!value.active) return;
  const now = Date.parse(ctx.now);
  const since = new Date(now - value.everyDays * DAY_MS).toISOString();
  if ((await ctx.hot('rated_recently', RECENTLY, [ticket.client_id, ticket.requester_id, since])).length > 0) return;
  const token = value.byMail ? newToken() : null;
  const asked = await ctx.hot('rating_ask', ASK, [
    ticket.client_id,
    ticket.id,
    ticket.requester_id,
    ticket.team_id,
    ticket.assignee_id,
    ctx.now,
    new Date(now + value.changeDays * DAY_MS).toISOString(),
    token && tokenHash(token),
  ]);
  if (asked.length === 0 || token === null) return;
  // The token is in the fragment, which is sent to no server by itself.
  const to = [{ contactId: ticket.requester_id, link: `/portal/rate#token=${token}` }];
  await queueLinks(ctx, ticket, to, { kind: 'rating', template: 'rating' });
}
