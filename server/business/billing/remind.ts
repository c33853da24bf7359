import { sql } from 'kysely';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { REMINDERS } from '#server/business/contract/index.ts';
import { standing } from './invoices.ts';
import { addressOf, noteMail } from './mails.ts';

const BILLING = systemIdentity('Billing');

type Overdue = { client_id: string; id: string; days: number };

/**
 * Calls overdue invoices to mind as the settings of their clients say: of the days that have passed since it was due the last that is set,
 * each once. An invoice whose settings came late is reminded of once, not of every day that had passed.
 */
export async function remindOfInvoices(services: Services): Promise<void> {
  const overdue = await withContext(services, BILLING, overdueNow);
  for (const [clientId, invoices] of Map.groupBy(overdue, ({ client_id }) => client_id))
    await withContext(services, BILLING, (ctx) => remindClient(ctx, clientId, invoices));
}

async function overdueNow(ctx: Ctx): Promise<Overdue[]> {
  const today = ctx.now.slice(0, 10);
  const { rows } = await sql<Overdue>`
    select i.client_id, i.id, ${today}::date - i.due_on as days from invoices i ${standing(today)}
    where w.state = 'overdue' order by i.client_id, i.id`.execute(ctx.tx);
  return rows;
}

async function remindClient(ctx: Ctx, clientId: string, invoices: readonly Overdue[]): Promise<void> {
  const { value } = await resolveSetting(ctx, REMINDERS, clientId);
  const where = value.days.length === 0 ? null : await addressOf(ctx, clientId);
  if (!where || 'because' in where) return;
  for (const { id: invoiceId, days } of invoices) {
    const reached = value.days.filter((one) => one <= days);
    if (reached.length > 0)
      await noteMail(ctx, { clientId, invoiceId, address: where.address, days: Math.max(...reached) });
  }
}
