import type { Ctx, Services } from '#platform/context/index.ts';
import { unseal } from '#platform/secrets/index.ts';

/** What the mail server's password is sealed for. */
export const PASSWORD_PURPOSE = 'smtp password';

export type Security = 'none' | 'starttls' | 'tls';

/** Everything that is needed to send. */
export type MailServer = {
  active: boolean;
  via: 'smtp' | 'graph';
  host: string;
  port: number;
  security: Security;
  username: string;
  password: string | null;
  /** The mailbox whose token is said instead of a password, or that is sent from by Graph. */
  mailboxId: string | null;
  fromName: string;
  fromAddress: string;
};

const READ = `
select s.id, s.active, s.from_name, s.from_address, s.version, m.via, m.host, m.port, m.security, m.username, m.password, m.mailbox_id, m.failures,
  m.last_error, m.last_error_at, m.retry_at
from mail_sending s join mail_server m on m.only_row = s.only_row`;

export type SendingRow = {
  id: string;
  active: boolean;
  from_name: string;
  from_address: string;
  version: number;
  via: 'smtp' | 'graph';
  host: string;
  port: number;
  security: Security;
  username: string;
  password: Buffer | null;
  mailbox_id: string | null;
  failures: number;
  last_error: string;
  last_error_at: string | null;
  retry_at: string | null;
};

/** The settings as stored, or null where there are none yet. Under the system's scope only. */
export async function sendingRow(ctx: Ctx): Promise<SendingRow | null> {
  const [row] = await ctx.hot<SendingRow>('mail_sending', READ, []);
  return row ?? null;
}

/** The settings as the sender uses them. */
export function serverOf(services: Services, row: SendingRow): MailServer {
  return {
    active: row.active,
    via: row.via,
    host: row.host,
    port: row.port,
    security: row.security,
    username: row.username,
    password: row.password && unseal(services.secret, PASSWORD_PURPOSE, row.password).toString(),
    mailboxId: row.mailbox_id,
    fromName: row.from_name,
    fromAddress: row.from_address,
  };
}
