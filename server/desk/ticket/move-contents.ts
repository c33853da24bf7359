import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import type { TicketRecord } from './record.ts';

/** Tables whose rows go with their ticket to another client, by the column that names it. */
export const TAKEN_ALONG: Readonly<Record<string, string>> = {
  messages: 'ticket_id',
  files: 'subject_id',
  ticket_watchers: 'ticket_id',
  ticket_tags: 'ticket_id',
  ticket_custom_values: 'ticket_id',
  checklist_items: 'ticket_id',
  time_entries: 'ticket_id',
  timers: 'ticket_id',
  time_trails: 'ticket_id',
  time_settled: 'ticket_id',
  ticket_reads: 'ticket_id',
  notifications: 'ticket_id',
  outgoing_mails: 'ticket_id',
  ticket_mails: 'ticket_id',
  ticket_clocks: 'ticket_id',
  imported_tickets: 'ticket_id',
  bulk_change_items: 'ticket_id',
  pages: 'ticket_id',
  ticket_articles: 'ticket_id',
  announcement_tickets: 'ticket_id',
  major_incidents: 'ticket_id',
  alerts: 'ticket_id',
  problems: 'ticket_id',
  value_stream_steps: 'ticket_id',
  value_stream_due: 'ticket_id',
};

/** Rows that point to a ticket and stay: they are deleted, or point to nothing from then on. `tickets` themselves refuse or forget. */
export const LET_GO: readonly string[] = [
  'known_error_uses',
  'outage_links',
  'article_flags',
  'ci_expiries',
  // A ticket that was ordered from the catalogue is not moved, and no change is.
  'requests',
  'changes',
  'script_runs',
  'approvals',
  'fulfilment_tasks',
  // A ticket with expenses is not moved.
  'expenses',
  // A task of a project is not moved.
  'project_tasks',
  // One that was merged, or into which another was, is not moved.
  'ticket_joins',
  'ticket_links',
  'ticket_offers',
  // What stands above it stays above others; a whole that moves is followed below.
  'ticket_span_links',
  'ticket_spans',
  'proposed_people',
  'ratings',
  'recurring_tickets',
  'search_documents',
  'sla_justifications',
  'ticket_items',
  'tickets',
];

/** Takes away what ties a ticket to its client: links, the client's people among the watchers, staff who do not see the new one. */
export async function letGo(ctx: Ctx, ticket: TicketRecord, toClientId: string): Promise<void> {
  const at = [ticket.client_id, ticket.id];
  await ctx.hot('move_links', 'delete from ticket_links where client_id = $1 and (from_id = $2 or to_id = $2)', at);
  await ctx.hot('move_offers', 'delete from ticket_offers where client_id = $1 and ticket_id = $2', at);
  await ctx.hot(
    'move_recurring',
    'update recurring_tickets set last_ticket_id = null where client_id = $1 and last_ticket_id = $2',
    at,
  );
  await ctx.hot(
    'move_watchers',
    `delete from ticket_watchers w where w.client_id = $1 and w.ticket_id = $2 and (w.watcher_kind = 'contact' or not exists (
       select from staff s where s.id = w.watcher_id and ${worksFor('$3')}))`,
    [...at, toClientId],
  );
  await ctx.hot('move_justified', 'delete from sla_justifications where client_id = $1 and ticket_id = $2', at);
  await ctx.hot('move_outages', 'delete from outage_links where client_id = $1 and ticket_id = $2', at);
  await ctx.hot('move_known', 'delete from known_error_uses where client_id = $1 and ticket_id = $2', at);
  // Devices stay with their client, and so does what of theirs ends.
  await ctx.hot('move_items', 'delete from ticket_items where client_id = $1 and ticket_id = $2', at);
  await ctx.hot('move_ends', 'update ci_expiries set ticket_id = null where client_id = $1 and ticket_id = $2', at);
  // So do the scripts that run on them; what has not begun never does.
  await ctx.hot('move_scripts', SCRIPTS_STAY, [...at, ctx.now]);
  // Whom it calls goes on there; in which words it began stays here.
  await ctx.hot(
    'move_page_words',
    "update pages set why = 'paged before it was moved here' where client_id = $1 and ticket_id = $2",
    at,
  );
  await ctx.hot('move_rating', 'delete from ratings where client_id = $1 and ticket_id = $2', at);
  await ctx.hot('move_proposed', 'delete from proposed_people where client_id = $1 and ticket_id = $2', at);
  // What is on its way to the client's people still goes to them, and tells of no ticket of another client.
  await ctx.hot(
    'move_mails',
    'update outgoing_mails set ticket_id = null where client_id = $1 and ticket_id = $2 and contact_id is not null',
    at,
  );
  await ctx.hot('move_flags', 'update article_flags set ticket_id = null where client_id = $1 and ticket_id = $2', at);
  // An alert that is surely the old client's stays with it; one of which nobody knew whose it is goes along, once.
  await ctx.hot('move_alerts_stay', ALERTS_STAY, [...at, toClientId]);
  await ctx.hot('move_alerts_known', ALERTS_KNOWN, at);
  await ctx.hot('move_words', 'select app.forget_ticket($1, $2)', at);
}

const ALERTS_STAY = `
update alerts a set ticket_id = null, cause_id = null, state = case when is_open then 'open' else state end
where client_id = $1 and ticket_id = $2 and (client_known or exists (
  select from alerts b where b.client_id = $3 and b.connector_id = a.connector_id and b.key = a.key))`;
const SCRIPTS_STAY = `
update script_runs set ticket_id = null, state = case when state in ('asked', 'waiting') then 'cancelled' else state end,
  next_at = case when state in ('asked', 'waiting') then null else next_at end,
  ended_at = case when state in ('asked', 'waiting') then $3 else ended_at end
where client_id = $1 and ticket_id = $2`;
const ALERTS_KNOWN = `
update alerts set client_known = true, item_id = null, site_id = null where client_id = $1 and ticket_id = $2`;

/** Moves the rows of every table that goes along. The constraints between them must be deferred. */
export async function takeAlong(ctx: Ctx, before: TicketRecord, after: TicketRecord): Promise<void> {
  for (const [table, column] of Object.entries(TAKEN_ALONG))
    await ctx.hot(`move_${table}`, `update ${table} set client_id = $3 where client_id = $1 and ${column} = $2`, [
      before.client_id,
      before.id,
      after.client_id,
    ]);
}
