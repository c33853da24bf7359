import { collisionsAmong, dependenceOf, timesOf } from '#kernel/change-schedule.ts';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { edgesAmong } from '#server/practices/configuration/index.ts';
import { coverBetween } from '#server/practices/on-call/index.ts';
import type { CalendarPeriod, CalendarQuery, ChangeCalendar } from '#shared/change-schedule.ts';
import { outOfSight } from './out-of-sight.ts';
import { overridesOf } from './overrides.ts';
import { listPeriods } from './period-queries.ts';
import { periodsReaching, servedBy, timeOf } from './period-rows.ts';
import { MOST_CHANGES, type PlannedChange, plannedBetween, standsInTheWay } from './planned.ts';
import { collisionView } from './present.ts';
import { BLOCKING } from './settings.ts';

const MOST_DAYS = 62;
const DAY_MS = 86_400_000;

const said = ({ from, to }: { from: number; to: number }) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

/** Changes, windows, freezes and who is on call between two instants; of each change what it collides with. */
export async function changeCalendar(ctx: Ctx, query: CalendarQuery): Promise<ChangeCalendar> {
  const [from, to] = [Date.parse(query.from), Date.parse(query.until)];
  if (to <= from) throw invalid([{ path: 'until', message: 'must be after from' }]);
  if (to - from > MOST_DAYS * DAY_MS)
    throw invalid([{ path: 'until', message: `must be at most ${MOST_DAYS} days after from` }]);
  // Of every client, since a collision of what is shown may be with what is not.
  const all = await plannedBetween(ctx, { from: query.from, until: query.until });
  const shown = query.clientId ? all.filter((change) => touches(change, query.clientId ?? '')) : all;
  const collisions = await collisionsIn(ctx, all, query);
  return {
    changes: shown.map((change) => ({
      ...{ id: change.id, key: change.key, title: change.title, client: change.client, type: change.type },
      ...{ status: change.status, statusCategory: change.statusCategory, outage: change.outage, risk: change.risk },
      ...{ team: change.team, people: [...change.people], ...said(change) },
      items: change.items.map(({ id, name }) => ({ id, name })),
      collisions: collisions(change),
    })),
    periods: await periodsShown(ctx, query, from, to),
    onCall: await coverBetween(ctx, from, to),
    more: all.length === MOST_CHANGES,
  };
}

const touches = ({ clientId, items }: PlannedChange, wanted: string) =>
  clientId === wanted || items.some((item) => item.clientId === wanted);

async function collisionsIn(ctx: Ctx, all: readonly PlannedChange[], { from, until }: CalendarQuery) {
  const going = all.filter((change) => change.statusCategory !== 'resolved' && change.statusCategory !== 'closed');
  const clientIds = [...new Set(going.flatMap((one) => [one.clientId, ...one.items.map(({ clientId }) => clientId)]))];
  const periods = await periodsReaching(ctx, clientIds, from);
  const served = await servedBy(ctx, periods, clientIds);
  const { value } = await resolveSetting(ctx, BLOCKING, null);
  const hidden = await outOfSight(ctx, { from, until });
  const found = collisionsAmong([...going, ...hidden], {
    ...{ periods, served, blocking: new Set(value.kinds) },
    depends: dependenceOf(await edgesAmong(ctx, clientIds), [...going, ...hidden], periods, served),
  });
  // A draft sees what it would collide with; nothing collides with a draft.
  const drafts = new Set(going.filter((change) => !standsInTheWay(change)).map(({ id }) => id));
  const overridden = await overridesOf(ctx, [...found.keys()]);
  return (change: PlannedChange) =>
    (found.get(change.id) ?? [])
      .filter((collision) => collision.change === null || !drafts.has(collision.change.id))
      .map((collision) => collisionView(collision, overridden.get(change.id)));
}

async function periodsShown(
  ctx: Ctx,
  { clientId }: CalendarQuery,
  from: number,
  to: number,
): Promise<CalendarPeriod[]> {
  const periods = await listPeriods(ctx, clientId ? { clientId } : {});
  return periods
    .map(({ id, kind, name, note, client, group, services, items, ...when }) => ({
      ...{ id, kind, name, note, client, group, services, items },
      times: timesOf(
        timeOf({
          ...{ from_at: when.fromAt, until_at: when.untilAt, recurrence: when.recurrence, minutes: when.minutes },
          time_zone: when.timeZone,
        }),
        from,
        to,
      ).map(said),
    }))
    .filter(({ times }) => times.length > 0);
}
