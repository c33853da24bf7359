import { useEffect, useState } from 'react';

const keptUnder = () => `fettle.token.${window.location.pathname}`;

/** What a link brings: its token, and what else stands behind `#`, which only the first look at it tells. */
type Link = { token: string; more: URLSearchParams };

/** Takes the token out of the address, so that it is not left in the history, and keeps it for as long as the tab is open. */
function takeLink(): Link {
  const more = new URLSearchParams(window.location.hash.slice(1));
  const token = more.get('token');
  if (!token) return { token: sessionStorage.getItem(keptUnder()) ?? '', more: new URLSearchParams() };
  sessionStorage.setItem(keptUnder(), token);
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return { token, more };
}

/** What a link such as `/portal/rate#token=…&score=good` brings; its token outlives a reload. */
export function useLink(): Link {
  const [link, setLink] = useState(takeLink);
  useEffect(() => {
    // Opening the link in a tab that shows this page already changes nothing but the part behind `#`.
    const again = () => setLink(takeLink());
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return link;
}

/** The one-time token of a link such as `/setup#token=…`. */
export const useToken = (): string => useLink().token;

/** The token has done its work; it opens nothing any more. */
export function forgetToken(): void {
  sessionStorage.removeItem(keptUnder());
}
