import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, callingContact } from '#platform/context/index.ts';
import { companyOf } from '#server/business/billing/index.ts';
import { signatureOf } from '#server/business/signature/index.ts';
import type { PortalContractRow, PortalContractView } from '#shared/signing.ts';
import { readText } from './document.ts';

type Row = Pick<PortalContractRow, 'id' | 'state' | 'sentAt' | 'to' | 'mine'> & { text: string; version: number };

/** Contracts that the caller’s company was sent to sign, the newest first. */
export async function ownContracts(ctx: Ctx): Promise<PortalContractRow[]> {
  return (await readSent(ctx, sql`true`)).map(rowOf);
}

/** A contract that the caller’s company was sent, as it was sent; `not_found` for any other, and for one that was taken back. */
export async function ownContract(ctx: Ctx, id: string): Promise<PortalContractView> {
  const [row] = await readSent(ctx, sql`k.id = ${id}`);
  if (!row) throw notFound('contract');
  const signature = await signatureOf(ctx, companyOf(ctx), { contractId: id });
  return {
    ...rowOf(row),
    document: readText(row.text),
    signature: signature && { name: signature.name, signedAt: signature.signedAt, sha256: signature.sha256 },
    version: row.version,
  };
}

async function readSent(ctx: Ctx, which: RawBuilder<unknown>): Promise<Row[]> {
  const clientId = companyOf(ctx);
  const { contactId } = callingContact(ctx);
  const { rows } = await sql<Row>`
    select k.id, k.state, k.sent_at as "sentAt", o.name as to, k.sent_to = ${contactId} as mine, k.sent_text as text, k.version
    from contracts k join contacts o on o.client_id = k.client_id and o.id = k.sent_to
    where k.client_id = ${clientId} and ${which} and k.sent_text is not null order by k.sent_at desc, k.id limit 200`.execute(
    ctx.tx,
  );
  return rows;
}

function rowOf({ text, version: _, ...row }: Row): PortalContractRow {
  const { name, currency, monthly } = readText(text);
  return { ...row, name, currency, monthly };
}
