import { dayAfter } from '#kernel/day.ts';
import type { Ctx } from '#platform/context/index.ts';
import {
  createProject,
  createTemplate,
  reachMilestone,
  saveProject,
  viewProject,
} from '#server/business/project/index.ts';
import { addTime } from '#server/business/time/index.ts';
import { assignTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import type { ProjectTask } from '#shared/project.ts';
import { PROJECT_TEMPLATES, PROJECTS, type SampleProject } from '../world/projects.ts';
import { as, LOADER } from './identities.ts';
import type { References } from './references.ts';
import { settle } from './settle.ts';

type Writing = { readonly refs: References; readonly endsAt: string };

/** The templates of projects. */
export async function writeProjectTemplates(ctx: Ctx, { endsAt }: Writing): Promise<void> {
  for (const template of PROJECT_TEMPLATES) await createTemplate({ ...ctx, ...LOADER, now: endsAt }, template);
}

/** The projects of a client, worked on as far as they are: laid out on their first day, each task done by its last, milestones reached on theirs. */
export async function writeProjects(ctx: Ctx, writing: Writing, client: string): Promise<void> {
  const { rows } = await templateIds(ctx);
  for (const project of PROJECTS.filter((one) => one.client === client))
    await writeProject(ctx, writing, project, rows.find(({ name }) => name === project.template)?.id ?? '');
  const made = await ctx.tx
    .selectFrom('project_tasks')
    .select(['client_id', 'ticket_id as id'])
    .where('client_id', '=', writing.refs.client(client))
    .execute();
  await settle(ctx, writing.refs, writing.endsAt, made);
}

const templateIds = async ({ tx }: Ctx) => ({
  rows: await tx.selectFrom('project_templates').select(['id', 'name']).execute(),
});

/** Two in the afternoon in Sydney; never after the sample ends. */
const onDay = (day: string, endsAt: string): string => [`${day}T03:00:00.000Z`, endsAt].sort()[0] ?? endsAt;

async function writeProject(
  ctx: Ctx,
  { refs, endsAt }: Writing,
  sample: SampleProject,
  templateId: string,
): Promise<void> {
  const begins = dayAfter(endsAt.slice(0, 10), -sample.daysAgo);
  const by = (at: string): Ctx => ({ ...ctx, ...LOADER, now: at });
  const id = await createProject(by(onDay(dayAfter(begins, -7), endsAt)), {
    ...{ clientId: refs.client(sample.client), name: sample.name, charged: sample.charged, templateId, begins },
    ...{ budget: sample.budget, budgetMinutes: sample.budgetHours * 60, managerId: refs.staff(sample.manager) },
  });
  const project = await viewProject(by(endsAt), id);
  const last =
    project.items
      .flatMap(({ ends }) => ends ?? [])
      .sort()
      .at(-1) ?? begins;
  await saveProject(by(endsAt), id, { version: 1, ends: last });
  if (sample.state === 'draft') return;
  const move = async (state: SampleProject['state'], at: string) => {
    const { version } = await viewProject(by(at), id);
    await saveProject(by(at), id, { version, state });
  };
  await move('active', onDay(begins, endsAt));
  for (const task of project.items.slice(0, sample.tasksDone)) await doTask(ctx, { refs, endsAt }, sample, task);
  for (const { id: milestoneId, due } of project.milestones.slice(0, sample.milestonesReached)) {
    const at = onDay(due ?? begins, endsAt);
    await reachMilestone(as(ctx, { kind: 'staff', key: sample.manager }, at, refs), id, milestoneId, { version: 1 });
  }
  if (sample.state !== 'active') await move(sample.state, endsAt);
}

/** A task is worked in pieces of half a day, and done. */
async function doTask(
  ctx: Ctx,
  { refs, endsAt }: Writing,
  { worker, took }: SampleProject,
  task: ProjectTask,
): Promise<void> {
  const at = (day: string) => as(ctx, { kind: 'staff', key: worker }, onDay(day, endsAt), refs);
  const first = task.starts ?? endsAt.slice(0, 10);
  await assignTicket(at(first), task.id, { assigneeId: refs.staff(worker) });
  await transitionTicket(at(first), task.id, { to: 'in_progress' });
  const ticket = { client_id: await clientOf(ctx, task.id), id: task.id };
  let left = Math.round(((task.estimateMinutes ?? 60) * took) / 100);
  for (let day = first; left > 0; day = dayAfter(day, 1)) {
    const minutes = Math.min(left, HALF_DAY);
    const now = onDay(day, endsAt);
    await addTime(at(day), ticket, { minutes, workedAt: now, note: task.title });
    left -= minutes;
    if (now === endsAt) break;
  }
  await transitionTicket(at(task.ends ?? first), task.id, { to: 'done', resolutionCode: 'done' });
}

const HALF_DAY = 240;

async function clientOf({ tx }: Ctx, ticketId: string): Promise<string> {
  const { client_id } = await tx
    .selectFrom('tickets')
    .select('client_id')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  return client_id;
}
