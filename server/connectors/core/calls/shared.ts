import { createHash } from 'node:crypto';

/** More accounts than one installation connects to. */
const MOST = 500;

/**
 * What the sessions of one account have in common in this process, such as its pace: several run side by side, and a vendor counts them
 * together. `key` is what the account is known by, secrets among it; only its hash is kept. What was not used for longest is forgotten.
 */
export function openShared<S>(make: () => S): (key: readonly string[]) => S {
  const kept = new Map<string, S>();
  return (key) => {
    const hash = createHash('sha256').update(JSON.stringify(key)).digest('base64');
    const shared = kept.get(hash) ?? make();
    kept.delete(hash);
    kept.set(hash, shared);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return shared;
  };
}
