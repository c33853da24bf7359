import {
  type Availability,
  availabilityOf,
  explainAvailability,
  monthsBack,
  type OutageSpan,
} from '#kernel/availability.ts';
import type { Calendar } from '#kernel/calendar.ts';
import { dayStart } from '#kernel/day.ts';
import { formatDuration } from '#kernel/duration.ts';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { readSettingsOf } from '#platform/settings/index.ts';
import { calendarOfChoice } from '#server/practices/service-level/index.ts';
import type { AvailabilityQuery, AvailabilityView, ServiceMonth } from '#shared/service.ts';
import { pairOf, type Terms, termsOf } from './terms.ts';

type Span = OutageSpan & { readonly title: string; readonly beganAt: string; readonly endedAt: string | null };
type Period = { readonly from: number; readonly until: number };

/** Longer than this nobody asks for, and holidays are not known. */
const MOST_DAYS = 3 * 366;
const DAY_MS = 86_400_000;
/** Nothing is recorded of before, nor are holidays known. */
const EARLIEST = Date.UTC(2000, 0, 1);
/** So many months of a service are told. */
const MONTHS = 12;

const SPANS = `
select id, title, began_at as "beganAt", ended_at as "endedAt", planned, share from outages
where client_id = $1 and service_id = $2 and withdrawn_at is null and began_at < $4 and (ended_at is null or ended_at > $3)
order by began_at, id`;

/** The outages of a client's service that touch a period, the first beginning first. */
async function spansOf(ctx: Ctx, { client, service }: Terms, { from, until }: Period): Promise<Span[]> {
  const at = [client, service, new Date(from).toISOString(), new Date(until).toISOString()];
  const rows = await ctx.hot<Omit<Span, 'from' | 'to'>>('outage_spans', SPANS, at);
  return rows.map(spanOf);
}

const SINCE = `
select client_id as client, service_id as service, id, began_at as "beganAt", ended_at as "endedAt", planned, share from outages
where ($1::uuid[] is null or client_id = any ($1::uuid[])) and ($2::uuid is null or client_id = $2) and ($3::uuid is null or service_id = $3)
  and withdrawn_at is null and began_at <= $5 and (ended_at is null or ended_at > $4)`;

/** The outages of many services since an instant (epoch milliseconds), by client and service: only of those that had any. */
export async function spansSince(
  ctx: Ctx,
  which: { clientId?: string | undefined; serviceId?: string | undefined },
  since: number,
): Promise<Map<string, OutageSpan[]>> {
  const clients = ctx.scope.allClients ? null : ctx.scope.clientIds;
  const rows = await ctx.hot<Omit<Span, 'from' | 'to' | 'title'> & { client: string; service: string }>(
    'outages_since',
    SINCE,
    [clients, which.clientId ?? null, which.serviceId ?? null, new Date(since).toISOString(), ctx.now],
  );
  const groups = Map.groupBy(rows, ({ client, service }) => pairOf(client, service));
  return new Map([...groups].map(([key, of]) => [key, of.map(spanOf)]));
}

const spanOf = <T extends { beganAt: string; endedAt: string | null }>(row: T) => ({
  ...row,
  from: Date.parse(row.beganAt),
  to: row.endedAt === null ? null : Date.parse(row.endedAt),
});

/** When a client's service is agreed to be there, with the holidays of the years from a period on. */
export function agreedHours(
  ctx: Ctx,
  { client, timeZone, country, region, calendar }: Terms,
  from: number,
): Promise<{ calendar: Calendar; name: string }> {
  const place = { id: client, timeZone, country, region };
  return calendarOfChoice(ctx, place, calendar, new Date(from).getUTCFullYear() + 1);
}

/** Reads at once what the agreed hours of many hang on. */
export const readHoursOf = (ctx: Ctx, all: readonly Terms[]): Promise<void> =>
  readSettingsOf(ctx, [
    ...new Set(all.filter(({ calendar }) => calendar === 'service_hours').map(({ client }) => client)),
  ]);

/** The part of a period in which the client had the service, until now at the latest. */
export function had(
  { since, timeZone }: Pick<Terms, 'since' | 'timeZone'>,
  now: string,
  { from, until }: Period,
): Period {
  const start = since === null ? null : dayStart(since, timeZone);
  const begins = Math.max(from, start === null ? from : Date.parse(start));
  return { from: begins, until: Math.max(begins, Math.min(until, Date.parse(now))) };
}

