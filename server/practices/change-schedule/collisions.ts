import {
  type Collision,
  collisionsOf,
  dependenceOn,
  freeSlots,
  type Planned,
  type Surroundings,
  startBlockers,
} from '#kernel/change-schedule.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { edgesAmong } from '#server/practices/configuration/index.ts';
import { windowWords } from '#shared/window-words.ts';
import { outOfSight } from './out-of-sight.ts';
import { periodsReaching, servedBy } from './period-rows.ts';
import { type PlannedChange, plannedBetween, standsInTheWay } from './planned.ts';
import { BLOCKING } from './settings.ts';

const DAY_MS = 86_400_000;
/** How far free slots are looked for, and how many are proposed. */
const AHEAD_MS = 28 * DAY_MS;
const MOST_SLOTS = 5;

const iso = (ms: number) => new Date(ms).toISOString();

/** What a change is held against: the changes of the whole firm between two instants that others keep clear of, and what surrounds them. */
async function heldAgainst(ctx: Ctx, change: PlannedChange, from: number, until: number) {
  const between = { from: iso(from), until: iso(until) };
  const others: Planned[] = [
    ...(await plannedBetween(ctx, between)).filter(standsInTheWay),
    ...(await outOfSight(ctx, between)),
  ];
  const clientIds = [...new Set([change.clientId, ...change.items.map(({ clientId }) => clientId)])];
  const periods = await periodsReaching(ctx, clientIds, iso(from));
  const { value } = await resolveSetting(ctx, BLOCKING, change.clientId);
  const around: Surroundings = {
    ...{ periods, served: await servedBy(ctx, periods, clientIds), blocking: new Set(value.kinds) },
    depends: dependenceOn(
      await edgesAmong(ctx, clientIds),
      change.items.map(({ id }) => id),
    ),
  };
  return { others, around };
}

/** What a change collides with when it is planned. */
export async function collisionsOfChange(ctx: Ctx, change: PlannedChange): Promise<Collision[]> {
  const { others, around } = await heldAgainst(ctx, change, change.from, change.to);
  return collisionsOf(change, others, around);
}

/** Why a change cannot begin now, besides. */
export async function startCollisions(ctx: Ctx, change: PlannedChange): Promise<Collision[]> {
  const now = Date.parse(ctx.now);
  const { others, around } = await heldAgainst(ctx, change, Math.min(change.from, now), Math.max(change.to, now + 1));
  const { timeZone } = await ctx.tx
    .selectFrom('clients')
    .select('time_zone as timeZone')
    .where('id', '=', change.clientId)
    .executeTakeFirstOrThrow();
  return startBlockers(change, others, around, { now, when: windowWords(change, timeZone) });
}

/** What it collides with, and when it could be instead: within four weeks from when it is planned, or from now if that is over. */
export async function collisionsAndSlots(
  ctx: Ctx,
  change: PlannedChange,
  timeZone: string,
): Promise<{ collisions: Collision[]; slots: { from: number; to: number }[] }> {
  const now = Date.parse(ctx.now);
  const within = { from: now, to: Math.max(now, change.from) + AHEAD_MS };
  const { others, around } = await heldAgainst(ctx, change, Math.min(change.from, now), Math.max(within.to, change.to));
  const collisions = collisionsOf(change, others, around);
  const planned: Planned = change;
  return { collisions, slots: freeSlots(planned, others, around, { within, timeZone, most: MOST_SLOTS }) };
}
