/** How long before its end a token is not used any more, at most. */
const MARGIN_MS = 60_000;

/** A token as the vendor gave it; null where it does not say how long it lives. */
export type GivenToken = { readonly token: string; readonly livesMs: number | null };

/** Where a token lies that several sessions use; `until` in milliseconds since the epoch. */
export type TokenShelf = { held: { readonly token: string; readonly until: number } | null };

/** Holds one token for all calls of a session, and asks for another one when it ends. */
export type TokenKeeper = {
  current(): Promise<string>;
  /** Asks for another one, unless somebody did so since `stale` was used. */
  renew(stale: string): Promise<void>;
  /** What must not be said, where there is a token. */
  readonly secret: string | null;
};

/** Its life is counted from our own clock, since the vendor's may be wrong. Throws what `give` throws. */
export function openTokenKeeper(
  give: () => Promise<GivenToken>,
  now: () => number,
  shelf: TokenShelf = { held: null },
): TokenKeeper {
  let asking: Promise<void> | null = null;
  const ask = () => {
    asking ??= give()
      .then(({ token, livesMs }) => {
        const life = livesMs ?? Number.POSITIVE_INFINITY;
        shelf.held = { token, until: now() + life - Math.min(MARGIN_MS, life / 10) };
      })
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  return {
    async current() {
      if (shelf.held === null || shelf.held.until <= now()) await ask();
      return shelf.held?.token ?? '';
    },
    async renew(stale) {
      if (shelf.held === null || shelf.held.token === stale) await ask();
    },
    get secret() {
      return shelf.held?.token ?? null;
    },
  };
}
