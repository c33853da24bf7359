import { sql } from 'kysely';
import { dayAt } from '#kernel/day.ts';
import { invalid } from '#kernel/errors.ts';
import { spellMinutes } from '#kernel/minutes.ts';
import type { Ctx } from '#platform/context/index.ts';
import { begunIn, boundsOf, minutesIn } from './days.ts';
import { lockPerson } from './rows.ts';

/** Work is recorded after it was done; a machine's clock may be some minutes ahead. */
const EARLIEST = '2000-01-01T00:00:00.000Z';
const CLOCK_SKEW_MS = 600_000;

type When = { started_at: string | null; worked_at: string; minutes: number };

/** Refuses time that is not yet or long past, and more in a day than the day is long, in the person's zone. `except`: an entry that is changed. */
export async function refuseImpossible(ctx: Ctx, staffId: string, when: When, except?: string): Promise<void> {
  const field = when.started_at === null ? 'workedAt' : 'startedAt';
  const began = when.started_at ?? when.worked_at;
  if (began < EARLIEST || Date.parse(when.worked_at) > Date.parse(ctx.now) + CLOCK_SKEW_MS)
    throw invalid([
      {
        path: field,
        message:
          field === 'workedAt'
            ? 'must be between the year 2000 and now'
            : 'and the minutes must end by now, after the year 2000',
      },
    ]);
  // Two at once take turns, so that they do not fill the same hours.
  const zone = await lockPerson(ctx, staffId);
  const day = dayAt(began, zone);
  const bounds = boundsOf([day], zone);
  const long = minutesIn(bounds);
  const { rows } = await sql<{ minutes: number }>`
    select coalesce(sum(e.minutes), 0)::int as minutes from time_entries e
    where ${begunIn(staffId, bounds)} and e.id is distinct from ${except ?? null}::uuid`.execute(ctx.tx);
  const already = rows[0]?.minutes ?? 0;
  if (already + when.minutes > long)
    throw invalid([
      {
        path: 'minutes',
        message: `do not fit: ${day} has ${spellMinutes(long)}, of which ${spellMinutes(already)} are recorded`,
      },
    ]);
}
