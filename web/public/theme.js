// Sets light or dark before the first paint. A file of its own, because the page's policy allows no inline script.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('fettle.colour-scheme') ?? 'auto';
  } catch {
    // Storage may be switched off; the system's choice then stands.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const root = document.documentElement;
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  // The canvas before any style sheet is there, which would follow the system and not the person.
  document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', dark ? 'dark' : 'light');
  // Keys that come before the app are nobody's; it must know of them, so as not to take the rest of a sentence for commands.
  const typed = () => root.setAttribute('data-typed', String(Date.now()));
  addEventListener('keydown', typed, true);
  addEventListener('fettle:keys', () => removeEventListener('keydown', typed, true), { once: true });
  if (/^\/(sign-in|setup|invitation|portal)(\/|$)/.test(location.pathname)) root.setAttribute('data-door', '');
})();
