import { type FieldError, invalid, staleVersion } from '#kernel/errors.ts';
import { type Lifecycle, validateLifecycle } from '#kernel/lifecycle.ts';
import { DEFAULT_LIFECYCLES } from '#kernel/lifecycle-defaults.ts';
import { type Ctx, readAnew, readOnce, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { idFromText } from '#platform/text/index.ts';
import { customFieldsOf } from '#server/desk/classification/index.ts';
import { askedCustom } from '#shared/lifecycle-words.ts';
import { TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';

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

/** The lifecycles in force for all kinds. */
export const allLifecycles = (ctx: Ctx): Promise<{ kind: TicketKind; lifecycle: Lifecycle }[]> =>
  Promise.all(TICKET_KINDS.map(async (kind) => ({ kind, lifecycle: (await lifecycleOf(ctx, kind)).lifecycle })));

/**
 * Replaces a kind's lifecycle at the version the writer saw. Refuses dead ends, contradictions, and what would leave tickets in a
 * status that is gone or means something else now.
 */
export async function saveLifecycle(ctx: Ctx, kind: TicketKind, lifecycle: Lifecycle, version: number): Promise<void> {
  requireAllClients(ctx, 'A lifecycle');
  const faults = [...validateLifecycle(lifecycle), ...(await unknownCustom(ctx, kind, lifecycle))];
  if (faults.length > 0) throw invalid(faults);
  await ctx.hot('lifecycle_turn', "select pg_advisory_xact_lock(hashtextextended('lifecycle ' || $1, 0))", [kind]);
  const before = await lifecycleOf(ctx, kind);
  if (before.version !== version) throw staleVersion('lifecycle', before.version);
  const left = await leftBehind(ctx, kind, before.lifecycle, lifecycle);
  if (left.length > 0) throw invalid(left);
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
    subjectId: idFromText(`lifecycle ${kind}`),
    type: 'lifecycle.changed',
    data: { kind, version: version + 1, changes: { definition: [before.lifecycle, lifecycle] } },
  });
}

/** Fields of the desk that a step asks for and that this kind does not have. */
async function unknownCustom(ctx: Ctx, kind: TicketKind, { transitions }: Lifecycle): Promise<FieldError[]> {
  const asked = transitions.flatMap(({ requires }, at) =>
    requires.flatMap((word) => {
      const key = askedCustom(word);
      return key === null ? [] : [{ path: `transitions.${at}.requires`, key }];
    }),
  );
  if (asked.length === 0) return [];
  const fields = await customFieldsOf(ctx, kind);
  return asked
    .filter(({ key }) => !fields.some((field) => field.key === key))
    .map(({ path, key }) => ({ path, message: `"${key}" is not a custom field of this kind` }));
}

/** Statuses that went, or changed their category, while tickets stand in them. */
async function leftBehind(ctx: Ctx, kind: TicketKind, before: Lifecycle, after: Lifecycle): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  for (const status of before.statuses) {
    const index = after.statuses.findIndex(({ key }) => key === status.key);
    if (after.statuses[index]?.category === status.category) continue;
    const used = await ctx.tx
      .selectFrom('tickets')
      .select('key')
      .where('kind', '=', kind)
      .where('status', '=', status.key)
      .limit(1)
      .executeTakeFirst();
    if (!used) continue;
    const message = `"${status.name}" is still the status of ${used.key} and perhaps others; move them first`;
    faults.push(
      index < 0
        ? { path: 'statuses', message }
        : { path: `statuses.${index}.category`, message: `stays ${status.category}: ${message}` },
    );
  }
  return faults;
}
