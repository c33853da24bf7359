import { newId } from '#kernel/ids.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { differences } from '#platform/database/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { OutageSource } from '#shared/service-words.ts';
import { type OutageRecord, tellOutage } from './rows.ts';
import { DEGRADED } from './settings.ts';
import { SOURCES, type Wanted } from './sources.ts';

export const FOLLOW_JOB = 'service.follow';
export type Source = { readonly source: Exclude<OutageSource, 'hand'>; readonly id: string };

/** Lets the outages that come from something follow what it says, after this transaction: it may be of clients whom the writer does not see. */
export async function followLater(ctx: Ctx, source: Source): Promise<void> {
  await ctx.services.jobs.enqueue(ctx, FOLLOW_JOB, source);
}

export function followJob(services: Services): JobDefinition<Source> {
  return {
    name: FOLLOW_JOB,
    run: (source) => withContext(services, systemIdentity('Services'), (ctx) => followSource(ctx, source)),
  };
}

/** Brings the outages that come from something up to how it stands now. Done twice it changes nothing. */
export async function followSource(ctx: Ctx, { source, id }: Source): Promise<void> {
  const wanted = await ctx.hot<Wanted>(`outages_from_${source}`, SOURCES[source], [id, ctx.now]);
  const known = await ctx.tx.selectFrom('outages').selectAll().where('source_id', '=', id).forUpdate().execute();
  for (const one of wanted) {
    const before = known.find(({ client_id, service_id }) => client_id === one.client && service_id === one.service);
    if (before) await follow(ctx, before, await columnsOf(ctx, one));
    else await begin(ctx, { source, id }, one);
  }
  for (const before of known)
    if (!wanted.some(({ client, service }) => client === before.client_id && service === before.service_id))
      await withdraw(ctx, before);
}

type Columns = Pick<OutageRecord, 'began_at' | 'ended_at' | 'planned' | 'share' | 'title' | 'withdrawn_at'>;

async function columnsOf(ctx: Ctx, one: Wanted): Promise<Columns> {
  const { began, ended, planned, whole, title, client } = one;
  const share = whole ? 100 : (await resolveSetting(ctx, DEGRADED, client)).value.percent;
  return { began_at: began, ended_at: ended, planned, share, title, withdrawn_at: null };
}

async function begin(ctx: Ctx, { source, id }: Source, one: Wanted): Promise<void> {
  const row = { client_id: one.client, id: newId(), service_id: one.service };
  const made = await ctx.tx
    .insertInto('outages')
    .values({
      ...{ ...row, ...(await columnsOf(ctx, one)), source, source_id: id },
      // Of a change clients are told by an announcement: its title may say more than is for them.
      ...{ told: source !== 'change', created_at: ctx.now, updated_at: ctx.now },
    })
    // Another process follows the same just now.
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) await tellOutage(ctx, row, 'recorded', { source });
}

/** What somebody wrote in is ended, and else left as they wrote it. */
async function follow(ctx: Ctx, before: OutageRecord, columns: Columns): Promise<void> {
  if (before.held) {
    const { ended_at } = columns;
    if (before.ended_at !== null || ended_at === null || Date.parse(ended_at) <= Date.parse(before.began_at)) return;
    return write(ctx, before, { ended_at });
  }
  return write(ctx, before, columns);
}

async function withdraw(ctx: Ctx, before: OutageRecord): Promise<void> {
  if (before.held || before.withdrawn_at !== null) return;
  await write(ctx, before, { withdrawn_at: ctx.now });
}

async function write(ctx: Ctx, before: OutageRecord, columns: Partial<Columns>): Promise<void> {
  const { title, ...changes } = differences(before, columns);
  if (!title && Object.keys(changes).length === 0) return;
  await ctx.tx
    .updateTable('outages')
    .set({ ...columns, version: before.version + 1, updated_at: ctx.now })
    .where('client_id', '=', before.client_id)
    .where('id', '=', before.id)
    .execute();
  await tellOutage(ctx, before, columns.withdrawn_at ? 'withdrawn' : 'changed', { changes });
}
