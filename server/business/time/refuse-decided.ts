import { Fault, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { mayDo } from '#platform/identity/index.ts';
import type { Recorded } from './settled.ts';

/** Of clients, one for which somebody else may decide: who approves time and sees it. */
const OTHERS = `
select c.id from unnest($2::uuid[]) as c (id) where exists (
  select from staff s where s.active and s.id <> $1 and ${mayDo('time.approve')}
    and (s.all_clients or exists (select from staff_clients k where k.staff_id = s.id and k.client_id = c.id))) limit 1`;

type Decision = {
  readonly ids: readonly string[];
  readonly path: string;
  readonly what: string;
  readonly approve: boolean;
  /** Of each, as it was read; without them whatever stands there now is decided about. */
  readonly versions: readonly number[] | undefined;
};

/**
 * All or nothing: `invalid` where something that is named is out of sight, open or gone, or was changed since it was read. What is approved
 * can be returned as well.
 */
export function refuseUndecidable(
  rows: readonly (Pick<Recorded, 'state'> & { readonly id: string; readonly version: number })[],
  { ids, path, what, approve, versions }: Decision,
): void {
  if (versions && versions.length !== ids.length)
    throw invalid([{ path: 'versions', message: `must be as many as ${path}` }]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const errors = ids.flatMap((id, nth) => {
    const found = known.get(id.toLowerCase());
    const message = !found
      ? `is not ${what}`
      : approve && found.state !== 'submitted'
        ? `is ${found.state}, not submitted`
        : !approve && found.state !== 'submitted' && found.state !== 'approved'
          ? `is ${found.state}, not submitted or approved`
          : versions && found.version !== versions[nth]
            ? 'was changed since you read it: look at it once more'
            : null;
    return message ? [{ path: `${path}.${nth}`, message }] : [];
  });
  if (errors.length > 0) throw invalid(errors);
}

type Owned = Pick<Recorded, 'staff_id'> & { readonly client_id: string };

/** `forbidden` where somebody would approve their own while anybody else who sees the client may. */
export async function refuseOwn(ctx: Ctx, rows: readonly Owned[], own: string): Promise<void> {
  const by = ctx.scope.principalId;
  const clientIds = rows.filter(({ staff_id }) => staff_id === by).map(({ client_id }) => client_id);
  if (!by || clientIds.length === 0) return;
  const others = await ctx.hot<{ id: string }>('time_deciders', OTHERS, [by, clientIds]);
  if (others.length > 0) throw new Fault('forbidden', `Nobody approves their own ${own} while somebody else may.`);
}
