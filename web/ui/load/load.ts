import { ApiProblem, offlineProblem } from '#client/index.ts';

/** Versions that this tab has left by itself: it leaves each once, so that a broken build does not reload for ever. */
const LEFT = 'fettle.versionsLeft';

/** Where the app of this page begins: the portal is one of its own. */
const start = (): string => (/^\/portal(\/|$)/.test(window.location.pathname) ? '/portal' : '/');

/** The script that this page began with. Its name carries a hash of its content, so it names the version. */
const version = (): string => document.querySelector('script[type=module][src]')?.getAttribute('src') ?? '';

/**
 * Fetches a page of the app. Where an update has taken its file away, the whole app is loaded anew at the address wanted,
 * once; what was typed and has a draft is there again, as after any other way of leaving a page.
 * Throws what can be shown.
 */
export async function loadPage<T>(importer: () => Promise<T>): Promise<T> {
  try {
    return await importer();
  } catch (cause) {
    const reason = await whyMissing(cause);
    if (!isUpdate(reason) || !leaveOnce()) throw reason;
    window.location.reload();
    // The page stays as it is until the new one takes its place.
    return new Promise(() => undefined);
  }
}

/** The same for a part of a page, where people may be in the midst of something: it is they who decide when to reload. */
export async function loadPart<T>(importer: () => Promise<T>): Promise<T> {
  try {
    return await importer();
  } catch (cause) {
    throw await whyMissing(cause);
  }
}

/** Whether only loading the app anew helps. */
export const isUpdate = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'updated';

/** Why a file of the app did not come: another version is served by now, nothing is served, or the file itself is at fault. */
async function whyMissing(cause: unknown): Promise<unknown> {
  try {
    const answer = await fetch(start(), { headers: { accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok) return offlineProblem(cause);
    if ((await answer.text()).includes(version())) return cause;
  } catch {
    return offlineProblem(cause);
  }
  return new ApiProblem({
    status: 0,
    code: 'updated',
    title: 'Fettle has been updated',
    detail: 'This page is still the version before. Load the new one to go on; drafts are kept.',
  });
}

function leaveOnce(): boolean {
  try {
    const left = new Set<unknown>(JSON.parse(sessionStorage.getItem(LEFT) ?? '[]') as unknown[]);
    if (left.has(version())) return false;
    sessionStorage.setItem(LEFT, JSON.stringify([...left.add(version())]));
    return true;
  } catch {
    // Without a storage nothing would end a loop.
    return false;
  }
}
