import { useState } from 'react';

/** As many as are shown at first, and come with each press. */
const AT_ONCE = 200;
/** Each may hold a mail or two, each in a frame of its own: a browser shows a thousand frames at most, and leaves the rest empty. */
const MOST = 400;

/** What stands on the page where it reaches back to the place `reach` from the end; how many stand before and after that. */
export function latestOf<T>(all: readonly T[], reach: number) {
  const after = Math.max(0, Math.min(reach, all.length) - MOST);
  const before = Math.max(0, all.length - reach);
  return { shown: all.slice(before, all.length - after), before, after };
}

/**
 * The part of a long list that stands on the page: its end, and more of what is before on demand, so that the page stays light and no
 * frame stays empty. Of very many what comes after gives way.
 */
export function useLatest<T>(all: readonly T[]) {
  const [reach, setReach] = useState(AT_ONCE);
  return {
    ...latestOf(all, reach),
    earlier: () => setReach(reach + AT_ONCE),
    latest: () => setReach(AT_ONCE),
  };
}
