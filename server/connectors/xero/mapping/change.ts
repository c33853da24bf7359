import { sql } from 'kysely';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx, type Services } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { textOf } from '#server/connectors/core/index.ts';
import type { MapCodes, MapContacts } from '#shared/accounting.ts';
import { ACCOUNT_KEYS } from '#shared/accounting-words.ts';
import { tell } from '../connect.ts';
import { connected } from '../connected.ts';
import { findLink, lookSoon } from '../link.ts';

/** Says which contacts stand for which clients, or that none does; what waited for that is tried again. Under the program's scope. */
export async function mapContacts(ctx: Ctx, { contacts }: MapContacts): Promise<void> {
  const ids = contacts.map(({ clientId }) => clientId.toLowerCase());
  const known = await ctx.tx
    .selectFrom('clients')
    .select('id')
    .where('id', 'in', ids)
    .where('kind', '=', 'client')
    .execute();
  if (known.length < new Set(ids).size) throw notFound('client');
  for (const { clientId, contact } of contacts) {
    if (contact === null) await sql`delete from accounting_contacts where client_id = ${clientId}`.execute(ctx.tx);
    else
      await sql`
        insert into accounting_contacts (client_id, contact_id, contact_name, confirmed_by, confirmed_at)
        values (${clientId}, ${contact.id}, ${contact.name}, ${actingStaff(ctx)}, ${ctx.now})
        on conflict (client_id) do update set contact_id = excluded.contact_id, contact_name = excluded.contact_name,
          confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at`.execute(ctx.tx);
    await appendEvent(ctx, {
      ...{ clientId, subjectType: 'client', subjectId: clientId, type: 'client.accounting_contact_set' },
      data: { contact: contact?.name ?? null },
    });
  }
  await tryAgain(ctx);
}

/** Says what accounts and taxes are called there; what waited for that is tried again. Under the program's scope. */
export async function mapCodes(ctx: Ctx, { codes }: MapCodes): Promise<void> {
  const faults = codes.flatMap(({ what, key }, nth) =>
    what === 'account' && !ACCOUNT_KEYS.some((one) => one === key)
      ? [{ path: `codes.${nth}.key`, message: `must be one of ${ACCOUNT_KEYS.join(', ')}` }]
      : [],
  );
  if (faults.length > 0) throw invalid(faults);
  for (const { what, key, code, name = '' } of codes) {
    if (code === null) await sql`delete from accounting_codes where what = ${what} and key = ${key}`.execute(ctx.tx);
    else
      await sql`
        insert into accounting_codes (what, key, code, name) values (${what}, ${key}, ${code}, ${name})
        on conflict (what, key) do update set code = excluded.code, name = excluded.name`.execute(ctx.tx);
  }
  const link = await findLink(ctx);
  if (link) await tell(ctx, link.id, 'codes_set', { codes: codes.map(({ what, key, code }) => ({ what, key, code })) });
  await tryAgain(ctx);
}

/** Makes a contact there for a client, because somebody asked for it; answers it. `conflict` where Xero has that name. */
export async function makeContact(services: Services, name: string): Promise<{ id: string; name: string }> {
  const [made] = await connected(services, (xero) => xero.write('PUT', 'Contacts', [{ Name: name }], newId()));
  const id = textOf(made?.element['ContactID']);
  if (!made || made.faults.length > 0 || id === null)
    throw new Fault('conflict', `Xero made no contact: ${made?.faults.join(' ') || 'it did not say why'}`);
  return { id, name };
}

/** Has what was not taken for want of a name, or for another reason that can be mended, tried again. */
async function tryAgain(ctx: Ctx): Promise<void> {
  await sql`
    update accounting_documents set state = 'waiting', fault_kind = null, fault = '', updated_at = ${ctx.now}
    where state = 'failed' and fault_kind in ('mapping', 'refused')`.execute(ctx.tx);
  await lookSoon(ctx);
}

/** Has one that was not taken tried again, or all of them. `conflict` where there is none. */
export async function retryBooked(ctx: Ctx, invoiceId: string | undefined): Promise<void> {
  const { rows } = await sql`
    update accounting_documents set state = 'waiting', fault_kind = null, fault = '', updated_at = ${ctx.now}
    where state = 'failed' and (${invoiceId ?? null}::uuid is null or invoice_id = ${invoiceId ?? null}::uuid) returning invoice_id`.execute(
    ctx.tx,
  );
  if (rows.length === 0) throw new Fault('conflict', 'Nothing that was not taken is left to try again.');
  await lookSoon(ctx);
}
