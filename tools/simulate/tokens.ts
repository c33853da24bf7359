import { randomBytes } from 'node:crypto';

/** Tokens that a simulator has given, by the simulator's own clock. */
export type Tokens = {
  /** A new token that lives so long, unless a switch says otherwise; `kind` keeps tokens for different uses apart. */
  give(kind: string, lifeMs: number): string;
  isGood(kind: string, token: string): boolean;
  /** Makes every token useless that was given before. */
  revoke(): void;
  /** How many were given. */
  readonly given: number;
};

export function openTokens(now: () => number, lifeMs: () => number | null): Tokens {
  const ends = new Map<string, number>();
  let given = 0;
  return {
    give(kind, usualMs) {
      const token = randomBytes(24).toString('base64url');
      ends.set(`${kind} ${token}`, now() + (lifeMs() ?? usualMs));
      given++;
      return token;
    },
    isGood: (kind, token) => (ends.get(`${kind} ${token}`) ?? 0) > now(),
    revoke: () => ends.clear(),
    get given() {
      return given;
    },
  };
}
