import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { mayDo } from '#platform/identity/index.ts';
import { notifyOfContract } from '#server/desk/notification/index.ts';
import { watch } from './outlook.ts';

const BILLING = systemIdentity('Billing');
const BILLERS = `select s.id from staff s where s.active and ${mayDo('billing.run')} order by s.id`;

type Client = { id: string; name: string };
type Warning = { contractId: string; lineId: string | null; kind: string; fromDay: string };

/** Tells whoever bills a client of contracts that earn too little and of blocks that run out; each thing once, of a margin once a month. */
export async function warnOfContracts(services: Services): Promise<void> {
  const clients = await withContext(services, BILLING, async (ctx) => {
    const { rows } = await sql<Client>`
      select c.id, c.name from clients c where c.kind = 'client'
        and exists (select from contracts k where k.client_id = c.id and k.state = 'active') order by c.id`.execute(
      ctx.tx,
    );
    return rows;
  });
  for (const client of clients) await withContext(services, BILLING, (ctx) => warnOf(ctx, client));
}

async function warnOf(ctx: Ctx, client: Client): Promise<void> {
  const { items, blocks } = await watch(ctx, [client]);
  const billers = (await ctx.hot<{ id: string }>('contract_billers', BILLERS, [])).map(({ id }) => id);
  const tell = async (warning: Warning, text: string) => {
    if (await isNew(ctx, client.id, warning))
      await notifyOfContract(ctx, { client_id: client.id, id: warning.contractId }, billers, `${client.name}, ${text}`);
  };
  for (const { contract, warned, reasons, fromDay } of items)
    if (warned)
      await tell(
        { contractId: contract.id, lineId: null, kind: 'margin', fromDay },
        `${contract.name}: ${reasons.slice(0, 2).join('. ')}.`,
      );
  for (const { contract, line, left, reasons, fromDay, warned, expires } of blocks) {
    const of = { contractId: contract.id, lineId: line.id, fromDay };
    const said = `${line.name}: ${reasons.join('. ')}.`;
    const low = reasons.length > (expires ? 1 : 0);
    if (warned && low) await tell({ ...of, kind: left === 0 ? 'block_used' : 'block_low' }, said);
    if (warned && expires) await tell({ ...of, kind: 'block_expires' }, said);
  }
}

async function isNew(ctx: Ctx, clientId: string, { contractId, lineId, kind, fromDay }: Warning): Promise<boolean> {
  const { rows } = await sql`
    insert into contract_warnings (client_id, id, contract_id, line_id, kind, from_day, created_at)
    values (${clientId}, ${newId()}, ${contractId}, ${lineId}, ${kind}, ${fromDay}, ${ctx.now})
    on conflict do nothing returning id`.execute(ctx.tx);
  return rows.length > 0;
}
