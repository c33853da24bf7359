import { START } from '#kernel/change-schedule.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import type { OverrideKind } from '#shared/change-words.ts';
import { tell } from './tell.ts';

export type Override = {
  readonly kind: OverrideKind;
  /** What stood against it, a sentence a line. */
  readonly against: string;
  /** The same for the program, of what is with other changes. */
  readonly keys: readonly string[];
  readonly reason: string;
};

/** Records that somebody lets a change go on although something stands against it. */
export async function recordOverride(
  ctx: Ctx,
  ticket: { readonly client_id: string; readonly id: string },
  { kind, against, keys, reason }: Override,
): Promise<void> {
  const id = newId();
  await ctx.tx
    .insertInto('change_overrides')
    .values({
      ...{ client_id: ticket.client_id, id, change_id: ticket.id, kind, against, reason },
      keys: [...keys],
      ...{ staff_id: actingStaff(ctx), at: ctx.now },
    })
    .execute();
  await tell(ctx, ticket, 'overridden', { text: against.replaceAll('\n', ' '), reason, kind });
}

const END_START = `
update change_overrides set ended_at = $3 where client_id = $1 and change_id = $2 and ended_at is null
  and exists (select from unnest(keys) key where key like '${START}%')`;

/** Ends that a change was let begin in spite of something: it was postponed, and begins another time. */
export async function endStart(ctx: Ctx, ticket: { readonly client_id: string; readonly id: string }): Promise<void> {
  await ctx.hot('change_overrides_end_start', END_START, [ticket.client_id, ticket.id, ctx.now]);
}
