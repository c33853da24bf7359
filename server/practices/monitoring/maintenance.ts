import type { Decision } from '#kernel/alert.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { DueAlert } from './due.ts';

/** Why nothing is made of an alert for now, and when that is looked at again. */
export type Suppressed = { readonly decision: Decision; readonly again: string };

/** Published work that is on at a client now. What is narrowed to sites reaches their alerts, what names services none: alerts do not name any. */
const WORK = `
select a.id, a.title as name, a.until_at as until, array(
    select s.site_id from announcement_sites s where s.client_id = $1 and s.announcement_id = a.id) as sites
from announcements a
where a.state = 'published' and a.kind = 'maintenance' and a.from_at <= $2 and (a.until_at is null or a.until_at > $2)
  and a.service_ids = '{}' and app.announced_to(a, $1)`;

type Work = { id: string; name: string; until: string | null; sites: string[] };

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
  for (const alert of alerts) {
    const work = works.find(
      ({ sites }) => sites.length === 0 || (alert.site_id !== null && sites.includes(alert.site_id)),
    );
    if (work)
      found.set(alert.id, {
        decision: { by: 'maintenance', does: 'suppress', id: work.id, name: work.name },
        again: work.until ?? later,
      });
  }
  return found;
}
