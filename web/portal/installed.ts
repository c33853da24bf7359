/** Where the portal runs as an app of its own, it can say by itself that there is no connection; a browser says so anyway. */
export function helpInstalled(): void {
  if (!('serviceWorker' in navigator) || !matchMedia('(display-mode: standalone)').matches) return;
  // An app that cannot have it works all the same.
  navigator.serviceWorker.register('/portal-worker.js', { scope: '/portal' }).catch(() => undefined);
}
