import { Fault, forbidden, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { cleanHtml } from '#platform/text/index.ts';
import { lifecycleNamed } from '#server/desk/lifecycle/index.ts';
import type { ChangeModelView, ChangeTemplate, CreateChangeModel, SaveChangeModel, StepModel } from '#shared/change.ts';
import type { ChangeType } from '#shared/change-words.ts';
import { isReason, REASON_WORDS } from '#shared/reason-words.ts';
import type { ModelRow } from './rows.ts';
import { RUNS_OF_MODEL } from './runs.ts';
import { SUSPENDED_KEY, suspendedBecause } from './suspend.ts';
import { refuseTasks } from './tasks.ts';

type Writable = Omit<CreateChangeModel, 'type'>;

/** Begins a model as a draft, by which nothing is raised until it is approved. */
export async function createModel(
  ctx: Ctx,
  input: CreateChangeModel,
  fromModelId: string | null = null,
): Promise<string> {
  requireAllClients(ctx, 'A model of changes');
  await refuseTerms(ctx, input.type, input);
  const id = newId();
  await ctx.tx
    .insertInto('change_models')
    .values({
      ...{ id, key: await freeKey(ctx, input.name), type: input.type, from_model_id: fromModelId },
      ...columnsOf(input),
      ...{ name: input.name.trim(), proposed_by: actingStaff(ctx), created_at: ctx.now, updated_at: ctx.now },
    })
    .execute();
  await tell(ctx, { id, name: input.name.trim() }, 'created');
  return id;
}

const NO_REASON = { state_why: '', suspended_by: null, suspended_outcome: null };

/** Writes a model. A standard one is not what somebody approved any more, and waits for a second person again. */
export async function saveModel(ctx: Ctx, id: string, { version, ...input }: SaveChangeModel): Promise<void> {
  const before = await lockModel(ctx, id, version);
  if (before.state === 'retired') throw new Fault('conflict', `“${before.name}” is retired.`);
  await refuseTerms(ctx, before.type, { ...written(before), ...input });
  await ctx.tx
    .updateTable('change_models')
    .set({
      ...columnsOf(input),
      ...(before.type === 'standard' ? { state: 'draft', ...NO_REASON, approved_by: null, approved_at: null } : {}),
      ...{ proposed_by: actingStaff(ctx), version: before.version + 1, updated_at: ctx.now },
    })
    .where('id', '=', id)
    .execute();
  await tell(ctx, { id, name: input.name ?? before.name }, 'changed');
}

type Step = 'approve' | 'suspend' | 'retire';
const STATES = { approve: 'in_force', suspend: 'suspended', retire: 'retired' } as const;

/**
 * Puts a model in force, or takes it out of it. A template of standard changes is approved by somebody else than whoever wrote it last,
 * since from then on nobody is asked about its changes.
 */
export async function stepModel(ctx: Ctx, id: string, step: Step, { version, reason }: StepModel): Promise<void> {
  const before = await lockModel(ctx, id, version);
  const why = reason?.trim() ?? '';
  if (before.built_in && step === 'retire')
    throw new Fault('conflict', `“${before.name}” comes with Fettle and stays.`);
  if (before.state === STATES[step])
    throw new Fault('conflict', `“${before.name}” is ${before.state.replace('_', ' ')} already.`);
  if (step === 'suspend' && why === '') throw invalid([{ path: 'reason', message: 'say why' }]);
  // Whoever lifts a suspension says what was found.
  if (step === 'approve' && before.state === 'suspended' && !isReason(why))
    throw invalid([{ path: 'reason', message: REASON_WORDS }]);
  const me = actingStaff(ctx);
  if (step === 'approve' && before.type === 'standard' && before.proposed_by === me)
    throw forbidden('A template is approved by somebody else than whoever wrote it.');
  await ctx.tx
    .updateTable('change_models')
    .set({
      ...{
        state: STATES[step],
        ...NO_REASON,
        state_why: step === 'approve' ? '' : why,
        state_at: ctx.now,
        version: before.version + 1,
        updated_at: ctx.now,
      },
      ...(step === 'approve' ? { approved_by: me, approved_at: ctx.now } : {}),
    })
    .where('id', '=', id)
    .execute();
  await tell(ctx, before, SAID[step], why === '' ? {} : { reason: why });
}

const SAID = { approve: 'approved', suspend: 'suspended', retire: 'retired' } as const;

async function lockModel(ctx: Ctx, id: string, version: number): Promise<ModelRow> {
  requireAllClients(ctx, 'A model of changes');
  const row = await ctx.tx.selectFrom('change_models').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound('model of changes');
  if (row.version !== version) throw staleVersion('model of changes', row.version);
  return row as unknown as ModelRow;
}

const written = (model: ModelRow): Writable => ({
  ...{ name: model.name, description: model.description, lifecycle: model.lifecycle },
  ...{ requiredPlans: model.required_plans, questions: model.questions, tasks: model.tasks },
  template: model.template as ChangeTemplate | null,
});

const columnsOf = (input: Partial<Writable>) => ({
  ...(input.name === undefined ? {} : { name: input.name.trim() }),
  ...(input.description === undefined ? {} : { description: input.description.trim() }),
  ...(input.lifecycle === undefined ? {} : { lifecycle: input.lifecycle }),
  ...(input.requiredPlans === undefined ? {} : { required_plans: [...input.requiredPlans] }),
  ...(input.questions === undefined ? {} : { questions: JSON.stringify(input.questions) }),
  ...(input.tasks === undefined ? {} : { tasks: JSON.stringify(input.tasks) }),
  ...(input.template === undefined
    ? {}
    : { template: input.template === null ? null : JSON.stringify(cleaned(input.template)) }),
});

const cleaned = (template: ChangeTemplate): ChangeTemplate => ({
  ...template,
  description: cleanHtml(template.description),
  plans: Object.fromEntries(Object.entries(template.plans).map(([plan, text]) => [plan, cleanHtml(text)])),
});

/** Refuses what cannot be meant, each fault with its field. */
async function refuseTerms(
  ctx: Ctx,
  type: ChangeType,
  { questions, tasks, template, lifecycle, requiredPlans }: Writable,
): Promise<void> {
  const faults = questions.flatMap(({ key, options }, at) => [
    ...(questions.findIndex((one) => one.key === key) < at
      ? [{ path: `questions.${at}.key`, message: 'is the key of another question' }]
      : []),
    ...(new Set(options.map(({ value }) => value)).size < options.length
      ? [{ path: `questions.${at}.options`, message: 'has an answer twice' }]
      : []),
  ]);
  if ((type === 'standard') !== (template !== null))
    faults.push({
      path: 'template',
      message: type === 'standard' ? 'is needed: it says what is done' : 'is for standard changes',
    });
  if (template) {
    for (const { key, options } of questions)
      if (!options.some(({ value }) => value === template.answers[key]))
        faults.push({ path: `template.answers.${key}`, message: 'is needed: what is standard has a known risk' });
    for (const plan of requiredPlans)
      if (!template.plans[plan]?.trim()) faults.push({ path: `template.plans.${plan}`, message: 'is needed' });
  }
  if (lifecycle !== null && (await lifecycleNamed(ctx, lifecycle))?.kind !== 'change')
    faults.push({ path: 'lifecycle', message: 'is no lifecycle of changes' });
  if (type === 'standard' && lifecycle === null)
    faults.push({ path: 'lifecycle', message: 'is needed: a standard change does not wait for its authorisation' });
  if (faults.length > 0) throw invalid(faults);
  refuseTasks(tasks);
}

/** A key of its own made from a name. */
async function freeKey(ctx: Ctx, name: string): Promise<string> {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 30);
  const base = words || 'model';
  const taken = await ctx.hot<{ key: string }>('change_model_keys', 'select key from change_models', []);
  const isTaken = (key: string) => taken.some((row) => row.key === key);
  for (let at = 1; ; at += 1) {
    const key = at === 1 ? base : `${base}_${at}`;
    if (!isTaken(key)) return key;
  }
}

