import { notFound } from '#kernel/errors.ts';
import { type Identity, requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import { findIncoming } from './incoming.ts';
import { RECEIVER } from './receiver.ts';

/** What a ticket reports is a message only where it was one before. */
const SAID = `
select id as said, null::uuid as ticket from messages where id = $1
union all
select (select m.id from messages m where m.client_id = t.client_id and m.ticket_id = t.id and m.is_report), t.id from tickets t where t.id = $1`;

const CAME = `
select id from incoming_mails where said_id = $1
union all select id from incoming_mails where ticket_id = $2 and outcome = 'ticket' and $1::uuid is null
limit 1`;

type Said = { said: string | null; ticket: string | null };

/**
 * The mail by which something was said on a ticket, for staff who read it and see all clients: a mail quotes whatever its writer had, and its
 * log names whose else it might have been.
 * @param id the message's, or the ticket's for what it reports
 * @throws `not_found` where it did not come by mail, or is not the caller's to read
 */
export async function mailOf(services: Services, identity: Identity, id: string) {
  requireAllClients(identity, 'A mail as it came');
  const [said] = await withContext(services, identity, (ctx) => ctx.hot<Said>('mail_said', SAID, [id]));
  if (!said) throw notFound('message');
  return withContext(services, { ...RECEIVER, actor: identity.actor }, async (ctx) => {
    const [came] = await ctx.hot<{ id: string }>('mail_came', CAME, [said.said, said.ticket]);
    if (!came) throw notFound('mail');
    return findIncoming(ctx, came.id);
  });
}
