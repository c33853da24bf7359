import type { Selectable, Updateable } from 'kysely';
import { notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import type { ChangeModelView, ModelTask, RiskQuestion, RiskView } from '#shared/change.ts';
import type { ChangeType, ModelState, Outcome, Plan } from '#shared/change-words.ts';
import { SUSPENDED_KEY, suspendedBecause } from './suspend.ts';

export type Plans = { readonly [plan in Plan]?: string };
type Loose = 'consent' | 'type' | 'plans' | 'answers' | 'risk_why' | 'outcome' | 'afterwards' | 'reach';
export type ChangeRow = Omit<Selectable<Tables['changes']>, Loose> & {
  type: ChangeType;
  plans: Plans;
  answers: Record<string, string>;
  risk_why: RiskView['why'];
  /** What it reaches, as it was assessed last: see `Reach`. */
  reach: Record<string, unknown>;
  /** Whether people of affected clients approve it; null where none are asked. */
  consent: 'wanted' | 'asked' | 'given' | 'refused' | null;
  outcome: Outcome | null;
  afterwards: 'approved' | 'rejected' | 'expired' | null;
};
type LooseModel = 'type' | 'state' | 'required_plans' | 'questions' | 'tasks' | 'lifecycle';
export type ModelRow = Omit<Selectable<Tables['change_models']>, LooseModel> & {
  type: ChangeType;
  state: ModelState;
  required_plans: Plan[];
  questions: RiskQuestion[];
  tasks: ModelTask[];
  lifecycle: ChangeModelView['lifecycle'];
};

type OfTicket = { readonly client_id: string; readonly id: string };

const OF_TICKET = 'select * from changes where client_id = $1 and ticket_id = $2';

/** What a ticket changes; `not_found` for a ticket of another kind. */
export async function changeOf(ctx: Ctx, { client_id, id }: OfTicket): Promise<ChangeRow> {
  const [row] = await ctx.hot<ChangeRow>('change_of', OF_TICKET, [client_id, id]);
  if (!row) throw notFound('change');
  return row;
}

/** The same locked; `conflict` where the writer saw an older version. The ticket is locked before it. */
export async function lockChange(ctx: Ctx, { client_id, id }: OfTicket, version?: number): Promise<ChangeRow> {
  const [row] = await ctx.hot<ChangeRow>('change_lock', `${OF_TICKET} for update`, [client_id, id]);
  if (!row) throw notFound('change');
  if (version !== undefined && row.version !== version) throw staleVersion('change', row.version);
  return row;
}

const MODEL = `select m.*, ${SUSPENDED_KEY} from change_models m where m.id = $1`;

export async function modelOf(ctx: Ctx, id: string): Promise<ModelRow> {
  const [row] = await ctx.hot<ModelRow>('change_model', MODEL, [id]);
  if (!row) throw notFound('model of changes');
  return { ...row, state_why: suspendedBecause(row) };
}

/** The model of a key that comes with Fettle. */
export async function builtInModel(ctx: Ctx, key: 'normal' | 'emergency'): Promise<ModelRow> {
  const [row] = await ctx.hot<ModelRow>('change_model_built_in', 'select * from change_models where key = $1', [key]);
  if (!row) throw new Error(`The model ${key} that comes with Fettle is gone`);
  return row;
}

/** Columns of a change as they are written: what is JSON as its text. */
export type Columns = Updateable<Tables['changes']>;

/** Writes columns of a change and counts its version up. */
export async function writeChange(
  ctx: Ctx,
  { client_id, ticket_id, version }: ChangeRow,
  columns: Columns,
): Promise<ChangeRow> {
  return (await ctx.tx
    .updateTable('changes')
    .set({ ...columns, version: version + 1, updated_at: ctx.now })
    .where('client_id', '=', client_id)
    .where('ticket_id', '=', ticket_id)
    .returningAll()
    .executeTakeFirstOrThrow()) as unknown as ChangeRow;
}
