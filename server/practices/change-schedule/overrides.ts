import { sql } from 'kysely';
import type { Collision } from '#kernel/change-schedule.ts';
import { Fault, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { beginsNext, changeOf, recordOverride } from '#server/practices/change/index.ts';
import type { OverrideCollisions } from '#shared/change-schedule.ts';
import { isReason, REASON_WORDS } from '#shared/reason-words.ts';
import { collisionsOfChange, startCollisions } from './collisions.ts';
import { plannedChange } from './planned.ts';

const kindOf = ({ kind }: Collision) => {
  if (kind === 'outside_window') return kind;
  return kind === 'freeze' || kind === 'blackout' ? 'freeze' : 'collision';
};

/**
 * What somebody went on in spite of, by change, until what it was about changes: the sentences as they were told, and the keys of what
 * was with other changes.
 */
export async function overridesOf(ctx: Ctx, changeIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ change_id: string; against: string; keys: string[] }>`
    select change_id, against, keys from change_overrides where change_id = any (${changeIds}::uuid[]) and ended_at is null`.execute(
    ctx.tx,
  );
  const found = new Map<string, Set<string>>();
  for (const { change_id, against, keys } of rows)
    found.set(change_id, new Set([...(found.get(change_id) ?? []), ...against.split('\n'), ...keys]));
  return found;
}

/** Whether somebody went on in spite of it; of what is with another change its key says so, since it is not told to everybody alike. */
export const isOverridden = (
  { key, told, sentence, change }: Collision,
  overridden: ReadonlySet<string> = new Set(),
): boolean => overridden.has(key ?? told) || (change !== null && overridden.has(sentence));

/** What holds a change back and was not overridden. */
export async function blockersOf(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<Collision[]> {
  const change = await plannedChange(ctx, ticket);
  if (!change) return [];
  const overridden = (await overridesOf(ctx, [ticket.id])).get(ticket.id);
  return (await collisionsOfChange(ctx, change)).filter((one) => one.blocks && !isOverridden(one, overridden));
}

/** What keeps a change from beginning now, besides, and was not overridden. */
export async function startBlockersOf(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<Collision[]> {
  const change = await plannedChange(ctx, ticket);
  if (!change) return [];
  const overridden = (await overridesOf(ctx, [ticket.id])).get(ticket.id);
  return (await startCollisions(ctx, change)).filter((one) => !isOverridden(one, overridden));
}

/** Lets a change go on in spite of what stands against it now, for a reason; what comes up later holds it back again. */
export async function overrideCollisions(ctx: Ctx, ref: string, { reason }: OverrideCollisions): Promise<void> {
  if (!isReason(reason)) throw invalid([{ path: 'reason', message: REASON_WORDS }]);
  const ticket = await findTicket(ctx, ref, { lock: true });
  await changeOf(ctx, ticket);
  const window = await blockersOf(ctx, ticket);
  const start = beginsNext(ticket) ? await startBlockersOf(ctx, ticket) : [];
  if (window.length + start.length === 0) throw new Fault('conflict', `Nothing holds ${ticket.key} back.`);
  // Each in lines of its own, since what was overridden of a beginning ends with it.
  for (const found of [...byKind(window), ...byKind(start)])
    await recordOverride(ctx, ticket, {
      kind: kindOf(found[0]),
      against: found.map(({ told }) => told).join('\n'),
      keys: found.flatMap(({ key }) => key ?? []),
      reason: reason.trim(),
    });
}

type Some = [Collision, ...Collision[]];

function byKind(collisions: readonly Collision[]): Some[] {
  const found = new Map<string, Some>();
  for (const one of collisions) {
    const same = found.get(kindOf(one));
    if (same) same.push(one);
    else found.set(kindOf(one), [one]);
  }
  return [...found.values()];
}
