import type { Decision } from '#kernel/alert.ts';
import type { Ctx } from '#platform/context/index.ts';
import { dependentsOf, upstreamOf } from '#server/practices/configuration/index.ts';
import type { DueAlert } from './due.ts';

/** Why nothing is made of an alert for now, and when that is looked at again. */
export type Suppressed = { readonly decision: Decision; readonly again: string };

/** A change that is still being made so long after its window is one that somebody forgot. */
const FORGOTTEN_HOURS = 24;

/** Published work that is on at a client now: what is narrowed to sites reaches alerts of these, what names services what they stand on. */
const WORK = `
select a.id, a.title as name, a.until_at as until, a.service_ids as services, array(
    select s.site_id from announcement_sites s where s.client_id = $1 and s.announcement_id = a.id) as sites
from announcements a
where a.state = 'published' and a.kind = 'maintenance' and a.from_at <= $2 and (a.until_at is null or a.until_at > $2)
  and app.announced_to(a, $1)`;

type Work = { id: string; name: string; until: string | null; services: string[]; sites: string[] };

/** Changes that are on at items of a client now; of one that is not the client's own, no more than its key is said. */
const CHANGES = `
select c.ticket_id as id, case when t.client_id = $1 then t.key || ' “' || t.title || '”' else t.key end as name,
  case when t.status = 'scheduled' then c.planned_end end as until, array_agg(coalesce(i.merged_into, i.id)) as items
from change_items l join changes c on c.client_id = l.change_client_id and c.ticket_id = l.change_id
join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
join configuration_items i on i.client_id = l.client_id and i.id = l.item_id
where l.client_id = $1 and ((t.status = 'scheduled' and c.planned_start <= $2 and c.planned_end > $2)
  or (t.status = 'implement' and coalesce(c.planned_end, c.updated_at) > $2::timestamptz - interval '${FORGOTTEN_HOURS} hours'))
group by c.ticket_id, c.planned_end, t.client_id, t.key, t.title, t.status order by c.ticket_id`;

type Change = { id: string; name: string; until: string | null; items: string[] };

/** Minutes until something without an end of its own is looked at again. */
const AGAIN = 5;

/** For each alert that is of something being worked on: by what that is known. */
export async function suppressedNow(
  ctx: Ctx,
  clientId: string,
  alerts: readonly DueAlert[],
): Promise<Map<string, Suppressed>> {
  const found = new Map<string, Suppressed>();
  if (alerts.length === 0) return found;
  const later = new Date(Date.parse(ctx.now) + AGAIN * 60_000).toISOString();
  const works = await ctx.hot<Work>('alerts_planned_work', WORK, [clientId, ctx.now]);
  const itemsOf = new Map<string, ReadonlySet<string>>();
  for (const { id, services } of works)
    if (services.length > 0) itemsOf.set(id, await itemsUnder(ctx, clientId, services));
  const changes = await changesOn(ctx, clientId);
  for (const alert of alerts) {
    const change = changes.find(({ items }) => items.has(alert.item_id ?? ''));
    const work = works.find(({ id, sites }) => {
      if (sites.length > 0 && !sites.includes(alert.site_id ?? '')) return false;
      return itemsOf.get(id)?.has(alert.item_id ?? '') ?? true;
    });
    if (work) found.set(alert.id, suppressedBy(work.id, work.name, work.until ?? later));
    else if (change) found.set(alert.id, suppressedBy(change.id, change.name, earlier(change.until ?? later, later)));
    else if (alert.item_worked) found.set(alert.id, suppressedBy(alert.item_id ?? '', alert.item_name ?? '', later));
  }
  return found;
}

const earlier = (one: string, other: string) => (Date.parse(one) < Date.parse(other) ? one : other);

/** Changes that are on, each with everything that may feel it: what it touches and what depends on that. */
async function changesOn(ctx: Ctx, clientId: string) {
  const changes = await ctx.hot<Change>('alerts_changes_on', CHANGES, [clientId, ctx.now]);
  const felt: (Omit<Change, 'items'> & { items: ReadonlySet<string> })[] = [];
  for (const { items, ...change } of changes) {
    const { itemIds } = await dependentsOf(ctx, clientId, items);
    felt.push({ ...change, items: new Set([...items, ...itemIds]) });
  }
  return felt;
}

const suppressedBy = (id: string, name: string, again: string): Suppressed => ({
  decision: { by: 'maintenance', does: 'suppress', id, name },
  again,
});

const SERVING = 'select id from configuration_items where client_id = $1 and service_id = any ($2::uuid[])';

/** The items that stand for services at a client, and what these depend on. */
async function itemsUnder(ctx: Ctx, clientId: string, services: readonly string[]): Promise<Set<string>> {
  const items = await ctx.hot<{ id: string }>('alerts_service_items', SERVING, [clientId, services]);
  const ids = items.map(({ id }) => id);
  const upstream = await upstreamOf(ctx, clientId, ids);
  return new Set([...ids, ...[...upstream.values()].flatMap((causes) => [...causes.keys()])]);
}
