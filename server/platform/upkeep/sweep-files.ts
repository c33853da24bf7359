import { type Services, systemIdentity, withContext } from '../context/index.ts';

const UPKEEP = systemIdentity('Upkeep');
/** How long an upload waits for the message it belongs to, and bytes for the row that names them. */
const WAIT_MS = 24 * 3_600_000;

/** Drops uploads that no message and no article took, then the bytes that no row names any more. */
export async function sweepFiles(services: Services): Promise<void> {
  const before = Date.parse(services.now()) - WAIT_MS;
  await withContext(services, UPKEEP, (ctx) =>
    ctx.tx
      .deleteFrom('files')
      .where('message_id', 'is', null)
      .where('subject_id', 'is', null)
      .where('created_at', '<', new Date(before).toISOString())
      .execute(),
  );
  await withContext(services, UPKEEP, (ctx) =>
    ctx.tx
      .deleteFrom('article_files')
      .where('article_id', 'is', null)
      .where('created_at', '<', new Date(before).toISOString())
      .execute(),
  );
  const gone = await services.files.sweep(before, (hashes) =>
    withContext(services, UPKEEP, async (ctx) => {
      const named = (
        table:
          | 'files'
          | 'article_files'
          | 'expense_receipts'
          | 'incoming_mails'
          | 'agent_reports'
          | 'invoice_mails'
          | 'quote_mails'
          | 'contract_mails',
      ) => ctx.tx.selectFrom(table).select('sha256').where('sha256', 'in', hashes);
      const rows = await named('files')
        .union(named('article_files'))
        .union(named('expense_receipts'))
        .union(named('incoming_mails'))
        .union(named('agent_reports'))
        .union(named('invoice_mails'))
        .union(named('quote_mails'))
        .union(named('contract_mails'))
        .execute();
      return new Set(rows.map((row) => row.sha256));
    }),
  );
  if (gone > 0) services.log.info({ gone }, 'upkeep: removed bytes that nothing names any more');
}
