import { newId } from '#kernel/ids.ts';
import type { Desk } from '#tests/desk.ts';

/** A mailbox of the provider. */
export async function plantMailbox(desk: Desk): Promise<string> {
  const id = newId();
  await desk.run((ctx) =>
    ctx.tx
      .insertInto('mailboxes')
      .values({
        id,
        name: 'Desk',
        address: 'desk@harbour.example',
        kind: 'smtp',
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute(),
  );
  return id;
}

/** A mail that came in and was kept back, and what else mail leaves with a client; each text is given. */
export async function plantIncoming(
  desk: Desk,
  about: { client: string; ticket: string; contact: string },
  say: (what: string) => string,
): Promise<string> {
  const id = newId();
  const asName = (what: string) => say(what).replaceAll(' ', '.');
  await desk.run(async (ctx) => {
    const at = { created_at: ctx.now };
    await ctx.tx
      .insertInto('incoming_mails')
      .values({
        ...{ id, via: 'smtp', remote_key: id, sha256: '0'.repeat(64), size: 1, received_at: ctx.now, next_at: ctx.now },
        ...{ state: 'held', outcome: 'held', ticket_id: about.ticket, why: say('why') },
        ...{ from_address: `${asName('writer')}@people.example`, from_name: say('writer'), subject: say('subject') },
      })
      .execute();
    const { client, ticket, contact } = about;
    await ctx.tx
      .insertInto('outgoing_mails')
      .values({
        ...{ client_id: client, id: newId(), ticket_id: ticket, contact_id: contact, kind: 'reply', state: 'given_up' },
        ...{ subject: say('subject'), text: say('mail'), html: say('mail'), text_after: say('mail') },
        ...{ in_reply_to: say('id'), bounced: say('bounce') },
        ...{ files: JSON.stringify([{ name: say('file') }]), next_at: ctx.now, give_up_at: ctx.now, ...at },
      })
      .execute();
    await ctx.tx
      .insertInto('ticket_mails')
      .values({ client_id: client, ticket_id: ticket, id_hash: id, message_id: say('id'), sent: false, ...at })
      .execute();
    const proposed = { address: `${asName('copy')}@people.example`, name: say('copy'), proposed_by: say('writer') };
    await ctx.tx
      .insertInto('proposed_people')
      .values({ client_id: client, ticket_id: ticket, ...proposed, ...at })
      .onConflict((on) => on.doNothing())
      .execute();
    await ctx.tx
      .insertInto('client_domains')
      .values({ client_id: client, domain: `${asName('domain')}.example`, ...at })
      .onConflict((on) => on.doNothing())
      .execute();
    await ctx.tx
      .insertInto('contact_mail')
      .values({ client_id: client, contact_id: contact, refusals: 1, last_refusal: say('refusal') })
      .onConflict((on) => on.doNothing())
      .execute();
  });
  return id;
}
