import { newId } from '#kernel/ids.ts';
import type { Desk } from '#tests/desk.ts';

/** A mail about a ticket that could not be sent, as the outbox keeps it; each text is given. */
export async function plantMail(
  desk: Desk,
  about: { client: string; ticket: string; staff: string },
  say: (what: string) => string,
): Promise<string> {
  const id = newId();
  await desk.run((ctx) =>
    ctx.tx
      .insertInto('outgoing_mails')
      .values({
        client_id: about.client,
        id,
        ticket_id: about.ticket,
        staff_id: about.staff,
        kind: 'mentioned',
        subject: say('subject'),
        text: say('mail'),
        calendar: say('invitation'),
        state: 'given_up',
        attempts: 1,
        next_at: ctx.now,
        give_up_at: ctx.now,
        last_error: say('refusal'),
        created_at: ctx.now,
      })
      .execute(),
  );
  return id;
}
