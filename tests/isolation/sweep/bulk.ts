import type pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import type { planted } from './canary.ts';
import { type Firm, must } from './world.ts';

/**
 * Somebody's change of many tickets of the foreign client, with words in all that is kept of it. It comes to rest here: the row
 * is locked first, as whoever works on it does, so that nothing of it changes later. Returns its id.
 */
export async function plantBulk(
  desk: Desk,
  who: Pick<Person, 'call'>,
  { client }: Firm,
  say: typeof planted,
): Promise<string> {
  const tag = say('tag', 'desk');
  const { id } = await must(who, 'POST', '/bulk-changes', { filter: { clientId: [client], tag: [tag] }, actions: {} });
  await desk.run(async ({ tx, now }) => {
    const actions = JSON.stringify({ addTags: [say('tag', 'desk')] });
    await tx
      .updateTable('bulk_changes')
      .set({ actions, state: 'stopped', finished_at: now })
      .where('id', '=', id)
      .execute();
    await tx
      .updateTable('bulk_change_items')
      .set({ state: 'refused', detail: say('refusal', 'desk') })
      .where('bulk_id', '=', id)
      .execute();
  });
  return id;
}

/** The same change once more, under way for ever: nobody works on it, so that it can be stopped and taken back whenever. */
export async function endlessly(admin: pg.Client, id: string): Promise<string> {
  const copy = newId();
  await admin.query(
    `insert into fettle.bulk_changes (id, staff_id, actor_kind, actor_name, reach, filter, actions, state, total, created_at)
     select $2, staff_id, actor_kind, actor_name, reach, filter, actions, 'running', total, created_at
     from fettle.bulk_changes where id = $1`,
    [id, copy],
  );
  await admin.query(
    `insert into fettle.bulk_change_items (client_id, bulk_id, ticket_id, position)
     select client_id, $2, ticket_id, position from fettle.bulk_change_items where bulk_id = $1`,
    [id, copy],
  );
  return copy;
}
