import type { Services } from '../context/index.ts';
import type { Session } from '../http/index.ts';

/** How long a found caller is remembered: a revocation takes effect within this time in every process. */
const REMEMBER_MS = 2_000;
const MOST = 5_000;

/** A caller as found, and the networks their key may be used from. */
export type Known = { readonly session: Session | null; readonly networks: readonly string[] };

const memories = new WeakMap<Services, Map<string, Known & { until: number }>>();

function memoryOf(services: Services): Map<string, Known & { until: number }> {
  const known = memories.get(services) ?? new Map();
  memories.set(services, known);
  return known;
}

/** The caller behind a token's hash, if it was looked up a moment ago. */
export function recall(services: Services, hash: string): Known | undefined {
  const found = memoryOf(services).get(hash);
  return found && found.until > Date.now() ? found : undefined;
}

/** Keeps what was found for a moment. */
export function remember(services: Services, hash: string, known: Known): void {
  const memory = memoryOf(services);
  if (memory.size >= MOST) memory.clear();
  memory.set(hash, { ...known, until: Date.now() + REMEMBER_MS });
}

/** Forgets everybody in this process: called once a session, key or right was taken away. */
export function forgetCallers(services: Services): void {
  memories.get(services)?.clear();
}
