import type { Presence } from './hub.ts';

/** How long somebody counts as present without saying so again; people repeat it every fifteen seconds or so. */
const PRESENT_MS = 45_000;
/** How long "typing" lasts without being repeated; then they are still there, only not typing. */
const TYPING_MS = 8_000;
const MOST = 10_000;

type Seen = Presence & { at: number };

/** Who is on which ticket, as heard from every process. Kept in memory only: what is lost is said again within seconds. */
export class PresenceBook {
  readonly #seen = new Map<string, Seen>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  note(presence: Presence): void {
    const key = `${presence.ticketId} ${presence.staffId}`;
    this.#seen.delete(key);
    if (presence.state === 'left') return;
    if (this.#seen.size >= MOST) this.#forgetGone();
    this.#seen.set(key, { ...presence, at: this.#now() });
  }

  /** Those on a ticket now, while it belongs to this client. */
  on(clientId: string, ticketId: string): Presence[] {
    const now = this.#now();
    return [...this.#seen.values()]
      .filter((seen) => seen.ticketId === ticketId && seen.clientId === clientId && now - seen.at < PRESENT_MS)
      .map(({ at, ...presence }) => ({
        ...presence,
        state: presence.state === 'typing' && now - at >= TYPING_MS ? 'viewing' : presence.state,
      }));
  }

  /** The oldest come first, since each new word of somebody moves them to the end. */
  #forgetGone(): void {
    for (const [key, seen] of this.#seen) {
      if (this.#now() - seen.at < PRESENT_MS && this.#seen.size < MOST) return;
      this.#seen.delete(key);
    }
  }
}
