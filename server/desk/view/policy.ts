import { type FieldError, forbidden, invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketFilter } from '#shared/ticket-filter.ts';

type Owned = { owner_id: string | null; shared: boolean };

/** A view is seen by its owner and, once shared, by everybody. */
export const maySee = (ctx: Ctx, view: Owned): boolean => view.shared || view.owner_id === ctx.scope.principalId;

/** A view is changed by its owner; a shared one also by whoever may share views. */
export const mayChange = (ctx: Ctx, view: Owned): boolean =>
  view.owner_id === ctx.scope.principalId || (view.shared && ctx.can('view.share'));

/** Refuses a change of a view that the caller may not make; one that they may not see does not exist. */
export function refuseForeign(ctx: Ctx, view: Owned): void {
  if (!maySee(ctx, view)) throw notFound('view');
  if (!mayChange(ctx, view)) throw forbidden('This view is shared by somebody else. Save a copy of your own instead.');
}

/** Refuses to show a view to everybody without the permission. */
export function refuseSharing(ctx: Ctx): void {
  if (!ctx.can('view.share'))
    throw forbidden('Sharing views with everybody needs the permission "view.share", which your role does not have.');
}

/** What filters point to in clients' data, by field, looked up under the caller's scope. */
const POINTERS = { clientId: 'clients', requesterId: 'contacts', parentId: 'tickets' } as const;

/** Ids in filters that the caller may not see, or that do not exist. */
export async function hiddenIds(ctx: Ctx, filters: readonly TicketFilter[]): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>();
  for (const [field, table] of Object.entries(POINTERS)) {
    const named = new Set(filters.flatMap((filter) => filter[field as keyof typeof POINTERS] ?? []));
    if (named.size === 0) continue;
    const seen = await ctx.tx
      .selectFrom(table)
      .select('id')
      .where('id', 'in', [...named])
      .execute();
    for (const id of named) if (!seen.some((row) => row.id === id)) hidden.add(id);
  }
  return hidden;
}

/** Whether a filter names something among `hidden`. */
export function names(filter: TicketFilter, hidden: ReadonlySet<string>): boolean {
  return Object.keys(POINTERS).some((field) =>
    [filter[field as keyof typeof POINTERS] ?? []].flat().some((id) => hidden.has(id)),
  );
}

/** Refuses a filter that names what its writer may not see. */
export async function refuseHidden(ctx: Ctx, filter: TicketFilter): Promise<void> {
  const hidden = await hiddenIds(ctx, [filter]);
  const errors = Object.keys(POINTERS)
    .filter((field) => [filter[field as keyof typeof POINTERS] ?? []].flat().some((id) => hidden.has(id)))
    .map((field): FieldError => ({ path: `filter.${field}`, message: 'does not exist or you may not see it' }));
  if (errors.length > 0) throw invalid(errors);
}
