import { HELD } from './held.ts';
import type { Clock, ClockEvent } from './types.ts';

/** Something that makes a clock count or wait, and who brought it about. */
export type Cause = { readonly why: string | null; readonly by: string | null };

/** Why a clock stands as it does: held by hand, and what the ticket itself makes of it, if anything. */
export type Standing = { readonly held: Cause | null; readonly own: Cause | null };

export const NO_STANDING: Standing = { held: null, own: null };

/** What an event that the clock has heeded makes of the standing. What only cuts a stretch changes nothing about why. */
export function standingAfter(before: Standing, clock: Clock | null, event: ClockEvent): Standing {
  const cause = causeOf(event);
  const waits = clock !== null && clock.stoppedAt === null && clock.pauseReason !== null;
  switch (event.type) {
    case 'retarget':
    case 'threshold':
      return before;
    case 'pause':
      // What it waits for goes on behind the hold.
      return event.reason === HELD ? { held: cause, own: waits ? before.own : null } : { held: null, own: cause };
    case 'mark':
      if (event.promised) return before;
      if (before.held) return event.waits === undefined ? before : { ...before, own: behind(before.own, event) };
      return waits ? before : { ...before, own: cause };
    case 'reset':
      return waits ? before : { held: null, own: cause };
    default:
      return { held: null, own: cause };
  }
}

/** What an event says, as a cause. */
export const causeOf = (event: ClockEvent): Cause => ({
  why: event.why ?? (event.type === 'pause' ? event.reason : null),
  by: event.by ?? null,
});

/** What the ticket waits for behind a hold: by whoever began that, not by whoever changed something else. */
function behind(own: Cause | null, { waits, by }: ClockEvent & { type: 'mark' }): Cause | null {
  if (!waits) return null;
  return own?.why === waits ? own : { why: waits, by: by ?? null };
}
