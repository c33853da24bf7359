import type { Ctx } from '#platform/context/index.ts';
import { queueLinks } from '#server/channels/mail-out/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { whyNotNeeded } from './mail-words.ts';
import { type Approval, ticketOf } from './rows.ts';

const SILENT = `
select array(
  select v.staff_id from approval_voters v
  where v.client_id = $1 and v.approval_id = $2 and v.vote is null and v.staff_id is not null) as staff,
  array(
  select distinct l.contact_id from approval_voters v join approval_links l on l.client_id = v.client_id and l.voter_id = v.id
  where v.client_id = $1 and v.approval_id = $2 and v.vote is null and l.used_at is null and l.contact_id is not null) as contacts`;

/** Tells those who were asked and have not decided, stand-ins among them, that their decision is not needed any more. */
export async function tellNotNeeded(ctx: Ctx, approval: Approval, why: string): Promise<void> {
  const { client_id, id, subject } = approval;
  const [silent] = await ctx.hot<{ staff: string[]; contacts: string[] }>('approval_silent', SILENT, [client_id, id]);
  if (!silent) return;
  const ticket = ticketOf(approval);
  const text = `your approval is no longer needed: ${subject.title} (${why})`;
  await notify(ctx, ticket, silent.staff, 'approval', text);
  await queueLinks(
    ctx,
    ticket,
    silent.contacts.map((contactId) => ({ contactId, link: '/portal/approvals' })),
    {
      kind: 'approvalEnded',
      template: 'approvalEnded',
      values: ({ say }) => ({ 'approval.title': say(subject.title, 'item') }),
      lines: (reader) => [whyNotNeeded(why, reader)],
    },
  );
}
