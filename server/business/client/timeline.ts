import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { ClientEvent } from '#shared/client.ts';
import { viewClient } from './clients.ts';
import { TOLD, wordsOf } from './timeline-words.ts';

export type TimelineRow = {
  id: string;
  at: string;
  type: string;
  actor_name: string;
  data: Record<string, unknown>;
  ticket_key: string | null;
  ticket_title: string | null;
  contact_name: string | null;
  site_name: string | null;
  project_name: string | null;
};

const USUAL = 30;

/**
 * What happened between the provider and a client, newest first: what changed about the client, its people and its places,
 * and the tickets that came. A ticket's own steps are told on the ticket.
 */
export async function clientTimeline(
  ctx: Ctx,
  clientId: string,
  query: { limit?: number; cursor?: string },
): Promise<{ items: ClientEvent[]; nextCursor: string | null }> {
  await viewClient(ctx, clientId);
  const limit = query.limit ?? USUAL;
  const [at, id] = decodeCursor(query.cursor, ['instant', 'id']) ?? [null, null];
  const { rows } = await sql<TimelineRow>`
    select e.id, e.at, e.type, e.actor_name, e.data, t.key as ticket_key, t.title as ticket_title,
      k.name as contact_name, s.name as site_name,
      j.key || ' ' || j.name as project_name
    from events e
      left join tickets t on e.subject_type = 'ticket' and t.client_id = e.client_id and t.id = e.subject_id
      left join contacts k on e.subject_type = 'contact' and k.client_id = e.client_id and k.id = e.subject_id
      left join sites s on e.subject_type = 'site' and s.client_id = e.client_id and s.id = e.subject_id
      left join projects j on e.subject_type = 'project' and j.client_id = e.client_id and j.id = e.subject_id
    where e.client_id = ${clientId} and e.type = any (${TOLD}::text[])
      and (${at}::timestamptz is null or (e.at, e.id) < (${at}::timestamptz, ${id}::uuid))
    order by e.at desc, e.id desc limit ${limit + 1}`.execute(ctx.tx);
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.at, row.id]);
  return {
    nextCursor,
    items: items.map((row) => ({
      id: row.id,
      at: row.at,
      actor: row.actor_name,
      sentence: wordsOf(row),
      ticketKey: row.ticket_key,
    })),
  };
}
