/** What a provider's ID token and user info said, already verified as the provider's own words. */
export type Said = {
  issuer: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
  /** All claims of the ID token. */
  token: Readonly<Record<string, unknown>>;
};

export type Believed = { email_domains: readonly string[]; trusts_email: boolean };

/** Somebody as a provider knows them. `email` is empty unless it counts. */
export type Who = { subject: string; email: string; name: string };

/** A tenant of Entra ID, pinned by its id: the issuer of one company and nobody else. */
const ENTRA =
  /^https:\/\/login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)\/([0-9a-f-]{36})\/v2\.0\/?$/;
const GOOGLE = 'https://accounts.google.com';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * Who somebody is by what never changes, and their address if it counts. Null for a token of another tenant than the issuer's.
 * Entra ID verifies no addresses, but those of one tenant are named by its own administrators; `oid` stays when an application is
 * registered anew, which `sub` does not. Google is everybody's: it speaks for a company only where `hd` says so.
 */
export function whoIs(believed: Believed, said: Said): Who | null {
  const { name } = said;
  const tenant = ENTRA.exec(said.issuer)?.[1];
  if (tenant !== undefined) {
    const { tid, oid } = said.token;
    if (tid !== tenant || text(oid) === '') return null;
    const email = said.email || text(said.token['preferred_username']);
    return { subject: `oid ${text(oid)}`, name, email: countingEmail(believed, email, true) };
  }
  const vouched = said.emailVerified || (believed.trusts_email && said.issuer !== GOOGLE);
  const spoken = said.issuer !== GOOGLE || domainOf(said.email) === text(said.token['hd']).toLowerCase();
  return { subject: `sub ${said.subject}`, name, email: countingEmail(believed, said.email, vouched && spoken) };
}

/** An address as it is kept, if it counts: vouched for, and of a domain that was named. Else empty. */
export function countingEmail({ email_domains }: Believed, email: string, vouched: boolean): string {
  const domain = domainOf(email);
  return vouched && domain !== undefined && email_domains.includes(domain) ? email.trim().toLowerCase() : '';
}

/** The domain of a plain address; undefined for anything else. */
const domainOf = (email: string): string | undefined =>
  /^[^\s@<>",;:]{1,64}@([a-z0-9.-]{1,189})$/.exec(email.trim().toLowerCase())?.[1];

/** What is wrong with an issuer that stands for more than one company, if anything. */
export function sharedIssuer(issuer: string): string | null {
  const path = /^https:\/\/login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)\/([^/]+)/.exec(
    issuer,
  )?.[1];
  if (path === undefined || /^[0-9a-f-]{36}$/.test(path)) return null;
  return 'must name the client’s own tenant by its id: https://login.microsoftonline.com/<tenant id>/v2.0';
}
