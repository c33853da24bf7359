/**
 * The name of the session cookie. Behind HTTPS it carries the __Host- prefix: the browser then takes it from this very
 * host only, with Secure and for every path, so that a sister site under the same domain cannot plant one.
 */
export function sessionCookie(baseUrl: string): string {
  return baseUrl.startsWith('https:') ? '__Host-fettle_session' : 'fettle_session';
}
