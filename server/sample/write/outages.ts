import type { Ctx } from '#platform/context/index.ts';
import { recordOutage } from '#server/practices/service/index.ts';
import { OUTAGES, type OutageSpec } from '../world/outages.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const HOUR = 3_600_000;
const BUNDLE = 'outages';
/** Who keeps the record. */
const KEEPER = { kind: 'staff', key: 'priya' } as const;

/** When services of clients were not there; once. */
export async function writeOutages(
  ctx: Ctx,
  refs: References,
  endsAt: string,
  codes: ReadonlySet<string>,
): Promise<void> {
  const there = await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', BUNDLE).executeTakeFirst();
  if (there) return;
  for (const spec of OUTAGES.filter(({ client }) => codes.has(client))) await writeOutage(ctx, refs, endsAt, spec);
  await ctx.tx.insertInto('sample_bundles').values({ name: BUNDLE }).execute();
}

async function writeOutage(ctx: Ctx, refs: References, endsAt: string, spec: OutageSpec): Promise<void> {
  const { client, service, title, from, until, planned = false, share = 100, cause = '' } = spec;
  const at = (hours: number) => new Date(Date.parse(endsAt) - hours * HOUR).toISOString();
  const serviceId = refs.service(service);
  if (!serviceId) return;
  const recorded = Math.max(0, until ?? from);
  await recordOutage(as(ctx, KEEPER, at(recorded), refs), serviceId, {
    ...{ clientId: refs.client(client), title, planned, share, cause },
    ...{ beganAt: at(from), endedAt: until === null ? null : at(until) },
  });
}
