import type { MailSendingView } from '#shared/mail.ts';
import type { SendingRow } from './server.ts';

const NOT_SET_UP: MailSendingView = {
  active: false,
  via: 'smtp',
  host: '',
  port: 587,
  security: 'starttls',
  username: '',
  hasPassword: false,
  mailboxId: null,
  fromName: '',
  fromAddress: '',
  version: 0,
  trouble: null,
};

/** How mail is sent, as people see it; the password is not shown. */
export function presentSending(row: SendingRow | null): MailSendingView {
  if (!row) return NOT_SET_UP;
  return {
    active: row.active,
    via: row.via,
    host: row.host,
    port: row.port,
    security: row.security,
    username: row.username,
    hasPassword: row.password !== null,
    mailboxId: row.mailbox_id,
    fromName: row.from_name,
    fromAddress: row.from_address,
    version: row.version,
    trouble: row.last_error_at ? { text: row.last_error, at: row.last_error_at, retryAt: row.retry_at } : null,
  };
}
