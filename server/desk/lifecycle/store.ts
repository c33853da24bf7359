import { type FieldError, invalid, staleVersion } from '#kernel/errors.ts';
import { type Lifecycle, validateLifecycle } from '#kernel/lifecycle.ts';
import { DEFAULT_LIFECYCLES, LIFECYCLE_VARIANTS } from '#kernel/lifecycle-defaults.ts';
import { type Ctx, readAnew, readOnce, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { idFromText } from '#platform/text/index.ts';
import { customFieldsOf } from '#server/desk/classification/index.ts';
import { askedCustom } from '#shared/lifecycle-words.ts';
import { TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';

const OWN = 'select definition, version from lifecycles where key = $1';

/** What a ticket follows: the lifecycle of its kind, or a variant by its key (`change.standard`). */
export type Following = { readonly kind: string; readonly lifecycle: string | null };
type Found = { key: string; kind: TicketKind; lifecycle: Lifecycle; version: number };

/** The lifecycle in force for a ticket: the installation's own, or the one it came with; of a variant that is gone, its kind's. */
export async function lifecycleOf(ctx: Ctx, { kind, lifecycle: variant }: Following): Promise<Found> {
  const key = variant ?? kind;
  const found = await lifecycleNamed(ctx, key);
  return found ?? lifecycleOf(ctx, { kind, lifecycle: null });
}

/** The lifecycle of a key, or null: a variant that nobody has written. */
export async function lifecycleNamed(ctx: Ctx, key: string): Promise<Found | null> {
  const kind = kindOf(key);
  const [own] = await readOnce(ctx, `lifecycle ${key}`, () =>
    ctx.hot<{ definition: Lifecycle; version: number }>('lifecycle_of', OWN, [key]),
  );
  if (own) return { key, kind, lifecycle: own.definition, version: own.version };
  const shipped = CAME_WITH[key];
  return shipped ? { key, kind, lifecycle: shipped, version: 0 } : null;
}

const CAME_WITH: Readonly<Record<string, Lifecycle>> = { ...DEFAULT_LIFECYCLES, ...LIFECYCLE_VARIANTS };

/** The kind of ticket that a lifecycle is for: what stands before the point. */
export const kindOf = (key: string): TicketKind => key.split('.')[0] as TicketKind;

/** The lifecycles in force: of all kinds, and their variants. */
export async function allLifecycles(ctx: Ctx): Promise<Found[]> {
  const own = await readOnce(ctx, 'lifecycle keys', () =>
    ctx.hot<{ key: string }>('lifecycle_keys', 'select key from lifecycles order by key', []),
  );
  const keys = [...new Set([...TICKET_KINDS, ...Object.keys(LIFECYCLE_VARIANTS), ...own.map(({ key }) => key)])];
  const found = await Promise.all(keys.map((key) => lifecycleNamed(ctx, key)));
  return found.filter((one) => one !== null);
}

/**
 * Replaces the lifecycle of a kind, or writes a variant, at the version the writer saw. Refuses dead ends, contradictions, and what would leave tickets in a
 * status that is gone or means something else now.
 */
export async function saveLifecycle(ctx: Ctx, key: string, lifecycle: Lifecycle, version: number): Promise<void> {
  requireAllClients(ctx, 'A lifecycle');
  const faults = [...validateLifecycle(lifecycle), ...(await unknownCustom(ctx, kindOf(key), lifecycle))];
  if (faults.length > 0) throw invalid(faults);
  await ctx.hot('lifecycle_turn', "select pg_advisory_xact_lock(hashtextextended('lifecycle ' || $1, 0))", [key]);
  const before = await lifecycleNamed(ctx, key);
  if ((before?.version ?? 0) !== version) throw staleVersion('lifecycle', before?.version ?? 0);
  const left = before ? await leftBehind(ctx, before, lifecycle) : [];
  if (left.length > 0) throw invalid(left);
  const definition = JSON.stringify(lifecycle);
  await ctx.tx
    .insertInto('lifecycles')
    .values({ key, definition, version: version + 1, updated_at: ctx.now })
    .onConflict((on) => on.column('key').doUpdateSet({ definition, version: version + 1, updated_at: ctx.now }))
    .execute();
  readAnew(ctx);
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'lifecycle',
    subjectId: idFromText(`lifecycle ${key}`),
    type: 'lifecycle.changed',
    data: { kind: key, version: version + 1, changes: { definition: [before?.lifecycle ?? null, lifecycle] } },
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
async function leftBehind(ctx: Ctx, { key, kind, lifecycle: before }: Found, after: Lifecycle): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  for (const status of before.statuses) {
    const index = after.statuses.findIndex(({ key }) => key === status.key);
    if (after.statuses[index]?.category === status.category) continue;
    const used = await ctx.tx
      .selectFrom('tickets')
      .select('key')
      .where('kind', '=', kind)
      .where('lifecycle', 'is not distinct from', key === kind ? null : key)
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
