import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { BookedFault } from '#shared/accounting-words.ts';
import type { Outgoing } from './outgoing.ts';

/** Where something is, as far as it got. */
export type Kept =
  | { readonly state: 'sending' }
  | { readonly state: 'draft' | 'sent'; readonly externalId: string; readonly externalStatus: string }
  | {
      readonly state: 'failed';
      readonly kind: BookedFault;
      readonly fault: string;
      readonly externalId?: string | null;
    };

const LONGEST = 1_000;

/** Keeps where an invoice or credit is; tells once that it is in the books, and when it was not taken. */
export async function keep(ctx: Ctx, document: Outgoing, kept: Kept): Promise<void> {
  const isThere = kept.state === 'draft' || kept.state === 'sent';
  const external = isThere
    ? kept.externalId
    : kept.state === 'failed'
      ? (kept.externalId ?? null)
      : document.externalId;
  const status = isThere ? kept.externalStatus : '';
  const [kind, fault] = kept.state === 'failed' ? [kept.kind, kept.fault.slice(0, LONGEST)] : [null, ''];
  await sql`
    insert into accounting_documents (client_id, invoice_id, state, external_id, external_status, fault_kind, fault, attempts, sent_at, updated_at)
    values (${document.client.id}, ${document.id}, ${kept.state}, ${external}, ${status}, ${kind}, ${fault}, ${kept.state === 'sending' ? 1 : 0},
      ${kept.state === 'sent' ? ctx.now : null}, ${ctx.now})
    on conflict (client_id, invoice_id) do update set state = excluded.state, external_id = excluded.external_id,
      external_status = excluded.external_status, fault_kind = excluded.fault_kind, fault = excluded.fault,
      attempts = accounting_documents.attempts + excluded.attempts, sent_at = coalesce(accounting_documents.sent_at, excluded.sent_at),
      updated_at = excluded.updated_at`.execute(ctx.tx);
  if (kept.state !== 'sent' && kept.state !== 'failed') return;
  const data = kept.state === 'sent' ? { externalId: kept.externalId } : { fault };
  await appendEvent(ctx, {
    ...{ clientId: document.client.id, subjectType: 'invoice', subjectId: document.id, data },
    type: kept.state === 'sent' ? 'invoice.booked' : 'invoice.not_booked',
  });
}
