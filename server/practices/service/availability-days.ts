import { availabilityOf, type OutageSpan } from '#kernel/availability.ts';
import type { Ctx } from '#platform/context/index.ts';
import { agreedHours, had, readHoursOf, spansSince } from './availability.ts';
import { listTerms, pairOf } from './terms.ts';

const DAY_MS = 86_400_000;
const NO_OUTAGES: readonly OutageSpan[] = [];

/**
 * Of each day of a period how many agreed seconds a service was there, and how many there were: of one client, or of all in sight that have
 * it. Days without agreed time are left out, and so is what is to come. Together they give the availability that its page tells.
 */
export async function availabilityByDay(
  ctx: Ctx,
  { clientId, serviceId }: { clientId: string | null; serviceId: string },
  { fromAt, untilAt }: { fromAt: string; untilAt: string },
): Promise<(readonly [there: number, agreed: number])[]> {
  const [from, until] = [Date.parse(fromAt), Date.parse(untilAt)];
  const which = { serviceId, ...(clientId === null ? {} : { clientId }) };
  const spans = await spansSince(ctx, which, from);
  // A day on which clocks are moved belongs to the day before it or after it.
  const count = Math.max(1, Math.round((until - from) / DAY_MS));
  const days = Array.from({ length: count }, () => [0, 0] as [number, number]);
  const all = await listTerms(ctx, which);
  await readHoursOf(ctx, all);
  for (const terms of all) {
    const { calendar } = await agreedHours(ctx, terms, from);
    const outages = spans.get(pairOf(terms.client, terms.service)) ?? NO_OUTAGES;
    for (const [at, day] of days.entries()) {
      const ends = at + 1 === count ? until : from + (at + 1) * DAY_MS;
      const period = had(terms, ctx.now, { from: from + at * DAY_MS, until: ends });
      const { agreedSeconds, downSeconds } = availabilityOf({
        ...{ calendar, ...period, outages },
        plannedCounts: terms.plannedCounts,
      });
      day[0] += agreedSeconds - downSeconds;
      day[1] += agreedSeconds;
    }
  }
  return days.filter(([, agreed]) => agreed > 0);
}
