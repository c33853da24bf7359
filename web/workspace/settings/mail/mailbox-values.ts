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
  acknowledges: boolean;
  plusAddresses: boolean;
  host: string;
  port: number;
  security: NonNullable<PutMailbox['imap']>['security'];
  username: string;
  password: string;
  folder: string;
};

export const NEW_MAILBOX: MailboxValues = {
  name: '',
  address: '',
  kind: 'smtp',
  active: true,
  servesId: null,
  teamId: null,
  ticketKind: 'incident',
  trustedServers: [],
  acknowledges: true,
  plusAddresses: true,
  host: '',
  port: 993,
  security: 'tls',
  username: '',
  password: '',
  folder: 'INBOX',
};

export const mailboxValues = ({ imap, ...box }: MailboxView): MailboxValues => ({
  name: box.name,
  address: box.address,
  kind: box.kind,
  active: box.active,
  servesId: box.servesId,
  teamId: box.teamId,
  ticketKind: box.ticketKind,
  trustedServers: box.trustedServers,
  acknowledges: box.acknowledges,
  plusAddresses: box.plusAddresses,
  host: imap?.host ?? '',
  port: imap?.port ?? NEW_MAILBOX.port,
  security: imap?.security ?? NEW_MAILBOX.security,
  username: imap?.username ?? '',
  password: '',
  folder: imap?.folder ?? NEW_MAILBOX.folder,
});

/**
 * What is sent: how it is read only where it is read, and the password only where another was typed. A mailbox that is read with a token
 * of its provider stays so.
 */
export function toPut(values: MailboxValues, version: number, stored: MailboxView | null): PutMailbox {
  const { host, port, security, username, password, folder, ...box } = values;
  const oauth = stored?.imap?.oauth;
  const access = {
    ...{ host, port, security, username, folder: folder || 'INBOX' },
    ...(oauth ? { oauth: asGiven(oauth) } : password ? { password } : {}),
  };
  return { ...box, version, ...(box.kind === 'imap' ? { imap: access } : {}) };
}

type StoredOauth = NonNullable<NonNullable<MailboxView['imap']>['oauth']>;

/** As it was given when it was set up: of Microsoft's, the tenant stands in the address. */
function asGiven({ provider, grant, clientId, authorizeUrl, tokenUrl, scope }: StoredOauth): MailboxOauth {
  const application = { provider, grant, clientId };
  if (provider === 'google') return application;
  if (provider === 'other') return { ...application, authorizeUrl, tokenUrl, scope };
  return { ...application, tenant: decodeURIComponent(new URL(tokenUrl).pathname.split('/')[1] ?? '') };
}
