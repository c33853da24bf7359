// The portal where it is installed as an app: without a connection it says so itself. It keeps nothing on the device, so that there is
// nothing of anybody's to be read by the next person, to grow old, or to be taken away when somebody signs out.
const WORDS = {
  en: [
    'No connection',
    'The service desk cannot be reached right now. What you have written is still here.',
    'Try again',
  ],
  de: [
    'Keine Verbindung',
    'Der Service Desk ist im Moment nicht erreichbar. Was Sie geschrieben haben, ist noch da.',
    'Noch einmal versuchen',
  ],
  fr: [
    'Pas de connexion',
    'Le centre de services est injoignable pour le moment. Ce que vous avez écrit est toujours là.',
    'Réessayer',
  ],
  es: [
    'Sin conexión',
    'No se puede acceder al servicio de asistencia en este momento. Lo que ha escrito sigue aquí.',
    'Intentar de nuevo',
  ],
  nl: [
    'Geen verbinding',
    'De servicedesk is op dit moment niet bereikbaar. Wat u hebt geschreven, is er nog.',
    'Opnieuw proberen',
  ],
};
const STYLE =
  ':root{color-scheme:light dark}body{max-width:36rem;margin:20vh auto 0;padding:0 24px;font:16px/1.5 system-ui,sans-serif}' +
  'h1{font-size:1.5rem}a{display:inline-block;padding:10px 18px;border:1px solid;border-radius:6px;color:inherit;text-decoration:none}';

function offline() {
  const [language, words] = navigator.languages
    .map((tag) => tag.slice(0, 2).toLowerCase())
    .flatMap((tag) => (Object.hasOwn(WORDS, tag) ? [[tag, WORDS[tag]]] : []))
    .concat([['en', WORDS.en]])[0];
  const [title, text, again] = words;
  const page =
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${title}</title><style>${STYLE}</style><main><h1>${title}</h1><p>${text}</p><p><a href="">${again}</a></p></main></html>`;
  return new Response(page, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
    },
  });
}

// The next version takes over at once: there is nothing that it would have to take along.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  // Pages alone; everything else goes its own way.
  if (event.request.mode === 'navigate') event.respondWith(fetch(event.request).catch(offline));
});
