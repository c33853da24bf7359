import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { refreshTickets } from './refresh.ts';

/** Something that was done to a ticket, and its inverse. */
export type Undo = { key: string; run(): Promise<unknown> };

/** Takes back what an event says was done to a ticket. */
export const undoEvent = ({ id, key }: { id: string; key: string }, ...eventIds: readonly string[]): Undo => ({
  key,
  run: async () => {
    // Of several the last goes first.
    for (const eventId of eventIds.toReversed())
      await call('POST /tickets/{idOrKey}/undo', { params: { idOrKey: id }, body: { eventId } });
  },
});

/** Many take turns, a few at a time. */
const AT_ONCE = 4;
const TOLD = 3;

/**
 * Takes things back, each for itself: what cannot be taken back any more is told, and stops none of the others. `stays` says what
 * was done along with it and cannot be taken back.
 */
export async function takeBack(done: readonly Undo[], stays = ''): Promise<void> {
  const waiting = [...done];
  const kept: { key: string; error: unknown }[] = [];
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const { key } = one;
      await one.run().catch((error: unknown) => kept.push({ key, error }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const back = done.length - kept.length;
  if (back > 0)
    toast.done(kept.length === 0 ? `Taken back${stays && `; ${stays}`}` : `${back} of ${done.length} taken back`);
  const more = kept.length - TOLD;
  kept.slice(0, TOLD).forEach(({ key, error }, index) => {
    const others = index === TOLD - 1 && more > 0 ? ` and ${more} more` : '';
    toast.fault(error, `Not taken back: ${key}${others}`);
  });
  await refreshTickets();
}
