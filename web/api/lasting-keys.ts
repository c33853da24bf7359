/** The server keeps the answer to a request for a day, to be given again to the same request under the same key. */
const KEPT_MS = 23 * 3_600_000;
const PREFIX = 'fettle.unanswered.';

/** Under which keys requests wait for their answer, by what is asked. */
export type Keys = { get(what: string): string | null; set(what: string, key: string): void; drop(what: string): void };

/** Forgets what waits too long to be answered any more. */
function tidy(now: number): void {
  const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
  for (const name of names)
    if (name.startsWith(PREFIX) && !(Number.parseInt(localStorage.getItem(name) ?? '', 10) > now - KEPT_MS))
      localStorage.removeItem(name);
}

const quietly = <R>(run: () => R, otherwise: R): R => {
  try {
    return run();
  } catch {
    // Storage may be switched off or full; a key then lives as long as its request.
    return otherwise;
  }
};

/** Keys that outlive the page: it may be left or closed before an answer comes, or without one. */
export const lastingKeys: Keys = {
  get: (what) =>
    quietly(() => {
      tidy(Date.now());
      return localStorage.getItem(PREFIX + what)?.split(' ')[1] ?? null;
    }, null),
  set: (what, key) => quietly(() => localStorage.setItem(PREFIX + what, `${Date.now()} ${key}`), undefined),
  drop: (what) => quietly(() => localStorage.removeItem(PREFIX + what), undefined),
};

/** The key of one request, as long as the page has it. */
export function passingKeys(): Keys {
  let kept: { what: string; key: string } | null = null;
  return {
    get: (what) => (kept?.what === what ? kept.key : null),
    set: (what, key) => {
      kept = { what, key };
    },
    drop: () => {
      kept = null;
    },
  };
}
