import type { Ctx } from '#platform/context/index.ts';
import { companyOf } from '#server/business/billing/index.ts';
import { COUNTS } from '#server/practices/satisfaction/index.ts';
import { keptIn } from '#server/practices/service-level/index.ts';
import type { CompanyQuery, CompanyView } from '#shared/portal.ts';
import type { Counts } from '#shared/satisfaction.ts';
import { WAITS_FOR_CLIENT } from './queries.ts';

/** What was promised to the client itself; what teams and vendors owe the desk is the desk's own business. */
const PROMISED = ['first_response', 'next_update', 'resolution'];

const OPEN = `
select t.status_category as category, t.site_id as "siteId", s.name as site,
  ${WAITS_FOR_CLIENT} as "waitsForYou", count(*)::int as count
from tickets t left join sites s on s.client_id = t.client_id and s.id = t.site_id
where t.client_id = $1 and t.merged_into_id is null and (t.is_open or t.status_category = 'resolved') group by 1, 2, 3, 4`;
const RATED = `select ${COUNTS} from ratings r where r.client_id = $1 and r.asked_at >= $2 and r.asked_at < $3`;

type Open = { category: string; siteId: string | null; site: string | null; waitsForYou: boolean; count: number };

/** How it stands with the whole company, for whoever looks after it. */
export async function companyView(ctx: Ctx, query: CompanyQuery): Promise<CompanyView> {
  const clientId = companyOf(ctx);
  const report = await keptIn(ctx, clientId, query);
  const rows = await ctx.hot<Open>('company_open', OPEN, [clientId]);
  const [ratings] = await ctx.hot<Counts>('company_rated', RATED, [clientId, report.fromAt, report.untilAt]);
  const count = (is: (row: Open) => boolean) => rows.filter(is).reduce((sum, row) => sum + row.count, 0);
  const sites = new Map(rows.flatMap(({ siteId, site }) => (siteId && site ? [[siteId, site] as const] : [])));
  return {
    open: {
      new: count(({ category, waitsForYou }) => category === 'new' && !waitsForYou),
      inWork: count(({ category, waitsForYou }) => category !== 'new' && !waitsForYou),
      waitsForYou: count(({ waitsForYou }) => waitsForYou),
      all: count(() => true),
    },
    sites: [...sites]
      .map(([id, name]) => ({ id, name, open: count(({ siteId }) => siteId === id) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    kept: report.targets
      .filter(({ target }) => PROMISED.includes(target))
      .map(({ target, met, missed }) => ({ target: target as 'resolution', met, missed })),
    ratings: ratings ?? { asked: 0, good: 0, fair: 0, bad: 0 },
  };
}
