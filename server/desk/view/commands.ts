import { parseTicketFilter, serialiseTicketFilter } from '#kernel/filter.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createRecord, deleteRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import type { TicketFilter } from '#shared/ticket-filter.ts';
import type { CreateView, UpdateView } from '#shared/view.ts';
import { refuseForeign, refuseHidden, refuseSharing } from './policy.ts';

/** The same filter in the form in which addresses have it, so that two equal views are stored alike. */
const plain = (filter: TicketFilter): TicketFilter => parseTicketFilter(serialiseTicketFilter(filter)).filter;

/** Saves a view for oneself, or for everybody where the caller may share. Returns its id. */
export async function createView(ctx: Ctx, input: CreateView): Promise<string> {
  if (input.shared) refuseSharing(ctx);
  await refuseHidden(ctx, input.filter);
  return createRecord(ctx, 'saved_views', 'view', {
    ...input,
    position: input.position ?? (await lastPlace(ctx)),
    filter: plain(input.filter),
    ownerId: ctx.scope.principalId,
  });
}

/** Changes a view at the version the writer saw. Taking one's own back from everybody needs no permission. */
export async function updateView(ctx: Ctx, id: string, input: UpdateView): Promise<void> {
  const before = await lockView(ctx, id);
  refuseForeign(ctx, before);
  if (input.shared && !before.shared) refuseSharing(ctx);
  const withdraws = input.shared === false;
  if (before.shared && !withdraws) refuseSharing(ctx);
  if (input.filter) await refuseHidden(ctx, input.filter);
  // A view that loses its audience needs an owner: whoever takes it back, where it had none.
  const owner = withdraws && before.owner_id === null ? { ownerId: ctx.scope.principalId } : {};
  await updateRecord(ctx, 'saved_views', 'view', id, {
    ...input,
    ...(input.filter ? { filter: plain(input.filter) } : {}),
    ...owner,
  });
}

/** Deletes a view: one's own, or a shared one where the caller may share. */
export async function deleteView(ctx: Ctx, id: string): Promise<void> {
  refuseForeign(ctx, await lockView(ctx, id));
  await deleteRecord(ctx, 'saved_views', 'view', id);
}

const MOST_PLACES = 10_000;

/** Behind every view that its writer has: a new one moves none of the others, nor the numbers that open them. */
async function lastPlace(ctx: Ctx): Promise<number> {
  const { last } = await ctx.tx
    .selectFrom('saved_views')
    .select((view) => view.fn.max('position').as('last'))
    .where((view) => view.or([view('shared', '=', true), view('owner_id', '=', ctx.scope.principalId)]))
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Math.min(last + 1, MOST_PLACES);
}

type Owned = { owner_id: string | null; shared: boolean };
const lockView = async (ctx: Ctx, id: string) => (await lockRecord(ctx, 'saved_views', 'view', id)) as never as Owned;
