/** Where the page is kept that somebody wanted before they signed in. */
const KEPT = 'fettle.portal.wanted';
/** As long as a mail signs in. */
const KEPT_MS = 15 * 60_000;

/** Remembers the page that somebody wanted who has to sign in first, maybe in another tab by a link in a mail. */
export function keepWanted(path: string): void {
  if (!isPage(path)) return;
  try {
    localStorage.setItem(KEPT, JSON.stringify({ path, until: Date.now() + KEPT_MS }));
  } catch {
    // Without a memory one comes in at the front.
  }
}

/** The page that was wanted, once; the front of the portal where none was. */
export function takeWanted(): string {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as { path?: unknown; until?: unknown } | null;
    localStorage.removeItem(KEPT);
    if (typeof kept?.path === 'string' && Number(kept.until) > Date.now() && isPage(kept.path)) return kept.path;
  } catch {
    // What is there is not ours.
  }
  return '/portal';
}

/** A page within the portal, of which one can say no more than that. */
const isPage = (path: string): boolean => /^\/portal\/[a-z]+(\/[\w-]+)*$/i.test(path);
