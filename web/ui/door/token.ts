import { useEffect, useState } from 'react';

const keptUnder = () => `fettle.token.${window.location.pathname}`;

/** Takes the token out of the address, so that it is not left in the history, and keeps it for as long as the tab is open. */
function takeToken(): string {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (!token) return sessionStorage.getItem(keptUnder()) ?? '';
  sessionStorage.setItem(keptUnder(), token);
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return token;
}

/** The one-time token of a link such as `/setup#token=…`; it outlives a reload. */
export function useToken(): string {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    // Opening the link in a tab that shows this page already changes nothing but the part behind `#`.
    const again = () => setToken(takeToken());
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return token;
}

/** The token has done its work; it opens nothing any more. */
export function forgetToken(): void {
  sessionStorage.removeItem(keptUnder());
}
