import type { MailboxView, PutMailbox } from '#shared/mail.ts';

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

/** What is sent: how it is read only where it is read, and the password only where another was typed. */
export function toPut(values: MailboxValues, version: number): PutMailbox {
  const { host, port, security, username, password, folder, ...box } = values;
  const access = { host, port, security, username, folder: folder || 'INBOX', ...(password ? { password } : {}) };
  return { ...box, version, ...(box.kind === 'imap' ? { imap: access } : {}) };
}
