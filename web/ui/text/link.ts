const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** An address as people type it, as a link: `example.com` leads to https, `a@b.c` writes a mail. Null where it is none. */
export function asLink(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d+(\/|$)/.test(text);
  const whole = scheme ? text : /^[^/@]+@[^/@]+\.[^/@]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
  try {
    const { protocol, hostname } = new URL(whole);
    const leads = !protocol.startsWith('http') || hostname.includes('.') || hostname === 'localhost';
    return SCHEMES.has(protocol) && leads ? whole : null;
  } catch {
    // Not an address.
    return null;
  }
}
