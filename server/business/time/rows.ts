import type { Selectable } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';

export type EntryRecord = Selectable<Tables['time_entries']>;

/** An entry, locked; `not_found` where the caller sees none. */
export async function lockEntry(ctx: Ctx, id: string): Promise<EntryRecord> {
  const entry = await ctx.tx
    .selectFrom('time_entries')
    .selectAll()
    .where('id', '=', id.toLowerCase())
    .forUpdate()
    .executeTakeFirst();
  if (!entry) throw notFound('time entry');
  return entry;
}

/** The zone whose days a person's time is counted by. */
export async function zoneOf(ctx: Ctx, staffId: string): Promise<string> {
  const person = await ctx.tx.selectFrom('staff').select('time_zone').where('id', '=', staffId).executeTakeFirst();
  if (!person) throw notFound('person');
  return person.time_zone;
}
