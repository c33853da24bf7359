import { invalid } from '#kernel/errors.ts';
import { checkMailText, fillMail } from '#kernel/mail-template.ts';
import type { Ctx } from '#platform/context/index.ts';
import { personIn } from '#platform/identity/index.ts';
import { portalUrl } from '#platform/portal-address/index.ts';
import { oneLine } from '#platform/text/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { MailPreview, PreviewMail } from '#shared/mail.ts';
import { MAIL_KINDS, MAIL_VARIABLES, type MailKindWords, type MailVariable } from '#shared/mail-words.ts';
import { letterText } from '../letter-text.ts';
import { linksOf } from '../words.ts';
import { eachOneLine, mailValues } from './fill.ts';

type Ticket = { client_id: string; id: string; key: string };

const LAST = `
select m.body_html as html, m.author_name as author, r.name as reader, r.email
from tickets t left join contacts r on r.client_id = t.client_id and r.id = t.requester_id
left join lateral (select body_html, author_name from messages where client_id = t.client_id and ticket_id = t.id
  and visibility = 'public' and author_kind <> 'contact' order by created_at desc, id desc limit 1) m on true
where t.client_id = $1 and t.id = $2`;
type Last = { html: string | null; author: string | null; reader: string | null; email: string | null };

/** Words that are not yet saved, as a mail to whoever asked for the ticket; nothing is sent. Refuses what saving them would refuse. */
export async function previewMail(ctx: Ctx, ticket: Ticket, input: PreviewMail): Promise<MailPreview> {
  const faults = checkMailText(input.kind, input);
  if (faults.length > 0) throw invalid(faults);
  const [last] = await ctx.hot<Last>('preview_last', LAST, [ticket.client_id, ticket.id]);
  const name = last?.reader ?? '';
  const kind: MailKindWords = MAIL_KINDS[input.kind];
  const filled = fillMail(
    input.kind,
    input,
    eachOneLine({
      ...(await mailValues(ctx, ticket))({ name, language: input.language }),
      'author.name': personIn(last?.author ?? ctx.actor.name),
      'announcement.title': 'Mail does not arrive',
      'announcement.services': 'Mail',
      'announcement.from': '…',
      'announcement.until': '…',
      'approval.title': 'New laptop',
      'approval.step': 'Manager',
      'approval.why': '…',
      'approval.until': '…',
      'invoice.number': 'Invoice INV-00042',
      'invoice.name': '…',
      'invoice.total': '…',
      'invoice.open': '…',
      'invoice.due': '…',
      'quote.number': 'Quote Q-00042',
      'quote.title': '…',
      'quote.total': '…',
      'quote.until': '…',
      'contract.name': 'Managed service',
      'contract.monthly': '…',
      'contract.begins': '…',
    }),
  );
  const isReply = input.kind === 'reply' || input.kind === 'replyResolved';
  const said = (isReply ? last?.html : null) ?? `<p>(${textToHtml(kind.message ?? '')})</p>`;
  const { html } = letterText({
    answered: kind.variables.includes('ticket.key'),
    language: input.language,
    before: filled?.before ?? '',
    html: kind.message === undefined ? null : said,
    after: filled?.after ?? '',
    left: [],
    links: linksOf(input.language, input.kind, await portalUrl(ctx, ticket.client_id, `/portal/tickets/${ticket.key}`)),
    token: null,
  });
  return {
    to: last?.reader ? `${last.reader} <${last.email}>` : '',
    subject: oneLine(filled?.subject ?? ''),
    html,
    unknown: (filled?.empty ?? []).map((variable) => ({ variable, label: MAIL_VARIABLES[variable as MailVariable] })),
  };
}
