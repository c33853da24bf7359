import { invalid, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Lifecycle, validateLifecycle } from '#kernel/lifecycle.ts';
import { DEFAULT_LIFECYCLES } from '#kernel/lifecycle-defaults.ts';
import { type Ctx, readAnew, readOnce } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { TicketKind } from '#shared/vocabulary.ts';

const OWN = 'select definition, version from lifecycles where kind = $1';

/** The lifecycle in force for a kind: the installation's own, or the one it came with. */
export async function lifecycleOf(ctx: Ctx, kind: TicketKind): Promise<{ lifecycle: Lifecycle; version: number }> {
  const [own] = await readOnce(ctx, `lifecycle ${kind}`, () =>
    ctx.hot<{ definition: Lifecycle; version: number }>('lifecycle_of', OWN, [kind]),
  );
  return own
    ? { lifecycle: own.definition, version: own.version }
    : { lifecycle: DEFAULT_LIFECYCLES[kind] as Lifecycle, version: 0 };
}

/** Replaces a kind's lifecycle. Refuses dead ends, and statuses taken away while tickets stand in them. */
export async function saveLifecycle(ctx: Ctx, kind: TicketKind, lifecycle: Lifecycle, version: number): Promise<void> {
  const faults = validateLifecycle(lifecycle);
  if (faults.length > 0) throw invalid(faults);
  const before = await lifecycleOf(ctx, kind);
  if (before.version !== version) throw staleVersion('lifecycle', before.version);
  const gone = before.lifecycle.statuses
    .filter((status) => !lifecycle.statuses.some((kept) => kept.key === status.key))
    .map((status) => status.key);
  for (const status of gone) {
    const used = await ctx.tx
      .selectFrom('tickets')
      .select('key')
      .where('kind', '=', kind)
      .where('status', '=', status)
      .limit(1)
      .executeTakeFirst();
    if (used)
      throw invalid([
        {
          path: 'statuses',
          message: `"${status}" is still the status of ${used.key} and perhaps others; move them first`,
        },
      ]);
  }
  const definition = JSON.stringify(lifecycle);
  await ctx.tx
    .insertInto('lifecycles')
    .values({ kind, definition, version: version + 1, updated_at: ctx.now })
    .onConflict((on) => on.column('kind').doUpdateSet({ definition, version: version + 1, updated_at: ctx.now }))
    .execute();
  readAnew(ctx);
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'lifecycle',
    subjectId: newId(),
    type: 'lifecycle.changed',
    data: { kind, version: version + 1 },
  });
}
