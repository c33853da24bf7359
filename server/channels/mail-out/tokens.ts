import type { Ctx, Services } from '#platform/context/index.ts';

/**
 * A mailbox that is signed in at its provider, as far as sending with its token needs it: where it is read, over IMAP at `host` or by
 * Microsoft Graph at `url`, one of them.
 */
export type SignedInBox = {
  provider: 'microsoft' | 'google' | 'other';
  host: string | null;
  url: string | null;
  username: string;
};

/** Tokens of mailboxes (OAuth 2.0), from whoever reads them. */
export type TokenSource = {
  /** Null where the mailbox has a password, or is none. */
  signedIn(ctx: Ctx, mailboxId: string): Promise<SignedInBox | null>;
  /** A token that lasts a while. Throws in words for people where none is given any more. */
  token(services: Services, mailboxId: string): Promise<string>;
  /** A token was refused: the next is a new one. */
  forget(services: Services, mailboxId: string): Promise<void>;
};

let source: TokenSource | null = null;

/** Says where tokens come from; once, when the program starts. */
export function tokensFrom(given: TokenSource): void {
  source = given;
}

/** Where tokens come from. */
export function tokenSource(): TokenSource {
  if (!source) throw new Error('Nobody has said where tokens of mailboxes come from');
  return source;
}

const HOSTS = {
  microsoft: /(^|\.)(office365|outlook)\.com$/,
  google: /(^|\.)gmail\.com$/,
};

/** The domain that a server's name stands in: `example.com` for `smtp.example.com`. */
const domainOfHost = (host: string): string => host.toLowerCase().split('.').slice(1).join('.');

/** Whether a mailbox's token may be said to a mail server: to its provider's own, and to no other; a token for Graph to none. */
export function mayBeTold({ provider, host }: Pick<SignedInBox, 'provider' | 'host'>, server: string): boolean {
  if (host === null) return false;
  if (provider !== 'other') return HOSTS[provider].test(server.toLowerCase());
  if (server.toLowerCase() === host.toLowerCase()) return true;
  const domain = domainOfHost(server);
  return /[a-z]/.test(domain) && domain.includes('.') && domain === domainOfHost(host);
}
