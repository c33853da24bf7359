import { sql } from 'kysely';
import { exact } from '#kernel/billing.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { circleIn } from '#kernel/project.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/record/index.ts';
import type {
  CreateProjectTemplate,
  ProjectPlan,
  ProjectTemplateRow,
  ProjectTemplateView,
  SaveProjectTemplate,
} from '#shared/project-plan.ts';

const WHAT = ['project_templates', 'project_template'] as const;

/** Templates by name, with how much is in each. */
export async function listTemplates(ctx: Ctx): Promise<ProjectTemplateRow[]> {
  const { rows } = await sql<ProjectTemplateRow>`
    select id, name, description, jsonb_array_length(plan -> 'phases') as phases, jsonb_array_length(plan -> 'milestones') as milestones,
      (select coalesce(sum(jsonb_array_length(p -> 'tasks')), 0)::int from jsonb_array_elements(plan -> 'phases') p) as tasks, version
    from project_templates order by lower(name)`.execute(ctx.tx);
  return rows;
}

/** A template with all of its plan; `not_found` where there is none. */
export async function viewTemplate(ctx: Ctx, id: string): Promise<ProjectTemplateView> {
  const { rows } = await sql<ProjectTemplateView>`
    select id, name, description, plan, version from project_templates where id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('project template');
  return row;
}

/** What a template lays out; `invalid` at `templateId` where there is none. */
export async function planOfTemplate(ctx: Ctx, id: string): Promise<ProjectPlan> {
  const { rows } = await sql<{ plan: ProjectPlan }>`select plan from project_templates where id = ${id}`.execute(
    ctx.tx,
  );
  if (!rows[0]) throw invalid([{ path: 'templateId', message: 'is not a template of projects' }]);
  return rows[0].plan;
}

/** Adds a template. `invalid` by field for a name that another has, and for a plan that cannot be meant. Returns its id. */
export async function createTemplate(ctx: Ctx, input: CreateProjectTemplate): Promise<string> {
  await refuse(ctx, input, null);
  return createRecord(ctx, ...WHAT, input);
}

/** Changes a template; projects that were made from it stay as they are. */
export async function saveTemplate(ctx: Ctx, id: string, input: SaveProjectTemplate): Promise<void> {
  await viewTemplate(ctx, id);
  await refuse(ctx, input, id);
  await updateRecord(ctx, ...WHAT, id, input);
}

/** Throws a template away; projects that were made from it stay. */
export async function removeTemplate(ctx: Ctx, id: string): Promise<void> {
  await viewTemplate(ctx, id);
  await deleteRecord(ctx, ...WHAT, id);
}

async function refuse(ctx: Ctx, { name, plan }: Partial<CreateProjectTemplate>, own: string | null): Promise<void> {
  const faults: FieldError[] = plan ? planFaults(plan) : [];
  if (name !== undefined) {
    const { rows } = await sql`
      select from project_templates where lower(name) = lower(${name.trim()}) and id is distinct from ${own}::uuid`.execute(
      ctx.tx,
    );
    if (rows.length > 0) faults.push({ path: 'name', message: 'is the name of another template' });
  }
  if (faults.length > 0) throw invalid(faults);
}

/** Keys twice or of nothing, circles, days without a beginning, and more than the whole of a price. */
function planFaults({ phases, milestones }: ProjectPlan): FieldError[] {
  const tasks = phases.flatMap((phase, at) =>
    phase.tasks.map((task, place) => ({ ...task, id: task.key, path: `plan.phases.${at}.tasks.${place}` })),
  );
  const keys = tasks.map(({ key }) => key);
  const faults = tasks.flatMap(({ key, after, from, days, path }, at): FieldError[] => [
    ...(keys.indexOf(key) < at ? [{ path: `${path}.key`, message: 'is the key of another task' }] : []),
    ...(after.every((one) => keys.includes(one))
      ? []
      : [{ path: `${path}.after`, message: 'must be keys of tasks in this plan' }]),
    ...((from === null) === (days === null)
      ? []
      : [{ path: `${path}.days`, message: 'and a first day are given together, or neither' }]),
  ]);
  const circle = faults.length === 0 ? circleIn(tasks) : null;
  if (circle) {
    const titles = circle.map((key) => tasks.find((one) => one.key === key)?.title ?? key);
    faults.push({ path: 'plan.phases', message: `would make a circle: ${titles.join(' → ')}` });
  }
  if (keys.length > MOST) faults.push({ path: 'plan.phases', message: `must hold at most ${MOST} tasks together` });
  const sum = milestones.reduce((all, { percent }) => all.add(exact(percent ?? '0')), exact('0'));
  if (sum.compare(100) > 0) faults.push({ path: 'plan.milestones', message: 'must come to at most 100 % together' });
  return faults;
}

const MOST = 500;