const tell = (ctx: Ctx, model: { id: string; name: string }, verb: string, data: Record<string, unknown> = {}) =>
  appendEvent(ctx, {
    clientId: null,
    subjectType: 'change_model',
    subjectId: model.id,
    type: `change_model.${verb}`,
    data: { text: model.name, ...data },
  });

type Row = ModelRow & { runs: number; clean: number; proposer: string | null; approver: string | null };
const MODELS = `
select m.*, ${SUSPENDED_KEY}, r.runs, r.clean, p.name as proposer, a.name as approver from change_models m
left join staff p on p.id = m.proposed_by left join staff a on a.id = m.approved_by
cross join lateral (${RUNS_OF_MODEL}) r`;
const ALL = `${MODELS} where m.state <> 'retired' order by m.type = 'standard', m.built_in desc, m.name, m.id limit 500`;

/** The models that changes go by, those that come with Fettle first. */
export async function listModels(ctx: Ctx): Promise<ChangeModelView[]> {
  return (await ctx.hot<Row>('change_models', ALL, [])).map(present);
}

export async function viewModel(ctx: Ctx, id: string): Promise<ChangeModelView> {
  const [row] = await ctx.hot<Row>('change_model_view', `${MODELS} where m.id = $1`, [id]);
  if (!row) throw notFound('model of changes');
  return present(row);
}

const present = (model: Row): ChangeModelView => ({
  ...{ id: model.id, key: model.key, type: model.type, ...written(model) },
  ...{ runs: model.runs, cleanRuns: model.clean, proposedBy: model.proposer, approvedBy: model.approver },
  ...{ approvedAt: model.approved_at, state: model.state, builtIn: model.built_in },
  ...{ stateWhy: suspendedBecause(model), version: model.version },
});
