import { Fault } from '#kernel/errors.ts';
import { visitorOf } from './address.ts';

/** Unknown keys that one address may send a minute before the database is no longer asked. */
const MOST = 120;
const WINDOW_MS = 60_000;

/** Counts keys and cookies that nobody has, by address, so that guessing and plain noise stay cheap for us. */
export function strangerCount(): { refuseIfNoisy(address: string): void; note(address: string): void } {
  const counts = new Map<string, { count: number; until: number }>();
  const current = (visitor: string) => {
    const entry = counts.get(visitor);
    return entry && entry.until > Date.now() ? entry : undefined;
  };
  return {
    refuseIfNoisy(address) {
      const entry = current(visitorOf(address));
      if (entry && entry.count >= MOST)
        throw new Fault('too_many_requests', 'Too many unknown keys came from this address. Wait a minute.', {
          extra: { retryAfter: 60 },
        });
    },
    note(address) {
      const visitor = visitorOf(address);
      const entry = current(visitor);
      if (counts.size > 10_000) counts.clear();
      if (entry) entry.count++;
      else counts.set(visitor, { count: 1, until: Date.now() + WINDOW_MS });
    },
  };
}
