import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { ContactMail } from '#shared/mail.ts';

type State = {
  client_id: string;
  name: string;
  refusals: number | null;
  said: string | null;
  paused_at: string | null;
};

const STATE = `
select r.client_id, r.name, m.refusals, m.last_refusal as said, m.paused_at
from contacts r left join contact_mail m on m.client_id = r.client_id and m.contact_id = r.id where r.id = $1`;

async function stateOf(ctx: Ctx, contactId: string): Promise<State> {
  const [state] = await ctx.hot<State>('contact_mail', STATE, [contactId]);
  if (!state) throw notFound('contact');
  return state;
}

/** Whether mail to a contact is kept back because the address refused it again and again, and what was said last. */
export async function viewContactMail(ctx: Ctx, contactId: string): Promise<ContactMail> {
  const { paused_at, refusals, said } = await stateOf(ctx, contactId);
  return { paused: paused_at === null ? null : { since: paused_at, refusals: refusals ?? 0, said: said ?? '' } };
}

/** Sends mail to a contact again; the refusals are counted anew. Nothing is done where none is kept back. */
export async function resumeContactMail(ctx: Ctx, contactId: string): Promise<void> {
  const { client_id, name } = await stateOf(ctx, contactId);
  const resumed = await ctx.tx
    .updateTable('contact_mail')
    .set({ refusals: 0, paused_at: null })
    .where('client_id', '=', client_id)
    .where('contact_id', '=', contactId)
    .where('paused_at', 'is not', null)
    .returning('contact_id')
    .execute();
  if (resumed.length === 0) return;
  await appendEvent(ctx, {
    clientId: client_id,
    subjectType: 'contact',
    subjectId: contactId,
    type: 'contact.mail_resumed',
    data: { name },
  });
}
