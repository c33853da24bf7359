import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { MOST_RECURRING_DAYS } from '#shared/alert.ts';
import { KEEPING } from './settings.ts';

const FORGETTER = systemIdentity('Monitoring');
/** Rows per transaction: what is heard meanwhile waits that long at most. */
const BATCH = 500;
const DAY_MS = 86_400_000;

/** What is over and old, without what people still work on, and without what comes back, as far as that is asked for. */
const ALERTS = `
with old as (
  select a.client_id, a.id from alerts a
  left join tickets t on t.client_id = a.client_id and t.id = a.ticket_id
  where not a.is_open and a.last_at < $1 and a.decide_at is null and t.is_open is not true
    and not exists (select from alerts m where m.client_id = a.client_id and m.cause_id = a.id and m.is_open)
    and (select count(*) from (select from alert_occurrences o where o.client_id = a.client_id and o.alert_id = a.id and o.raised
      and o.heard_at > $2 limit 2) lately) < 2
  order by a.last_at limit $3 for update of a skip locked
), times as (
  delete from alert_occurrences o using old where o.client_id = old.client_id and o.alert_id = old.id
), apart as (
  update alerts m set cause_id = null from old where m.client_id = old.client_id and m.cause_id = old.id
    and (m.client_id, m.id) not in (select client_id, id from old)
)
select client_id, id from old`;
const GONE =
  'delete from alerts a using unnest($1::uuid[], $2::uuid[]) old (client_id, id) where a.client_id = old.client_id and a.id = old.id';

/** Of what goes on, the times that nobody asks for any more; its last one stays, and so does what still lasts. */
const TIMES = `
delete from alert_occurrences o using (
  select o.client_id, o.id from alert_occurrences o
  where o.heard_at < $1 and not o.counts and (o.alert_id is null or exists (
    select from alert_occurrences n where n.client_id = o.client_id and n.alert_id = o.alert_id and n.raised and n.started_at > o.started_at))
  order by o.heard_at, o.id limit $2 for update skip locked) old
where o.client_id = old.client_id and o.id = old.id returning o.id`;

/** Forgets alerts that have been over for as long as the setting says, and old times of those that go on. */
export async function forgetAlerts(services: Services): Promise<void> {
  const ago = (days: number) => new Date(Date.parse(services.now()) - days * DAY_MS).toISOString();
  const { value } = await withContext(services, FORGETTER, (ctx) => resolveSetting(ctx, KEEPING, null));
  const asked = ago(MOST_RECURRING_DAYS);
  await inBatches(services, (ctx) => forgetBatch(ctx, ago(value.days), asked));
  const times = ago(Math.max(value.days, MOST_RECURRING_DAYS));
  await inBatches(services, async (ctx) => (await ctx.hot('alerts_forget_times', TIMES, [times, BATCH])).length);
}

async function inBatches(services: Services, batch: (ctx: Ctx) => Promise<number>): Promise<void> {
  for (let done = BATCH; done === BATCH; ) done = await withContext(services, FORGETTER, batch);
}

async function forgetBatch(ctx: Ctx, before: string, asked: string): Promise<number> {
  const gone = await ctx.hot<{ client_id: string; id: string }>('alerts_forget', ALERTS, [before, asked, BATCH]);
  if (gone.length === 0) return 0;
  await ctx.hot('alerts_gone', GONE, [gone.map(({ client_id }) => client_id), gone.map(({ id }) => id)]);
  for (const [clientId, rows] of Map.groupBy(gone, ({ client_id }) => client_id))
    await appendEvent(ctx, {
      clientId,
      subjectType: 'alert',
      subjectId: rows[0]?.id ?? clientId,
      type: 'alert.forgotten',
      data: { count: rows.length, before },
    });
  return gone.length;
}

export const FORGET_JOB = 'alerts.forget';
export const forgetJob = (services: Services): JobDefinition => ({
  name: FORGET_JOB,
  cron: '47 * * * *',
  run: () => forgetAlerts(services),
});
