/** The one-time token of a link such as `/setup#token=…`, taken out of the address so that it is not left in the history. */
export function tokenOfAddress(): string {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
  if (token) window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
}
