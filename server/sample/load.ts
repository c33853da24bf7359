import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { Fault } from '#kernel/errors.ts';
import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import { lookForProblems } from '#server/practices/problem/index.ts';
import { type PlanSize, planSample } from './plan/plan.ts';
import { type NumberedBundle, ticketsIn } from './plan/story.ts';
import { advance, begin, finish, progressOf } from './progress.ts';
import { type Telling, tellLoad } from './tell.ts';
import { CLIENTS } from './world/clients.ts';
import { writeAnnouncements } from './write/announcements.ts';
import { writeArticles } from './write/articles.ts';
import { writeBooks } from './write/books.ts';
import { writeClient } from './write/clients.ts';
import { writeEstate } from './write/estate.ts';
import { LOADER } from './write/identities.ts';
import { writeImprovements } from './write/improvements.ts';
import { writeOrders } from './write/orders.ts';
import { writeOutages } from './write/outages.ts';
import { writePractices } from './write/practices.ts';
import { writeProvider } from './write/provider.ts';
import { References } from './write/references.ts';
import { writeStaffClients } from './write/staff-clients.ts';
import { writeBundle } from './write/ticket.ts';
import { writeRecurring, writeViews } from './write/views.ts';

export type LoadOptions = PlanSize & {
  /** Stops after what is being written and throws its reason; the next load goes on there. */
  signal?: AbortSignal;
};

/** A job may be given out again while the first run of it is only slow; then both wait for the one. */
const running = new WeakMap<Services, Promise<void>>();

/** Loads the sample MSP, or waits for the load that is under way in this process. */
export function loadSample(services: Services, options: LoadOptions = {}): Promise<void> {
  const load = running.get(services) ?? loadAll(services, options).finally(() => running.delete(services));
  running.set(services, load);
  return load;
}

/** Bundles per transaction, written in bulk: few, so that nobody waits for a long one and little is lost when it breaks. */
const BATCH = 4;

/**
 * Loads the sample MSP: the provider, its clients, then tickets from today's to the oldest. Each piece is written whole or not at
 * all and is left alone where it is there, so a load that was broken off goes on, and a second one does nothing.
 */
async function loadAll(services: Services, { signal, ...size }: LoadOptions): Promise<void> {
  const write = <R>(work: (ctx: Ctx) => Promise<R>) => withContext(services, LOADER, work, { quiet: true });
  const before = await write(progressOf);
  if (before?.finishedAt) return;
  const endsAt = before?.endsAt ?? services.now();
  const plan = await planSample(endsAt, size);
  const clients = CLIENTS.slice(0, size.clients ?? CLIENTS.length);
  const counts = { clients: clients.length, tickets: plan.tickets, before: before?.done ?? 0 };
  const telling = tellLoad(services.say, counts);
  if (!before)
    await withContext(
      services,
      LOADER,
      async (ctx) => {
        await begin(ctx, plan.tickets);
        await writeProvider(ctx, endsAt);
      },
      { quiet: true, now: endsAt },
    );
  const codes = new Set(clients.map(({ code }) => code));
  for (const client of clients) await write((ctx) => writeClient(ctx, client, plan.numbers.get(client.code) ?? 0));
  const refs = await write(References.load);
  await write((ctx) => writeStaffClients(ctx, refs, codes));
  await write((ctx) => writeViews(ctx, refs, codes));
  await writeTickets(services, plan.bundles, { refs, endsAt, telling, ...(signal ? { signal } : {}) });
  signal?.throwIfAborted();
  await write((ctx) => writeRecurring(ctx, refs, codes));
  await write((ctx) => writeArticles(ctx, refs, endsAt, codes));
  await write((ctx) => writeAnnouncements(ctx, refs, endsAt));
  await write((ctx) => writeOutages(ctx, refs, endsAt, codes));
  const [first] = clients;
  if (first) await write((ctx) => writeOrders(ctx, refs, first.code, endsAt));
  const order = clients.map(({ code }) => code);
  await write((ctx) => writeEstate(ctx, refs, endsAt, order));
  await write((ctx) => writePractices(ctx, refs, endsAt, order));
  await write((ctx) => writeImprovements(ctx, refs, endsAt, codes));
  await writeBooks({ write, refs, endsAt, clients });
  signal?.throwIfAborted();
  await write(finish);
  // What recurs in it is proposed from the first day on.
  await lookForProblems({ ...services, now: () => endsAt });
  telling.complete();
}

type Writing = { refs: References; endsAt: string; telling: Telling; signal?: AbortSignal };

async function writeTickets(services: Services, bundles: readonly NumberedBundle[], writing: Writing): Promise<void> {
  const { signal, telling } = writing;
  const missing = await withContext(services, LOADER, (ctx) => notThere(ctx, bundles));
  const tickets = (some: readonly NumberedBundle[]) => some.reduce((sum, bundle) => sum + ticketsIn(bundle), 0);
  let done = tickets(bundles) - tickets(missing);
  for (let from = 0; from < missing.length && !signal?.aborted; from += BATCH) {
    const batch = missing.slice(from, from + BATCH);
    done += tickets(await writeBatch(services, batch, writing));
    await withContext(services, LOADER, (ctx) => advance(ctx, done));
    telling.reached(done);
    await breathe();
  }
}

/** Those of the bundles that are not written yet. */
async function notThere(ctx: Ctx, bundles: readonly NumberedBundle[]): Promise<NumberedBundle[]> {
  const rows = await ctx.hot<{ name: string }>(
    'sample_there',
    'select name from sample_bundles where name = any ($1::text[])',
    [bundles.map(({ name }) => name)],
  );
  const there = new Set(rows.map(({ name }) => name));
  return bundles.filter(({ name }) => !there.has(name));
}

/** Writes a few bundles in one transaction; where one is refused the others are written one by one. Returns those that are there. */
async function writeBatch(
  services: Services,
  batch: readonly NumberedBundle[],
  writing: Writing,
): Promise<readonly NumberedBundle[]> {
  const all = async (ctx: Ctx) => {
    // A load that was thought dead may still be writing: one at a time, and what is there is left alone.
    await sql`select pg_advisory_xact_lock(hashtextextended('fettle sample', 0))`.execute(ctx.tx);
    const missing = await notThere(ctx, batch);
    if (missing.length === 0) return;
    for (const bundle of missing) await writeBundle(ctx, bundle, writing.refs, writing.endsAt);
    await ctx.tx
      .insertInto('sample_bundles')
      .values(missing.map(({ name }) => ({ name })))
      .execute();
  };
  try {
    await withContext(services, LOADER, all, { quiet: true, bulk: true });
    return batch;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const [only] = batch;
    const written: NumberedBundle[] = [];
    if (batch.length > 1) for (const bundle of batch) written.push(...(await writeBatch(services, [bundle], writing)));
    // Somebody closed a client or sent a person away meanwhile: what they did stands.
    else services.log.warn({ bundle: only?.name, why: error.message }, 'sample: a ticket was refused and left out');
    return written;
  }
}
