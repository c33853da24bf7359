import { openShared, openSharedPace, type TokenShelf } from '#server/connectors/core/index.ts';

const WINDOW_MS = 60_000;
/** What Datto allows within a minute where it does not say so itself. */
const READS = 600;
const WRITES = 100;

type SharedPace = ReturnType<typeof openSharedPace>;

/** What all sessions of one account know. Instants are milliseconds since the epoch. */
export type Account = {
  readonly shelf: TokenShelf;
  /** What is allowed is shared with whatever else calls Datto for this MSP: half of it is ours. */
  reads: SharedPace;
  readonly writes: SharedPace;
  /** How many reads a minute `reads` is made for, all told. */
  limit: number;
  /** What a page may hold; null where Datto did not say. */
  pageSize: number | null;
  learnedAt: number | null;
  limitedAt: number | null;
  blockedUntil: number;
};

const paceFor = (limit: number): SharedPace => openSharedPace({ calls: Math.floor(limit / 2), windowMs: WINDOW_MS });

/** The account of an address and its credentials. */
export const accountOf = openShared<Account>(() => ({
  ...{ shelf: { held: null }, reads: paceFor(READS), writes: paceFor(WRITES), limit: READS },
  ...{ pageSize: null, learnedAt: null, limitedAt: null, blockedUntil: 0 },
}));

/** The pace for what Datto says that it allows; the one there is where that is the same, or was not said. */
export function paceOf(limit: number | null, account: Account): SharedPace {
  if (limit === null || limit < 2 || limit === account.limit) return account.reads;
  account.limit = limit;
  return paceFor(limit);
}
