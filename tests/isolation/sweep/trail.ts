import { ask } from './callers.ts';
import { foundIn } from './canary.ts';
import type { Pov } from './pov.ts';
import type { Scene } from './scene.ts';

type Entry = { client: { id: string } | null };

/** Entries of the whole audit trail, page after page, that tell the reader what they must not be told. */
export async function faultsOfTrail({ desk, admin, home }: Scene, pov: Pov): Promise<string[]> {
  // The home client knows its own history with the ticket that went: by its id, and by nothing else.
  const { rows } = await admin.query<{ id: string }>(
    "select subject_id as id from fettle.events where client_id = $1 and type = 'ticket.moved_away'",
    [home.client],
  );
  const once = rows.map(({ id }) => id);
  const faults: string[] = [];
  let seen = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const after: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await ask(desk, pov.caller, { method: 'GET', url: `/audit?limit=200${after}` });
    const page = JSON.parse(answer.text) as { items: Entry[]; nextCursor: string | null };
    for (const entry of page.items) {
      const found = foundIn(JSON.stringify(entry), pov.forbidden, entry.client?.id === home.client ? once : []);
      if (found.length > 0) faults.push(`${found.join(', ')} in ${JSON.stringify(entry)}`);
    }
    seen += page.items.length;
    cursor = page.nextCursor;
  }
  return seen > 200 ? faults : [...faults, `only ${seen} entries were read, which proves nothing`];
}
