import { Fault, type FieldError, invalid } from '#kernel/errors.ts';
import { validateSchedule } from '#kernel/on-call.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, deleteRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import type { CreateSchedule, Rotation, UpdateSchedule } from '#shared/on-call.ts';
import { callersOfSchedule } from './queries.ts';

const TABLE = 'on_call_schedules';
export const SUBJECT = 'on_call_schedule';
const WHAT = 'An on-call schedule';

/** Makes a schedule: its zone and its rotations. Returns its id. */
export async function createSchedule(ctx: Ctx, input: CreateSchedule): Promise<string> {
  requireAllClients(ctx, WHAT);
  await refuseFaulty(ctx, input.timeZone, input.layers, []);
  return createRecord(ctx, TABLE, SUBJECT, input);
}

/** Changes a schedule at the version the writer saw. Who has left may stay where they stood before, but is not put anywhere. */
export async function updateSchedule(ctx: Ctx, id: string, input: UpdateSchedule): Promise<void> {
  requireAllClients(ctx, WHAT);
  const before = await lockRecord(ctx, TABLE, SUBJECT, id, input.version);
  const layers = before['layers'] as Rotation[];
  await refuseFaulty(ctx, input.timeZone ?? String(before['time_zone']), input.layers ?? layers, layers);
  await updateRecord(ctx, TABLE, SUBJECT, id, input);
}

/** Throws a schedule away, with its overrides; refused while an escalation path calls it. */
export async function deleteSchedule(ctx: Ctx, id: string): Promise<void> {
  requireAllClients(ctx, WHAT);
  await lockRecord(ctx, TABLE, SUBJECT, id);
  const callers = await callersOfSchedule(ctx, id);
  if (callers.length > 0) {
    const names = callers.map(({ name }) => `“${name}”`).join(', ');
    throw new Fault('invalid', `Escalation paths call this schedule: ${names}. Take it off them first.`, {
      errors: [{ path: 'id', message: `is called by ${names}` }],
    });
  }
  await deleteRecord(ctx, TABLE, SUBJECT, id);
}

async function refuseFaulty(ctx: Ctx, timeZone: string, layers: Rotation[], before: Rotation[]): Promise<void> {
  const errors: FieldError[] = validateSchedule({ timeZone, layers });
  const stood = new Set(before.flatMap(({ members }) => members));
  const ids = [...new Set(layers.flatMap(({ members }) => members))].filter((id) => !stood.has(id));
  const known = ids.length
    ? await ctx.tx.selectFrom('staff').select('id').where('id', 'in', ids).where('active', '=', true).execute()
    : [];
  const fit = new Set([...stood, ...known.map(({ id }) => id)]);
  layers.forEach(({ members }, index) => {
    members.forEach((id, place) => {
      if (!fit.has(id)) errors.push({ path: `layers.${index}.members.${place}`, message: 'is not an active person' });
    });
  });
  if (errors.length > 0) throw invalid(errors);
}
