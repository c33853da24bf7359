import { LINK_SCHEMES } from './html-words.ts';

/**
 * Where a link leads whoever reads it anywhere: what names its scheme and place, `//host` by https. Null for one that leads nowhere, or
 * only from the page on which it stood.
 */
export function outwardLink(href: string): string | null {
  // As browsers read it: without blanks around it, and without breaks.
  const address = href.replace(/[\t\r\n]/g, '').trim();
  try {
    const url = new URL(address.startsWith('//') ? `https:${address}` : address);
    if (!LINK_SCHEMES.includes(url.protocol.slice(0, -1))) return null;
    // `https:x` leads to x by itself, and into the page's own host from there.
    const isPlain = /^https?:\/\/[^/\\]|^(mailto|tel):/i.test(address);
    return isPlain ? address : url.href;
  } catch {
    return null;
  }
}
