import { dayStart } from '#kernel/day.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { SlaReportQuery } from '#shared/sla-report.ts';

const MOST_DAYS = 731;
const DAY_MS = 86_400_000;

/** A client and a period by its own clock, as instants; the end is the first that is out of it. */
export type Period = {
  readonly client: { readonly id: string; readonly name: string; readonly code: string; readonly timeZone: string };
  readonly fromAt: string;
  readonly untilAt: string;
};

/** Refuses a period that ends before it begins or is longer than two years, and a client that the reader does not see. */
export async function periodOf(ctx: Ctx, clientId: string, { from, to }: SlaReportQuery): Promise<Period> {
  if (to < from) throw invalid([{ path: 'to', message: 'must not be before from' }]);
  if (Date.parse(to) - Date.parse(from) > MOST_DAYS * DAY_MS)
    throw invalid([{ path: 'to', message: 'must be within two years of from' }]);
  const client = await ctx.tx
    .selectFrom('clients')
    .select(['id', 'name', 'code', 'time_zone as timeZone'])
    .where('id', '=', clientId)
    .executeTakeFirst();
  if (!client) throw notFound('client');
  const [fromAt, untilAt] = [dayStart(from, client.timeZone), dayStart(to, client.timeZone, 1)];
  if (fromAt === null) throw invalid([{ path: 'from', message: 'must be a day' }]);
  if (untilAt === null) throw invalid([{ path: 'to', message: 'must be a day' }]);
  return { client, fromAt, untilAt };
}
