import { sql } from 'kysely';
import { invalid, notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { ClientBilling, ClientBillingView, SaveClientBilling } from '#shared/contract.ts';

const NOTHING: ClientBillingView = { legalName: '', address: '', taxNumber: '', reference: '', mail: '', version: 0 };

/** Who a client is on an invoice; empty where nothing is kept. `not_found` where the reader does not see the client. */
export async function billingOf(ctx: Ctx, clientId: string, lock = false): Promise<ClientBillingView> {
  const seen = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!seen) throw notFound('client');
  const { rows } = await sql<ClientBillingView>`
    select legal_name as "legalName", address, tax_number as "taxNumber", reference, mail, version
    from client_billing where client_id = ${clientId} ${lock ? sql`for update` : sql``}`.execute(ctx.tx);
  return rows[0] ?? NOTHING;
}

const MAIL = /^[^\s@]+@[^\s@]+$/;

/** Keeps who a client is on an invoice; what was issued stays as it was. */
export async function saveBilling(ctx: Ctx, clientId: string, { version, ...input }: SaveClientBilling): Promise<void> {
  const before = await billingOf(ctx, clientId, true);
  if (before.version !== version) throw staleVersion('billing details', before.version);
  if (input.mail !== '' && !MAIL.test(input.mail)) throw invalid([{ path: 'mail', message: 'must be a mail address' }]);
  const { version: _, ...was } = before;
  const changes = differences(was as Record<string, unknown>, input);
  if (Object.keys(changes).length === 0) return;
  await write(ctx, clientId, input, version + 1);
  await appendEvent(ctx, {
    ...{ clientId, subjectType: 'client', subjectId: clientId, type: 'client.billing_changed' },
    data: { changes },
  });
}

async function write(ctx: Ctx, clientId: string, input: ClientBilling, version: number): Promise<void> {
  const { legalName, address, taxNumber, reference, mail } = input;
  const { rows } = await sql`
    insert into client_billing (client_id, legal_name, address, tax_number, reference, mail, version, updated_at)
    values (${clientId}, ${legalName}, ${address}, ${taxNumber}, ${reference}, ${mail}, ${version}, ${ctx.now})
    on conflict (client_id) do update set legal_name = excluded.legal_name, address = excluded.address,
      tax_number = excluded.tax_number, reference = excluded.reference, mail = excluded.mail, version = excluded.version,
      updated_at = excluded.updated_at
    where client_billing.version = excluded.version - 1 returning version`.execute(ctx.tx);
  if (rows.length === 0) throw staleVersion('billing details', version);
}
