import { type RawBuilder, sql } from 'kysely';
import type { Sample } from '#kernel/improvement.ts';
import type { Ctx } from '#platform/context/index.ts';
import { availabilityByDay } from '#server/practices/service/index.ts';
import { DECIDED_AT, decidedSince } from '#server/practices/service-level/index.ts';
import { efficienciesIn, waitsIn } from '#server/practices/value-stream/index.ts';
import type { ImprovementScope } from '#shared/improvement.ts';
import type { MeasureKey } from '#shared/improvement-words.ts';

export type Asked = {
  readonly clientId: string | null;
  readonly scope: ImprovementScope;
  readonly fromAt: string;
  readonly untilAt: string;
};

/** Single values that are kept of a period: the newest. More tell nothing that these do not. */
const VALUES = 500;
const WEEK_MS = 604_800_000;

/** What is measured in a period, of what the caller sees. */
export const MEASURED: Readonly<Record<MeasureKey, (ctx: Ctx, asked: Asked) => Promise<Sample>>> = {
  async step_wait_hours(ctx, { clientId, scope, ...period }) {
    const { streamId, step, cause, teamId, categoryId } = scope;
    const of = { streamId: streamId ?? '', step: step ?? '', cause: cause ?? null };
    const seconds = await waitsIn(ctx, of, period, { ...narrowed({ clientId, teamId, categoryId }) }, VALUES);
    return { kind: 'values', values: seconds.map((one) => rounded(one / 3600)) };
  },
  async flow_efficiency(ctx, { clientId, scope: { streamId, teamId, categoryId }, ...period }) {
    const of = narrowed({ clientId, teamId, categoryId });
    return { kind: 'ratios', parts: await efficienciesIn(ctx, streamId ?? '', period, of, VALUES) };
  },
  async service_availability(ctx, { clientId, scope: { serviceId }, ...period }) {
    return { kind: 'ratios', parts: await availabilityByDay(ctx, { clientId, serviceId: serviceId ?? '' }, period) };
  },
  async incidents_week(ctx, asked) {
    const weeks = Math.floor((Date.parse(asked.untilAt) - Date.parse(asked.fromAt)) / WEEK_MS);
    const { rows } = await sql<{ week: number; count: number }>`
      select floor(extract(epoch from t.created_at - ${asked.fromAt}::timestamptz) / 604800)::int as week, count(*)::int as count
      from tickets t where t.kind = 'incident' and t.merged_into_id is null and ${ofTickets(ctx, asked)}
        and t.created_at >= ${asked.fromAt}::timestamptz and t.created_at < ${asked.untilAt}::timestamptz group by 1`.execute(
      ctx.tx,
    );
    const counts = new Map(rows.map(({ week, count }) => [week, count]));
    return { kind: 'values', values: Array.from({ length: weeks }, (_, week) => counts.get(week) ?? 0) };
  },
  async resolution_hours(ctx, asked) {
    const { rows } = await sql<{ hours: number }>`
      select (extract(epoch from t.resolved_at - t.created_at) / 3600)::float8 as hours
      from tickets t where t.kind = 'incident' and ${resolvedIn(ctx, asked)} order by t.resolved_at desc, t.id limit ${VALUES}`.execute(
      ctx.tx,
    );
    return { kind: 'values', values: rows.map(({ hours }) => rounded(hours)) };
  },
  sla_met: (ctx, asked) =>
    shareOf(
      ctx,
      sql`k.breached_at is null`,
      sql`ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
        where ${decidedSince(asked.fromAt)} and ${DECIDED_AT} < ${asked.untilAt}::timestamptz and ${ofTickets(ctx, asked)}`,
    ),
  reopened: (ctx, asked) =>
    shareOf(
      ctx,
      sql`t.reopen_count > 0`,
      sql`tickets t where t.kind in ('incident', 'request') and ${resolvedIn(ctx, asked)}`,
    ),
  change_success: (ctx, asked) =>
    shareOf(
      ctx,
      sql`c.outcome = 'successful'`,
      sql`changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
        where c.outcome_at >= ${asked.fromAt}::timestamptz and c.outcome_at < ${asked.untilAt}::timestamptz and ${ofTickets(ctx, asked)}`,
    ),
  satisfied: (ctx, asked) =>
    shareOf(
      ctx,
      sql`r.score = 'good'`,
      sql`ratings r join tickets t on t.client_id = r.client_id and t.id = r.ticket_id
        where r.score is not null and r.asked_at >= ${asked.fromAt}::timestamptz and r.asked_at < ${asked.untilAt}::timestamptz
          and ${ofTickets(ctx, asked)}`,
    ),
};

const rounded = (hours: number) => Math.round(hours * 1000) / 1000;

const narrowed = (scope: {
  clientId: string | null;
  teamId?: string | null | undefined;
  categoryId?: string | null | undefined;
}) =>
  Object.fromEntries(Object.entries(scope).filter(([, id]) => id)) as {
    clientId?: string;
    teamId?: string;
    categoryId?: string;
  };

async function shareOf(ctx: Ctx, hit: RawBuilder<unknown>, among: RawBuilder<unknown>): Promise<Sample> {
  const { rows } = await sql<{ hits: number; of: number }>`
    select (count(*) filter (where ${hit}))::int as hits, count(*)::int as of from ${among}`.execute(ctx.tx);
  return { kind: 'share', hits: rows[0]?.hits ?? 0, of: rows[0]?.of ?? 0 };
}

const resolvedIn = (ctx: Ctx, asked: Asked) => sql`
  not t.is_open and t.status_category <> 'cancelled' and t.merged_into_id is null and t.resolved_at >= ${asked.fromAt}::timestamptz
  and t.resolved_at < ${asked.untilAt}::timestamptz and ${ofTickets(ctx, asked)}`;

/** The tickets `t` that an entry is about, in the caller's sight. A category brings those below it. */
function ofTickets({ scope: seen }: Ctx, { clientId, scope }: Asked): RawBuilder<unknown> {
  const { teamId, categoryId, serviceId } = scope;
  return sql.join(
    [
      seen.allClients ? sql`true` : sql`t.client_id = any (${[...seen.clientIds]}::uuid[])`,
      ...(clientId ? [sql`t.client_id = ${clientId}::uuid`] : []),
      ...(teamId ? [sql`t.team_id = ${teamId}::uuid`] : []),
      ...(serviceId ? [sql`t.service_id = ${serviceId}::uuid`] : []),
      ...(categoryId
        ? [
            sql`t.category_id in (with recursive below as (select g.id from categories g where g.id = ${categoryId}::uuid
              union select g.id from categories g join below b on g.parent_id = b.id) select id from below)`,
          ]
        : []),
    ],
    sql` and `,
  );
}
