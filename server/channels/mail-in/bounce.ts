import type { Ctx } from '#platform/context/index.ts';
import { postMessage } from '#server/desk/ticket/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { Outcome } from './outcome.ts';
import type { MailReport } from './reading/index.ts';

/** An address that refused for good so often gets nothing more until somebody has looked at it. */
const MOST_REFUSALS = 3;

type Sent = {
  client_id: string;
  id: string;
  ticket_id: string | null;
  contact_id: string;
  name: string;
  email: string;
};

const SENT = `
select m.client_id, m.id, m.ticket_id, m.contact_id, r.name, r.email
from outgoing_mails m join contacts r on r.client_id = m.client_id and r.id = m.contact_id
where m.message_id = any ($1::text[]) limit 1`;

const REFUSED = `
insert into contact_mail as m (client_id, contact_id, refusals, last_refusal, last_refused_at)
values ($1, $2, 1, $3, $4)
on conflict (client_id, contact_id) do update set refusals = m.refusals + 1, last_refusal = excluded.last_refusal,
  last_refused_at = excluded.last_refused_at,
  paused_at = case when m.refusals + 1 >= ${MOST_REFUSALS} then coalesce(m.paused_at, excluded.last_refused_at) else m.paused_at end
returning refusals, paused_at`;

/**
 * Reads what a mail server says became of a mail of ours: the ticket says that somebody did not get it, and an address that refuses for
 * good again and again is left alone. Reports on mails that we did not send to that address count for nothing.
 */
export async function noteBounce(ctx: Ctx, report: Extract<MailReport, { kind: 'delivery' }>): Promise<Outcome> {
  const ids = [report.originalId, ...report.references].flatMap((id) => (id ? [`<${id}>`] : []));
  const [sent] = await ctx.hot<Sent>('bounce_sent', SENT, [ids]);
  if (!sent) return { kind: 'filed', why: 'a mail server reports on a mail that we did not send' };
  const about = report.recipients.find(({ address }) => address === sent.email) ?? null;
  if (report.recipients.length > 0 && !about)
    return { kind: 'filed', why: `the report is on another address than ${sent.email}` };
  const { action = 'failed', status, diagnostic } = about ?? {};
  if (action !== 'failed')
    return { kind: 'filed', why: `the mail to ${sent.email} is ${action}`, ticketId: sent.ticket_id };
  const code = status && diagnostic?.includes(status) ? null : status;
  const said = [code, diagnostic].filter(Boolean).join(' ').slice(0, 500) || 'no reason given';
  await ctx.hot('mail_bounced', 'update outgoing_mails set bounced = $3 where client_id = $1 and id = $2', [
    sent.client_id,
    sent.id,
    said,
  ]);
  const lasting = !status?.startsWith('4');
  const [state] = lasting
    ? await ctx.hot<{ refusals: number; paused_at: string | null }>('bounce_refused', REFUSED, [
        sent.client_id,
        sent.contact_id,
        said,
        ctx.now,
      ])
    : [];
  const paused = state?.paused_at ? ' Nothing more is sent there until somebody has looked at the contact.' : '';
  if (sent.ticket_id)
    await postMessage(
      ctx,
      sent.ticket_id,
      {
        visibility: 'internal',
        body: `<p>${textToHtml(`The mail to ${sent.name} (${sent.email}) did not arrive: ${said}.${paused}`)}</p>`,
      },
      { source: 'email' },
    );
  return { kind: 'bounce', why: `the mail to ${sent.email} did not arrive: ${said}`, ticketId: sent.ticket_id };
}
