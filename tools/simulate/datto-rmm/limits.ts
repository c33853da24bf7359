const WINDOW_MS = 60_000;
export const READS = 600;
export const WRITES = 100;
/** Calls beyond the limit until the address is blocked. */
const PATIENCE = 60;
const BLOCK_MS = 300_000;

/** Datto's throttle: refuses what is over the limit, and blocks the address of whoever goes on. */
export type Limits = {
  /** What a call of this kind is answered with; null where it may pass. A read is `read`, a write the name of its operation. */
  judge(operation: string): 429 | 403 | null;
  /** Reads within the last sixty seconds. */
  readonly reads: number;
};

/** `now` in milliseconds. */
export function openLimits(now: () => number): Limits {
  const calls = new Map<string, number[]>();
  let excess = 0;
  let blockedUntil = 0;
  const recent = (operation: string) => {
    const kept = (calls.get(operation) ?? []).filter((at) => at > now() - WINDOW_MS);
    calls.set(operation, kept);
    return kept;
  };
  return {
    judge(operation) {
      if (now() < blockedUntil) return 403;
      const made = recent(operation);
      if (made.length < (operation === 'read' ? READS : WRITES)) {
        made.push(now());
        excess = 0;
        return null;
      }
      if (++excess <= PATIENCE) return 429;
      blockedUntil = now() + BLOCK_MS;
      return 403;
    },
    get reads() {
      return recent('read').length;
    },
  };
}
