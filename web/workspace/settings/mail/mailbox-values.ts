import type { MailboxOauth, MailboxView, PutMailbox } from '#shared/mail.ts';

/** A mailbox as its form holds it; how it is read stands beside the rest. */
export type MailboxValues = {
  name: string;
  address: string;
  kind: PutMailbox['kind'];
  active: boolean;
  servesId: string | null;
  teamId: string | null;
  ticketKind: PutMailbox['ticketKind'];
  trustedServers: string[];
  /** Whether results without a server's name are trusted: an empty name among the servers. */
  unnamedTrusted: boolean;
  acknowledges: boolean;
  plusAddresses: boolean;
  host: string;
  port: number;
  security: NonNullable<PutMailbox['imap']>['security'];
  username: string;
  password: string;
  folder: string;
  /** By what the mailbox is signed in to: a password, or a token of its provider. */
  signIn: 'password' | MailboxOauth['provider'];
  grant: MailboxOauth['grant'];
  tenant: string;
  clientId: string;
  clientSecret: string;
  /** A day, or empty where nobody has said. */
  secretEndsOn: string;
  /** Of Microsoft's clouds; for Graph alone. */
  url: string;
  markRead: boolean;
};

/** Where Microsoft Graph is for most. */
export const GRAPH = 'https://graph.microsoft.com';

export const NEW_MAILBOX: MailboxValues = {
  name: '',
  address: '',
  kind: 'smtp',
  active: true,
  servesId: null,
  teamId: null,
  ticketKind: 'incident',
  trustedServers: [],
  unnamedTrusted: false,
  acknowledges: true,
  plusAddresses: true,
  host: '',
  port: 993,
  security: 'tls',
  username: '',
  password: '',
  folder: 'INBOX',
  signIn: 'password',
  grant: 'code',
  tenant: '',
  clientId: '',
  clientSecret: '',
  secretEndsOn: '',
  url: GRAPH,
  markRead: false,
};

/** How a mailbox is read, by whichever protocol; null where a mail server hands mail on. */
export const readingOf = ({ imap, graph }: MailboxView) => imap ?? graph;

export const mailboxValues = ({ imap, graph, ...box }: MailboxView): MailboxValues => ({
  name: box.name,
  address: box.address,
  kind: box.kind,
  active: box.active,
  servesId: box.servesId,
  teamId: box.teamId,
  ticketKind: box.ticketKind,
  trustedServers: box.trustedServers.filter((name) => name !== ''),
  unnamedTrusted: box.trustedServers.includes(''),
  acknowledges: box.acknowledges,
  plusAddresses: box.plusAddresses,
  host: imap?.host ?? '',
  port: imap?.port ?? NEW_MAILBOX.port,
  security: imap?.security ?? NEW_MAILBOX.security,
  username: (imap ?? graph)?.username ?? '',
  password: '',
  folder: (imap ?? graph)?.folder ?? NEW_MAILBOX.folder,
  ...applicationIn(imap?.oauth ?? graph?.oauth ?? null),
  url: graph?.url ?? GRAPH,
  markRead: graph?.markRead ?? false,
});

type Application = Pick<MailboxValues, 'signIn' | 'grant' | 'tenant' | 'clientId' | 'clientSecret' | 'secretEndsOn'>;

const applicationIn = (oauth: NonNullable<MailboxView['imap']>['oauth']): Application => ({
  signIn: oauth?.provider ?? 'password',
  grant: oauth?.grant ?? 'code',
  tenant: oauth?.provider === 'microsoft' ? tenantIn(oauth.tokenUrl) : '',
  clientId: oauth?.clientId ?? '',
  clientSecret: '',
  secretEndsOn: oauth?.secretEndsOn ?? '',
});

/** Of Microsoft's, the tenant stands in the address. */
const tenantIn = (tokenUrl: string): string => decodeURIComponent(new URL(tokenUrl).pathname.split('/')[1] ?? '');

/**
 * What is sent: how it is read only where it is read, and the password, or the application's secret, only where another was typed. A
 * mailbox of a provider that this form does not know keeps what was said of it.
 */
export function toPut(values: MailboxValues, version: number, stored: MailboxView | null): PutMailbox {
  const { host, port, security, username, password, folder, url, markRead, ...rest } = values;
  const { signIn, grant, tenant, clientId, clientSecret, secretEndsOn, unnamedTrusted, ...said } = rest;
  const box = { ...said, trustedServers: [...said.trustedServers, ...(unnamedTrusted ? [''] : [])], version };
  const oauth = (provider: MailboxOauth['provider']): MailboxOauth => ({
    ...{ provider, grant, clientId, secretEndsOn: secretEndsOn || null },
    ...(clientSecret ? { clientSecret } : {}),
    ...placeOf(provider, tenant, stored),
  });
  if (box.kind === 'graph') {
    const provider = signIn === 'other' ? 'other' : 'microsoft';
    const graph = { url, folder: folder || 'Inbox', markRead, oauth: oauth(provider) };
    return { ...box, graph: { ...graph, ...(username ? { username } : {}) } };
  }
  if (box.kind !== 'imap') return box;
  const imap = { host, port, security, username, folder: folder || 'INBOX' };
  if (signIn === 'password') return { ...box, imap: { ...imap, ...(password ? { password } : {}) } };
  return { ...box, imap: { ...imap, oauth: oauth(signIn) } };
}

/** Where a provider gives tokens, as far as it is not known by its name. */
function placeOf(
  provider: MailboxOauth['provider'],
  tenant: string,
  stored: MailboxView | null,
): Partial<MailboxOauth> {
  if (provider === 'microsoft') return tenant ? { tenant } : {};
  if (provider === 'google') return { grant: 'code' };
  const { authorizeUrl = '', tokenUrl = '', scope = '' } = (stored && readingOf(stored)?.oauth) ?? {};
  return { authorizeUrl, tokenUrl, scope };
}
