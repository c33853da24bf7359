import { newId } from '#kernel/ids.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { must } from './world.ts';

/** Recorded time that was returned, a timer, a trail and what was settled of one, of somebody who works there. Returns the id of the entry. */
export async function plantTime(
  desk: Desk,
  owner: Person,
  { client, ticket, staff }: { client: string; ticket: string; staff: string },
  words: (what: string) => string,
): Promise<string> {
  const { id } = await must(owner, 'POST', `/tickets/${ticket}/time`, { minutes: 5, note: words('time') });
  await desk.run(async ({ tx, now }) => {
    const place = { client_id: client, ticket_id: ticket, staff_id: staff };
    await tx
      .updateTable('time_entries')
      .set({ state: 'returned', returned_because: words('returned') })
      .where('id', '=', id)
      .execute();
    await tx
      .insertInto('timers')
      .values({ ...place, id: newId(), started_at: now, note: words('timer') })
      .execute();
    await tx
      .insertInto('time_trails')
      .values({ ...place, id: newId(), from_at: now, until_at: now })
      .execute();
    const nudge = { staff_id: staff, day: now.slice(0, 10), by_id: staff, created_at: now };
    await tx
      .insertInto('time_nudges')
      .values(nudge)
      .onConflict((clash) => clash.doNothing())
      .execute();
    await tx
      .insertInto('time_settled')
      .values({ ...place, day: now.slice(0, 10), minutes: 1 })
      .execute();
  });
  return id;
}
