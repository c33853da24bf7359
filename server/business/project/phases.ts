import { sql } from 'kysely';
import { Fault, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/record/index.ts';
import type { CreatePhase, SavePhase } from '#shared/project.ts';
import { lockPlan, type ProjectRecord } from './rows.ts';

const MOST = 50;

/** Adds a phase to a project, last unless a position says otherwise. Returns its id. */
export async function addPhase(ctx: Ctx, projectId: string, { name, position }: CreatePhase): Promise<string> {
  const project = await lockPlan(ctx, projectId);
  const { rows } = await sql<{ count: number; last: number }>`
    select count(*)::int as count, coalesce(max(position), 0)::int as last from project_phases
    where client_id = ${project.client_id} and project_id = ${projectId}`.execute(ctx.tx);
  const { count = 0, last = 0 } = rows[0] ?? {};
  if (count >= MOST) throw new Fault('conflict', `A project has at most ${MOST} phases.`);
  const fields = { projectId, name, position: position ?? Math.min(1_000, last + 10) };
  return createRecord(ctx, 'project_phases', 'project_phase', fields, project.client_id);
}

/** Changes the name of a phase, or where it stands. */
export async function savePhase(ctx: Ctx, projectId: string, phaseId: string, input: SavePhase): Promise<void> {
  const project = await lockPlan(ctx, projectId);
  await refuseForeignPhase(ctx, project, phaseId);
  await updateRecord(ctx, 'project_phases', 'project_phase', phaseId, input, project.client_id);
}

/** Takes away a phase in which no tasks are. */
export async function removePhase(ctx: Ctx, projectId: string, phaseId: string): Promise<void> {
  const project = await lockPlan(ctx, projectId);
  await refuseForeignPhase(ctx, project, phaseId);
  const { rows } = await sql`
    select from project_tasks where client_id = ${project.client_id} and phase_id = ${phaseId} limit 1`.execute(ctx.tx);
  if (rows.length > 0) throw new Fault('conflict', 'There are tasks in this phase: move them to another first.');
  await deleteRecord(ctx, 'project_phases', 'project_phase', phaseId, project.client_id);
}

async function refuseForeignPhase(ctx: Ctx, { client_id, id }: ProjectRecord, phaseId: string): Promise<void> {
  const { rows } = await sql`
    select from project_phases where client_id = ${client_id} and project_id = ${id} and id = ${phaseId}`.execute(
    ctx.tx,
  );
  if (rows.length === 0) throw notFound('phase');
}
