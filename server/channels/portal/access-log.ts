import type { Ctx } from '#platform/context/index.ts';
import { companyOf } from '#server/business/billing/index.ts';
import { periodOf } from '#server/practices/service-level/index.ts';
import type { AccessLog, CompanyQuery } from '#shared/portal.ts';

/** As many lines as somebody reads; more of them want a shorter time. */
const MOST = 1_000;

const OWN_ACCESS = `
select a.at, a.what, coalesce(c.name, '') as contact_name, a.contact_id, a.staff, a.by_way as by, a.address, a.changes
from app.own_access($1, $2, $3, $4) a left join contacts c on c.client_id = $5 and c.id = a.contact_id
order by a.at desc, a.what, a.contact_id`;

type Row = Omit<AccessLog['rows'][number], 'contact'> & { contact_name: string; contact_id: string | null };

/**
 * Who got at what is the company's, the newest first: its people signing in and what concerns that, what was refused, and on which days
 * who of the provider changed how much. `forbidden` for whoever does not look after the company; `invalid` names a day that is none.
 */
export async function accessLog(ctx: Ctx, query: CompanyQuery): Promise<AccessLog> {
  const clientId = companyOf(ctx);
  const { client, fromAt, untilAt } = await periodOf(ctx, clientId, query);
  const { timeZone } = client;
  const found = await ctx.hot<Row>('own_access', OWN_ACCESS, [fromAt, untilAt, timeZone, MOST + 1, clientId]);
  const rows = found.map(({ contact_name, contact_id, ...row }) => ({
    ...row,
    contact: contact_id === null ? null : contact_name,
  }));
  return { timeZone, rows: rows.slice(0, MOST), more: rows.length > MOST };
}