/**
 * How much of the agreed time since an instant (epoch milliseconds) a client's service was there, in percent; null without agreed time.
 * What had no outage was always there, so its hours need not be known.
 */
export async function percentSince(
  ctx: Ctx,
  terms: Terms,
  from: number,
  outages: readonly OutageSpan[],
): Promise<number | null> {
  if (outages.length === 0) return 100;
  const period = had(terms, ctx.now, { from, until: Date.parse(ctx.now) });
  const { calendar } = await agreedHours(ctx, terms, period.from);
  return availabilityOf({ calendar, ...period, plannedCounts: terms.plannedCounts, outages }).percent;
}

/** Availability of a client's service over a period, with how it comes about; this month until now unless said. */
export async function viewAvailability(
  ctx: Ctx,
  serviceId: string,
  query: AvailabilityQuery,
): Promise<AvailabilityView> {
  const terms = await termsOf(ctx, query.clientId, serviceId);
  const asked = askedPeriod(ctx, terms, query);
  const period = had(terms, ctx.now, asked);
  const hours = await agreedHours(ctx, terms, period.from);
  const spans = await spansOf(ctx, terms, period);
  const { plannedCounts, target } = terms;
  const found = availabilityOf({ calendar: hours.calendar, ...period, plannedCounts, outages: spans });
  const { lines, ...numbers } = found;
  return {
    client: { id: terms.client, name: terms.clientName },
    service: { id: terms.service, name: terms.serviceName },
    from: new Date(period.from).toISOString(),
    until: new Date(period.until).toISOString(),
    calendarName: hours.name,
    ...{ target, plannedCounts, ...numbers },
    why: explainAvailability({ ...found, plannedCounts }),
    outages: spans.flatMap(({ from: _, to: __, ...span }) => {
      const line = lines.find(({ id }) => id === span.id);
      return line ? [{ ...span, seconds: line.seconds, counted: line.counted, why: lineWords(line) }] : [];
    }),
  };
}

/** What an outage did to the availability, in words. */
function lineWords({ seconds, counted, excluded }: Availability['lines'][number]): string {
  if (seconds === 0) return 'Outside of the agreed hours.';
  if (excluded) return `Planned, which does not count: ${formatDuration(seconds)} of the agreed hours.`;
  if (counted === 0) return 'Another outage took this time.';
  return `Took ${formatDuration(counted)} of ${formatDuration(seconds)} agreed hours while it lasted.`;
}

function askedPeriod(ctx: Ctx, { timeZone }: Terms, { from, until }: AvailabilityQuery): Period {
  const now = Date.parse(ctx.now);
  const begins = from === undefined ? (monthsBack(now, timeZone, 1)[0]?.from ?? now) : Date.parse(from);
  const ends = until === undefined ? now : Date.parse(until);
  if (begins > now || begins < EARLIEST)
    throw invalid([{ path: 'from', message: 'must lie between the year 2000 and now' }]);
  if (ends <= begins) throw invalid([{ path: 'until', message: 'must be after the beginning' }]);
  if (ends - begins > MOST_DAYS * DAY_MS)
    throw invalid([{ path: 'until', message: 'must be at most three years after the beginning' }]);
  return { from: begins, until: ends };
}

/** The last months of a client's service, the earliest first; those before the client had it are left out. */
export async function monthsOf(ctx: Ctx, terms: Terms, count: number = MONTHS): Promise<ServiceMonth[]> {
  const months = monthsBack(Date.parse(ctx.now), terms.timeZone, count);
  const first = months[0]?.from ?? Date.parse(ctx.now);
  const { calendar } = await agreedHours(ctx, terms, first);
  const outages = await spansOf(ctx, terms, { from: first, until: Date.parse(ctx.now) });
  return months.flatMap(({ month, ...whole }) => {
    const period = had(terms, ctx.now, whole);
    if (period.from >= whole.until) return [];
    const { percent, downSeconds, interruptions } = availabilityOf({
      ...{ calendar, ...period, outages },
      plannedCounts: terms.plannedCounts,
    });
    const [from, until] = [new Date(period.from).toISOString(), new Date(period.until).toISOString()];
    return [{ month, from, until, percent, downSeconds, interruptions }];
  });
}
