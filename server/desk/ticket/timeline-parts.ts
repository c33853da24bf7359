import type { Ctx } from '#platform/context/index.ts';
import type { StoredEvent } from './timeline-words.ts';

const KEYS =
  'select id, key from tickets where id = any ($1::uuid[]) and ($2::boolean or client_id = any ($3::uuid[]))';

/** The events with the tickets of other clients, which they tell of without a name, called by their keys where the reader sees these. */
export async function nameParts(ctx: Ctx, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const ids = [...new Set(events.flatMap(({ data }) => (typeof data['partId'] === 'string' ? data['partId'] : [])))];
  if (ids.length === 0) return [...events];
  const { allClients, clientIds } = ctx.scope;
  const found = await ctx.hot<{ id: string; key: string }>('timeline_parts', KEYS, [ids, allClients, [...clientIds]]);
  const keys = new Map(found.map(({ id, key }) => [id, key]));
  return events.map((event) => {
    const key = keys.get(String(event.data['partId']));
    return key ? { ...event, data: { ...event.data, text: key } } : event;
  });
}
