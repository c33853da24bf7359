import { Fault } from '#kernel/errors.ts';
import { visitorOf } from './address.ts';

/** Different unknown keys and cookies that one visitor may send a minute before the database is no longer asked. */
const MOST = 120;
const WINDOW_MS = 60_000;
const MOST_VISITORS = 10_000;
const MOST_FRIENDS = 20_000;

/**
 * Counts tokens that nobody has, by visitor, so that guessing stays cheap for us. The same stale one sent again and again counts
 * once, and a token that was right lately is never refused: neighbours behind one address do not shut each other out.
 */
export function strangerCount() {
  const visitors = new Map<string, { hashes: Set<string>; until: number }>();
  const friends = new Set<string>();
  const current = (address: string) => {
    const entry = visitors.get(visitorOf(address));
    return entry && entry.until > Date.now() ? entry : undefined;
  };
  return {
    /** Throws `too_many_requests` when this visitor sent too many unknown tokens and this one is not known to be right. */
    refuseIfNoisy(address: string, hash: string): void {
      if (friends.has(hash) || (current(address)?.hashes.size ?? 0) < MOST) return;
      throw new Fault('too_many_requests', 'Too many unknown keys came from this address. Wait a minute.', {
        extra: { retryAfter: 60 },
      });
    },
    /** Notes what a look-up found. */
    note(address: string, hash: string, found: boolean): void {
      if (found) {
        if (friends.size >= MOST_FRIENDS) friends.clear();
        friends.add(hash);
        return;
      }
      friends.delete(hash);
      const entry = current(address);
      if (entry) entry.hashes.add(hash);
      else {
        if (visitors.size >= MOST_VISITORS) visitors.clear();
        visitors.set(visitorOf(address), { hashes: new Set([hash]), until: Date.now() + WINDOW_MS });
      }
    },
  };
}
