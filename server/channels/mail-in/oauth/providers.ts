import type { MailboxOauth } from '#shared/mail.ts';

/** Where a provider gives tokens, and what they must allow. */
export type Endpoints = { authorizeUrl: string; tokenUrl: string; scope: string };

/**
 * The addresses and scopes by which mailboxes are read over IMAP and sent from over SMTP: Microsoft 365 (delegated
 * `IMAP.AccessAsUser.All` and `SMTP.Send`, or `.default` for an application with the roles IMAP.AccessAsApp and SMTP.SendAsApp) and Google (`https://mail.google.com/`), as both document them; others name their own.
 */
export function endpointsOf(oauth: MailboxOauth): Endpoints {
  if (oauth.provider === 'microsoft') {
    const base = `https://login.microsoftonline.com/${encodeURIComponent(oauth.tenant || 'organizations')}/oauth2/v2.0`;
    return {
      authorizeUrl: `${base}/authorize`,
      tokenUrl: `${base}/token`,
      scope:
        oauth.grant === 'app'
          ? 'https://outlook.office365.com/.default'
          : 'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
    };
  }
  if (oauth.provider === 'google')
    return {
      authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenUrl: 'https://oauth2.googleapis.com/token',
      scope: 'https://mail.google.com/',
    };
  return { authorizeUrl: oauth.authorizeUrl ?? '', tokenUrl: oauth.tokenUrl ?? '', scope: oauth.scope ?? '' };
}
