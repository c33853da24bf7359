import type { Selectable } from 'kysely';
import { dayAt } from '#kernel/day.ts';
import { notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import type { TimeState } from '#shared/time.ts';

export type EntryRecord = Omit<Selectable<Tables['time_entries']>, 'state'> & { state: TimeState };

/** An entry, locked; `not_found` where the caller sees none. */
export async function lockEntry(ctx: Ctx, id: string): Promise<EntryRecord> {
  const entry = await ctx.tx
    .selectFrom('time_entries')
    .selectAll()
    .where('id', '=', id.toLowerCase())
    .forUpdate()
    .executeTakeFirst();
  if (!entry) throw notFound('time entry');
  return entry as EntryRecord;
}

/** Who somebody is, and by which zone their days are counted; `not_found` where there is no such person. */
export async function personOf(ctx: Ctx, staffId: string) {
  const person = await ctx.tx
    .selectFrom('staff')
    .select(['id', 'name', 'time_zone'])
    .where('id', '=', staffId)
    .executeTakeFirst();
  if (!person) throw notFound('person');
  return person;
}

/** The zone by which a person's days are counted. */
export const zoneOf = async (ctx: Ctx, staffId: string): Promise<string> => (await personOf(ctx, staffId)).time_zone;

/** Which day it is for whoever acts: by their own zone, for the program by UTC. */
export async function todayOf(ctx: Ctx): Promise<string> {
  const staffId = actingStaff(ctx);
  return dayAt(ctx.now, staffId === null ? 'UTC' : await zoneOf(ctx, staffId));
}

/** What is written about a person's time takes turns until the end of the transaction. Answers their zone. */
export async function lockPerson(ctx: Ctx, staffId: string): Promise<string> {
  const person = await ctx.tx
    .selectFrom('staff')
    .select('time_zone')
    .where('id', '=', staffId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!person) throw notFound('person');
  return person.time_zone;
}
