import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, type Identity, type Services, withContext } from '#platform/context/index.ts';
import { sightOf } from '#platform/identity/index.ts';
import type { SettleIncoming } from '#shared/mail.ts';
import type { Sees } from '#shared/vocabulary.ts';
import type { ClaimedMail } from './claim.ts';
import { handleMail } from './handle.ts';
import { RECEIVER } from './receiver.ts';
import type { Writer } from './verdict.ts';

const AGAIN = `
update incoming_mails set state = 'new', attempts = attempts + 1, next_at = $2
where id = $1 and state in ('held', 'failed')
returning id, mailbox_id, via, sha256, size, envelope_from, envelope_to, received_at, attempts, from_name, from_address`;

type Again = ClaimedMail & { from_name: string; from_address: string };

/** How long our own try may take before the worker takes the mail for left behind. */
const CLAIM_MS = 5 * 60_000;

/**
 * Says whose a mail is that was kept back or could not be read: it joins the ticket that it answers to where they take part in that, else it
 * is logged as theirs, and whoever is not known yet becomes one of the client's people. Answers the ticket's id, and whether it was there.
 */
export async function settleMail(
  services: Services,
  by: Identity,
  id: string,
  { clientId, contactId }: SettleIncoming,
): Promise<{ ticketId: string | null; joined: boolean }> {
  const as = { ...RECEIVER, actor: by.actor };
  const { row, writer } = await withContext(services, as, async (ctx) => {
    const mail = await takeBack(ctx, id);
    return { row: mail, writer: await writerFor(ctx, mail, clientId, contactId) };
  });
  const settled = { clientId, writer, why: `${by.actor.name} said whose it is` };
  const outcome = await handleMail(services, row, {
    settled,
    by: { id: by.scope.principalId ?? '', name: by.actor.name },
  });
  if (!outcome) throw new Fault('conflict', 'Somebody else has settled this mail meanwhile.');
  return { ticketId: outcome.ticketId ?? null, joined: outcome.kind === 'reply' };
}

async function takeBack(ctx: Ctx, id: string): Promise<Again> {
  const until = new Date(Date.parse(ctx.now) + CLAIM_MS).toISOString();
  const [row] = await ctx.hot<Again>('incoming_again', AGAIN, [id, until]);
  if (row) return row;
  const [there] = await ctx.hot('incoming_there', 'select 1 from incoming_mails where id = $1', [id]);
  if (!there) throw notFound('mail');
  throw new Fault('conflict', 'This mail is not kept back any more.');
}

async function writerFor(ctx: Ctx, mail: Again, clientId: string, contactId: string | undefined): Promise<Writer> {
  const client = await ctx.tx.selectFrom('clients').select('active').where('id', '=', clientId).executeTakeFirst();
  if (!client?.active) throw invalid([{ path: 'clientId', message: 'is not an active client' }]);
  const people = ctx.tx
    .selectFrom('contacts')
    .select(['id', 'name', 'sees', 'site_id', 'active'])
    .where('client_id', '=', clientId);
  const named = contactId
    ? await people.where('id', '=', contactId).executeTakeFirst()
    : await people.where('email', '=', mail.from_address).where('email', '<>', '').executeTakeFirst();
  if (named && !named.active) throw invalid([{ path: 'contactId', message: `${named.name} is no longer active` }]);
  if (named) {
    const sight = await sightOf(ctx, clientId, { sees: named.sees as Sees | null, siteId: named.site_id });
    return { contactId: named.id, name: named.name, sight };
  }
  if (contactId) throw invalid([{ path: 'contactId', message: 'is not one of this client’s people' }]);
  if (mail.from_address === '')
    throw invalid([{ path: 'contactId', message: 'must be given: the mail does not say who wrote it' }]);
  return { newcomer: { name: mail.from_name, address: mail.from_address } };
}

/** Puts a mail that was kept back away for good: nothing becomes of it, and it stays in the list. */
export async function rejectMail(ctx: Ctx, id: string, staffId: string | null): Promise<void> {
  const done = await ctx.hot(
    'incoming_reject',
    `update incoming_mails set state = 'done', outcome = 'rejected', settled_by = $2, settled_at = $3
     where id = $1 and state in ('held', 'failed') returning id`,
    [id, staffId, ctx.now],
  );
  if (done.length > 0) return;
  const [there] = await ctx.hot('incoming_there', 'select 1 from incoming_mails where id = $1', [id]);
  if (!there) throw notFound('mail');
  throw new Fault('conflict', 'This mail is not kept back any more.');
}
