const HTTP = /\bhttps?:\/\/[^\s<>"]+/i;
const HOST = /^(?:[\p{L}\p{N}-]+\.)+[\p{L}-]{2,}(?=$|[/?#:])\S*$/u;
const MAIL = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/;
/** Longer words name no place. */
const LONGEST = 2_000;

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);
const bare = (host: string) => host.replace(/^www\.|\.$/g, '');

/** The place that the words of a link name, where they name one: a host, or an address of mail. */
function named(words: string): string | null {
  if (MAIL.test(words)) return words.toLowerCase();
  const address = HTTP.exec(words)?.[0] ?? (HOST.test(words) ? `https://${words}` : null);
  const url = address === null ? null : parse(address);
  if (!url) return null;
  // `https://bank.example@evil.example` reads as the first and is the second.
  return url.username === '' ? bare(url.hostname) : '';
}

/** Where a link leads whose words name another place; null where they name none, or the very one. `href` names its scheme. */
export function truePlace(words: string, href: string): string | null {
  const said = named(words.trim().slice(0, LONGEST));
  const url = parse(href);
  if (said === null || !url || url.protocol === 'tel:') return null;
  const place = url.protocol === 'mailto:' ? decoded(url.pathname) : url.hostname;
  return said === bare(place.toLowerCase()) ? null : place;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
