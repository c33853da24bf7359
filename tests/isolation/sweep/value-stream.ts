import type { ValueStreamView } from '#shared/value-stream.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { must } from './world.ts';

/** The stream of incidents that every firm begins with, which is the provider's. */
export async function shippedStream(owner: Person): Promise<string> {
  const { items } = await must<{ items: ValueStreamView[] }>(owner, 'GET', '/value-streams');
  return items[0]?.id ?? '';
}

/** What became of a client's ticket in that stream, and that it is to be worked out anew some day. */
export const plantFlow = (
  desk: Desk,
  { client, ticket, stream }: { client: string; ticket: string; stream: string },
): Promise<void> =>
  desk.run(async ({ tx, now }) => {
    const of = { client_id: client, ticket_id: ticket };
    await tx
      .insertInto('value_stream_steps')
      .values({
        ...{ ...of, stream_id: stream, step_key: 'take_in', number: 1, ended_at: now, entered_at: now, left_at: now },
        ...{ visits: 1, wait: 60, wait_business: 60, touch: 0, touch_business: 0, estimated: true },
        ...{ waits: [60, 0, 0, 0, 0, 0, 0, 0], waits_business: [60, 0, 0, 0, 0, 0, 0, 0] },
      })
      .execute();
    await tx
      .insertInto('value_stream_due')
      .values({ ...of, at: '2999-01-01T00:00:00.000Z' })
      .execute();
  });
