import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { endUnseen } from '#server/practices/configuration/index.ts';
import { readConnector } from './rows.ts';

/** What goes with a connector and what stays, said before it goes. */
export async function removalOf(ctx: Ctx, id: string): Promise<{ devices: number; sites: number; says: string }> {
  const { name } = await readConnector(ctx, id);
  const count = async (table: 'connector_devices' | 'connector_sites') => {
    const rows = ctx.tx.selectFrom(table).select((eb) => eb.fn.countAll<string>().as('count'));
    return Number((await rows.where('connector_id', '=', id).executeTakeFirstOrThrow()).count);
  };
  const [devices, sites] = [await count('connector_devices'), await count('connector_sites')];
  const says = [
    `Its credentials, the mapping of ${sites} sites, its runs and what it was called with are deleted.`,
    'Configuration items that it brought stay with everything known of them, as no longer seen by it; those that another source sees go on.',
    `Alerts and tickets stay as they are: nothing of ${name} resolves them any more.`,
  ].join(' ');
  return { devices, sites, says };
}

/** Forgets a connector with its secrets, sites, runs and calls. */
export async function removeConnector(ctx: Ctx, id: string): Promise<void> {
  const { name, provider } = await readConnector(ctx, id, { lock: true });
  await endUnseen(ctx, { kind: 'rmm', id, name }, new Set());
  await ctx.tx.deleteFrom('connectors').where('id', '=', id).execute();
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'connector',
    subjectId: id,
    type: 'connector.removed',
    data: { name, provider },
  });
}
