import type { Ctx } from '#platform/context/index.ts';
import { languageOf } from '#platform/identity/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { Spoken } from '#shared/languages.ts';
import type { Recipient } from '#shared/mail.ts';
import { MAIL_TO_CLIENTS } from './settings.ts';

const RECIPIENTS = `
select r.id, r.name, r.email, r.active, r.language, c.language as client_language, r.id = t.requester_id as asked,
  m.paused_at is not null as paused
from tickets t join clients c on c.id = t.client_id
join contacts r on r.client_id = t.client_id and (r.id = t.requester_id or r.id in (
  select w.watcher_id from ticket_watchers w where w.client_id = t.client_id and w.ticket_id = t.id and w.watcher_kind = 'contact'))
left join contact_mail m on m.client_id = r.client_id and m.contact_id = r.id
where t.client_id = $1 and t.id = $2
order by (r.id = t.requester_id) desc, r.name, r.id`;

type Row = {
  id: string;
  name: string;
  email: string;
  active: boolean;
  language: string | null;
  client_language: string;
  asked: boolean;
  paused: boolean;
};

export type Reached = Recipient & { language: Spoken };

/**
 * Whom of a client's people something said publicly on a ticket reaches by mail, and why; of whoever it does not reach, why not. Nobody
 * else is ever sent anything about the ticket.
 */
export async function recipientsOf(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<Reached[]> {
  const [rows, { value: setting }, sending] = await Promise.all([
    ctx.hot<Row>('mail_recipients', RECIPIENTS, [ticket.client_id, ticket.id]),
    resolveSetting(ctx, MAIL_TO_CLIENTS, ticket.client_id),
    isSending(ctx),
  ]);
  const off = !sending ? 'mail is not set up' : !setting.active ? 'this client gets no mail' : null;
  const languages = await Promise.all(rows.map((row) => speaks(ctx, ticket.client_id, row)));
  return rows.map((row, index) => ({
    contactId: row.id,
    name: row.name,
    email: row.email,
    language: languages[index] ?? 'en',
    reason: row.asked ? 'asked' : 'follows',
    obstacle: off ?? obstacleOf(row),
  }));
}

function obstacleOf({ active, email, paused }: Row): string | null {
  if (!active) return 'is no longer active';
  if (email === '') return 'has no mail address';
  return paused ? 'the address refused mail several times; look at the contact' : null;
}

const speaks = (ctx: Ctx, clientId: string, { language, client_language }: Row): Promise<Spoken> =>
  languageOf(ctx, { clientId, own: language, client: client_language });

/** Whether mail goes out at all. */
export async function isSending(ctx: Ctx): Promise<boolean> {
  const rows = await ctx.hot<{ active: boolean }>('mail_is_sending', 'select active from mail_sending', []);
  return rows[0]?.active ?? false;
}
