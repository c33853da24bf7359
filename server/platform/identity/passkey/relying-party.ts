import { isIP } from 'node:net';
import { invalid } from '#kernel/errors.ts';

/** To whom passkeys belong (WebAuthn's relying party), and the one origin from which they are taken. */
export type RelyingParty = { readonly id: string; readonly origin: string };

/**
 * The relying party of an installation at `baseUrl`. WebAuthn knows names only, no IP addresses, and wants HTTPS except on
 * localhost; so an installation on a loopback address has passkeys when it is opened as localhost, and others by a bare
 * address or plain HTTP have none: null.
 */
export function relyingParty(baseUrl: string): RelyingParty | null {
  const url = new URL(baseUrl);
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') url.hostname = 'localhost';
  const { hostname } = url;
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return null;
  if (url.protocol !== 'https:' && hostname !== 'localhost') return null;
  return { id: hostname, origin: url.origin };
}

/** The same; throws `invalid` where passkeys cannot work, and says what would help. */
export function requireRelyingParty(baseUrl: string): RelyingParty {
  const found = relyingParty(baseUrl);
  if (found) return found;
  throw invalid([
    {
      path: 'passkeys',
      message: 'need an https:// address with a name; set it as FETTLE_BASE_URL and open Fettle there',
    },
  ]);
}
