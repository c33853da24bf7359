import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { isSending } from '#server/channels/mail-out/index.ts';
import type { MailedView } from '#shared/signature.ts';

/** What goes to be signed, by where its mails are noted. */
type Kind = 'quote' | 'contract';
type Sent = { readonly clientId: string; readonly id: string };
const tableOf = (kind: Kind) => sql.table(`${kind}_mails`);
const idOf = (kind: Kind) => sql.ref(`${kind}_id`);

/** Notes that something goes to whoever signs it by mail, where they have an address and mail is sent; it is printed and sent at once after. */
export async function mailSigner(
  ctx: Ctx,
  kind: Kind,
  { clientId, id, contactId }: Sent & { readonly contactId: string | null },
): Promise<void> {
  if (!(await isSending(ctx))) return;
  await sql`
    insert into ${tableOf(kind)} (client_id, id, ${idOf(kind)}, kind, address, created_by, created_at)
    select client_id, ${newId()}::uuid, ${id}::uuid, ${kind}, email, ${actingStaff(ctx)}::uuid, ${ctx.now}::timestamptz
    from contacts where client_id = ${clientId} and id = ${contactId} and email <> ''`.execute(ctx.tx);
}

/** The last mail that took it to its signer, and how far that is; null where none did. */
export async function mailedOf(ctx: Ctx, kind: Kind, { clientId, id }: Sent): Promise<MailedView | null> {
  const { rows } = await sql<MailedView>`
    select m.address, m.created_at as at, coalesce(o.state, case when m.mail_id is null then 'queued' else 'sent' end) as state,
      coalesce(o.last_error, '') as error
    from ${tableOf(kind)} m left join outgoing_mails o on o.client_id = m.client_id and o.id = m.mail_id
    where m.client_id = ${clientId} and m.${idOf(kind)} = ${id} order by m.created_at desc limit 1`.execute(ctx.tx);
  return rows[0] ?? null;
}
