import { sql } from 'kysely';
import type { Ctx, Identity, Services } from '#platform/context/index.ts';
import { systemIdentity, withContext } from '#platform/context/index.ts';
import { narrowed, staffIdentity } from '#platform/identity/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import type { SimulationDraft } from '#shared/simulation.ts';
import { historiesOf } from '../history.ts';
import { reachedBy, withDraft } from './draft.ts';
import { Judge } from './judge.ts';
import { Tally } from './tally.ts';
import { loadWorld, type World } from './world.ts';

export const SIMULATE_JOB = 'service-level.simulate';
/** A fault is told and final; what a stop or a crash broke off begins again. */
export const SIMULATE_RETRIES = 3;
const SIMULATOR = systemIdentity('Simulation');
/** Tickets judged at once; between two batches others have their turn. */
const BATCH = 500;

type Simulation = { staff_id: string; reach: never; draft: SimulationDraft; since: string; state: string };

/** Judges the tickets of a time by what is in force and by a draft, and keeps what would differ. Writes nothing else. */
export const runSimulations = (services: Services): JobDefinition<{ id: string }> => ({
  name: SIMULATE_JOB,
  retries: SIMULATE_RETRIES,
  async run({ id }, stopping) {
    try {
      await simulate(services, id, stopping);
    } catch (error) {
      // The queue gives it to the next program that starts.
      if (stopping?.aborted) throw error;
      services.log.error({ err: error, simulation: id }, 'a simulation failed');
      await withContext(services, SIMULATOR, (ctx) =>
        settle(ctx, id, { state: 'failed', error: 'It could not be finished; the log has why. Start it again.' }),
      );
    }
  },
});

async function simulate(services: Services, id: string, stopping?: AbortSignal): Promise<void> {
  const asked = await withContext(services, SIMULATOR, (ctx) => askedFor(ctx, id));
  if (!asked) return;
  const { identity, draft, since } = asked;
  const world = await withContext(services, identity, loadWorld);
  const clientIds = reachedBy(world, draft);
  const options = { prioritised: (draft.priorities ?? []).length > 0 };
  const [before, after] = [new Judge(world, options), new Judge(withDraft(world, draft), options)];
  const tally = new Tally();
  const total = await withContext(services, identity, (ctx) => ticketsSince(ctx, since, clientIds));
  await withContext(services, SIMULATOR, (ctx) => settle(ctx, id, { done: 0, total }));
  const load = (from: From) => withContext(services, identity, (ctx) => livesFrom(ctx, from, clientIds));
  let done = 0;
  // While one batch is judged, the database reads the next.
  for (let batch = load({ at: since, id: '00000000-0000-0000-0000-000000000000' }); ; ) {
    const { histories, last, whole } = await batch;
    stopping?.throwIfAborted();
    if (whole) batch = load(last);
    for (const history of histories) tally.add(history, await before.judge(history), await after.judge(history));
    done += histories.length;
    // Whoever asked has thrown it away: nobody waits for the rest.
    if (!(await withContext(services, SIMULATOR, (ctx) => settle(ctx, id, { done })))) return;
    if (!whole) break;
  }
  await withContext(services, SIMULATOR, (ctx) =>
    settle(ctx, id, {
      state: 'done',
      result: JSON.stringify(tally.result(namesIn(world))),
      flips: JSON.stringify(tally.flips),
      finished_at: services.now(),
    }),
  );
}

/** What was asked and as whom: as whoever asked still may, and no further than they then saw. */
async function askedFor(ctx: Ctx, id: string) {
  const row = (await ctx.tx.selectFrom('sla_simulations').selectAll().where('id', '=', id).executeTakeFirst()) as
    | (Simulation & object)
    | undefined;
  if (row?.state !== 'running') return null;
  const person = await staffIdentity(ctx, row.staff_id);
  if (!person) throw new Error('Whoever asked for the simulation is gone');
  const identity: Identity = { ...person, ...narrowed(person, row.reach) };
  return { identity, draft: row.draft, since: row.since };
}

type From = { readonly at: string; readonly id: string };

/** The lives of the tickets that were logged next; `whole` where there may be more. */
async function livesFrom(ctx: Ctx, from: From, clientIds: readonly string[] | null) {
  const { rows } = await sql<{ id: string; created_at: string }>`
    select t.id, t.created_at from tickets t
    where (t.created_at, t.id) > (${from.at}::timestamptz, ${from.id}::uuid) ${ofClients(clientIds)}
    order by t.created_at, t.id limit ${BATCH}`.execute(ctx.tx);
  const end = rows.at(-1);
  const last: From = end ? { at: end.created_at, id: end.id } : from;
  return {
    histories: await historiesOf(
      ctx,
      rows.map(({ id }) => id),
    ),
    last,
    whole: rows.length === BATCH,
  };
}

const ofClients = (clientIds: readonly string[] | null) =>
  clientIds === null ? sql`` : sql`and t.client_id = any (${clientIds})`;

async function ticketsSince(ctx: Ctx, since: string, clientIds: readonly string[] | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from tickets t where t.created_at > ${since} ${ofClients(clientIds)}`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
}

/** Notes how far it is; false where it is there no longer. */
async function settle(ctx: Ctx, id: string, values: Record<string, unknown>): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('sla_simulations')
    .set(values)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const TARGETS: Readonly<Record<string, string>> = {
  first_response: 'First response',
  next_update: 'Next update',
  resolution: 'Resolution',
  vendor: 'Vendor',
};

function namesIn({ clients, names }: World) {
  return (of: 'target' | 'client' | 'team', id: string | null): string => {
    if (of === 'client') return clients.get(id ?? '')?.name ?? 'A client';
    if (of === 'team') return id === null ? 'No team' : (names.teams.get(id) ?? 'A team');
    return TARGETS[id ?? ''] ?? `OLA of ${names.teams.get((id ?? '').slice(4)) ?? 'a team'}`;
  };
}
