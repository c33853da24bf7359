import type { Ctx } from '#platform/context/index.ts';
import { findTicket, type Place, timelineOf } from '#server/desk/ticket/index.ts';
import type { BulkActions, BulkPreview, PreviewBulk } from '#shared/bulk.ts';
import { changeOne, refuseUnallowed } from './change-one.ts';
import { targetsOf } from './targets.ts';

const SAMPLE = 10;

const CLIENTS = `
select c.id, c.name, n.count from clients c
join (select client_id, count(*)::int as count from unnest($1::uuid[]) client_id group by client_id) n on n.client_id = c.id
order by n.count desc, c.name limit 100`;

/** How many tickets of which clients a change would reach, and what would become of the first few. Nothing stays changed. */
export async function previewBulk(ctx: Ctx, input: PreviewBulk): Promise<BulkPreview> {
  refuseUnallowed(ctx, input.actions);
  const places = await targetsOf(ctx, input);
  const clients = await ctx.hot<BulkPreview['clients'][number]>('bulk_clients', CLIENTS, [
    places.map((place) => place.client_id),
  ]);
  const sample: BulkPreview['sample'] = [];
  for (const place of places.slice(0, SAMPLE)) sample.push(await tryOut(ctx, place, input.actions));
  return { total: places.length, clients, sample };
}

/** Does it in earnest, looks, and takes it back before anybody can see it. */
async function tryOut(ctx: Ctx, { id }: Place, actions: BulkActions): Promise<BulkPreview['sample'][number]> {
  const ticket = await findTicket(ctx, id);
  await ctx.hot('bulk_try', 'savepoint trial', []);
  try {
    const { detail, eventIds, outcome } = await changeOne({ ...ctx, muted: true }, id, actions);
    const entries = eventIds.length > 0 ? await timelineOf(ctx, await findTicket(ctx, id)) : [];
    const changes = entries
      .filter((entry) => eventIds.includes(entry.id))
      .flatMap((entry) => entry.changes.map(({ label, before, after }) => ({ label, before, after })));
    return { key: ticket.key, title: ticket.title, changes, refused: outcome === 'refused' ? detail : null };
  } finally {
    await ctx.hot('bulk_try_back', 'rollback to savepoint trial', []);
  }
}
