import type { Decision } from '#kernel/alert.ts';
import type { Ctx } from '#platform/context/index.ts';
import { upstreamOf } from '#server/practices/configuration/index.ts';
import type { DueAlert } from './due.ts';

/** Why nothing is made of an alert for now, and when that is looked at again. */
export type Suppressed = { readonly decision: Decision; readonly again: string };

/** Published work that is on at a client now: what is narrowed to sites reaches alerts of these, what names services what they stand on. */
const WORK = `
select a.id, a.title as name, a.until_at as until, a.service_ids as services, array(
    select s.site_id from announcement_sites s where s.client_id = $1 and s.announcement_id = a.id) as sites
from announcements a
where a.state = 'published' and a.kind = 'maintenance' and a.from_at <= $2 and (a.until_at is null or a.until_at > $2)
  and app.announced_to(a, $1)`;

type Work = { id: string; name: string; until: string | null; services: string[]; sites: string[] };

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
  for (const alert of alerts) {
    const work = works.find(({ id, sites }) => {
      if (sites.length > 0 && !sites.includes(alert.site_id ?? '')) return false;
      return itemsOf.get(id)?.has(alert.item_id ?? '') ?? true;
    });
    if (work) found.set(alert.id, suppressedBy(work.id, work.name, work.until ?? later));
    else if (alert.item_worked) found.set(alert.id, suppressedBy(alert.item_id ?? '', alert.item_name ?? '', later));
  }
  return found;
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
