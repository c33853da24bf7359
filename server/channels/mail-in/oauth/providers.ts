import type { MailboxOauth } from '#shared/mail.ts';

/** Where a provider gives tokens, and what they must allow. */
export type Endpoints = { authorizeUrl: string; tokenUrl: string; scope: string };

/** Microsoft's clouds: where its Graph is, and where one signs in there. */
const SIGN_IN_OF: Readonly<Record<string, string>> = {
  'https://graph.microsoft.com': 'https://login.microsoftonline.com',
  'https://graph.microsoft.us': 'https://login.microsoftonline.us',
  'https://dod-graph.microsoft.us': 'https://login.microsoftonline.us',
};

const microsoftBase = (host: string, { tenant }: MailboxOauth): string =>
  `${host}/${encodeURIComponent(tenant || 'organizations')}/oauth2/v2.0`;

/**
 * The same for Microsoft Graph at `url`: delegated permissions for mailboxes of one's own and shared ones, or `.default` for what the
 * application itself was allowed. `marks`: whether mail is marked as read, which is more than reading. Null where Graph is no cloud of Microsoft's that is known.
 */
export function graphEndpointsOf(oauth: MailboxOauth, url: string, marks: boolean): Endpoints | null {
  const { authorizeUrl = '', tokenUrl = '', scope = `${url}/.default` } = oauth;
  if (oauth.provider !== 'microsoft') return { authorizeUrl, tokenUrl, scope };
  const host = SIGN_IN_OF[url];
  if (host === undefined) return null;
  const base = microsoftBase(host, oauth);
  const read = marks ? 'Mail.ReadWrite' : 'Mail.Read';
  const delegated = [read, `${read}.Shared`, 'Mail.Send', 'Mail.Send.Shared'].map((name) => `${url}/${name}`);
  return {
    authorizeUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    scope: oauth.grant === 'app' ? `${url}/.default` : [...delegated, 'offline_access'].join(' '),
  };
}

/**
 * The addresses and scopes by which mailboxes are read over IMAP and sent from over SMTP: Microsoft 365 (delegated
 * `IMAP.AccessAsUser.All` and `SMTP.Send`, or `.default` for an application with the roles IMAP.AccessAsApp and SMTP.SendAsApp) and Google (`https://mail.google.com/`), as both document them; others name their own.
 */
export function endpointsOf(oauth: MailboxOauth): Endpoints {
  if (oauth.provider === 'microsoft') {
    const base = microsoftBase('https://login.microsoftonline.com', oauth);
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
