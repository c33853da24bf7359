import { sql } from 'kysely';
import { Fault, type FieldError, invalid } from '#kernel/errors.ts';
import { type Target, validatePlan } from '#kernel/escalation.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, deleteRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import type { CreatePath, PathTarget, UpdatePath } from '#shared/escalation.ts';
import { usersOfPath } from './query-paths.ts';

const TABLE = 'escalation_paths';
const SUBJECT = 'escalation_path';
const WHAT = 'An escalation path';

/** Makes an escalation path. Returns its id. */
export async function createPath(ctx: Ctx, input: CreatePath): Promise<string> {
  requireAllClients(ctx, WHAT);
  const { name, levels, repeatTimes = 2, repeatEveryMinutes = 15 } = input;
  return createRecord(ctx, TABLE, SUBJECT, {
    name,
    levels: await checked(ctx, levels),
    repeatTimes,
    repeatEveryMinutes,
  });
}

/** Changes a path at the version the writer saw; pages that are open keep it as it was. */
export async function updatePath(ctx: Ctx, id: string, input: UpdatePath): Promise<void> {
  requireAllClients(ctx, WHAT);
  const levels = input.levels ? { levels: await checked(ctx, input.levels) } : {};
  await updateRecord(ctx, TABLE, SUBJECT, id, { ...input, ...levels });
}

/** Throws a path away; refused while a team, a setting, a policy or an open page uses it. Pages that are over keep what they were. */
export async function deletePath(ctx: Ctx, id: string): Promise<void> {
  requireAllClients(ctx, WHAT);
  await lockRecord(ctx, TABLE, SUBJECT, id);
  const users = (await usersOfPath(ctx, id)).map(({ name }) => name);
  const open = await ctx.tx
    .selectFrom('pages')
    .select('id')
    .where('path_id', '=', id)
    .where('state', '=', 'paging')
    .limit(1)
    .executeTakeFirst();
  if (open) users.push('a page that is open');
  if (users.length > 0)
    throw new Fault('invalid', `It is in use: ${users.join(', ')}. Choose another path there first.`, {
      errors: [{ path: 'id', message: `is in use by ${users.join(', ')}` }],
    });
  await deleteRecord(ctx, TABLE, SUBJECT, id);
}

const IDS = { on_call: 'scheduleId', staff: 'staffId', team: 'teamId' } as const;
const TABLES = { on_call: 'on_call_schedules', staff: 'staff', team: 'teams' } as const;
const WORDS = { on_call: 'is not an on-call schedule', staff: 'is not an active person', team: 'is not a team in use' };

/** The levels with each target in its one form; every fault is named by its field. */
async function checked(ctx: Ctx, levels: CreatePath['levels']) {
  const errors: FieldError[] = [];
  const plain = levels.map(({ afterMinutes, targets }, level) => ({
    afterMinutes,
    targets: targets.map((target, place) => plainTarget(target, `levels.${level}.targets.${place}`, errors)),
  }));
  errors.push(...validatePlan({ levels: plain }));
  for (const kind of ['on_call', 'staff', 'team'] as const) {
    const named = plain.flatMap(({ targets }, level) =>
      targets.flatMap((target, place) => {
        const id = target.kind === kind ? idOf(target) : undefined;
        return id ? [{ id, path: `levels.${level}.targets.${place}.${IDS[kind]}` }] : [];
      }),
    );
    const known = await knownOf(
      ctx,
      kind,
      named.map(({ id }) => id),
    );
    for (const { id, path } of named) if (!known.has(id)) errors.push({ path, message: WORDS[kind] });
  }
  if (errors.length > 0) throw invalid(errors);
  return plain;
}

function idOf(target: Target): string | undefined {
  if (target.kind === 'on_call') return target.scheduleId;
  if (target.kind === 'staff') return target.staffId;
  return target.kind === 'team' ? target.teamId : undefined;
}

function plainTarget(target: PathTarget, path: string, errors: FieldError[]): Target {
  if (target.kind === 'assignee') return { kind: 'assignee' };
  const field = IDS[target.kind];
  if (target[field] === undefined) errors.push({ path: `${path}.${field}`, message: 'is required' });
  return { kind: target.kind, [field]: target[field] } as Target;
}

async function knownOf(ctx: Ctx, kind: 'on_call' | 'staff' | 'team', ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const inUse = kind === 'on_call' ? sql<boolean>`true` : sql<boolean>`active`;
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(TABLES[kind])} where id = any (${ids}::uuid[]) and ${inUse}`.execute(ctx.tx);
  return new Set(rows.map(({ id }) => id));
}
