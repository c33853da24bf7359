import { sql } from 'kysely';
import { Fault, notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Charged, ProjectState } from '#shared/project-words.ts';

/** A project as it is stored. */
export type ProjectRecord = {
  client_id: string;
  id: string;
  key: string;
  name: string;
  state: ProjectState;
  charged: Charged;
  currency: string;
  contract_id: string | null;
  begins: string | null;
  ends: string | null;
  budget_amount: number | null;
  version: number;
};

/**
 * A project, locked, so that whoever changes its plan takes turns; `not_found` where the reader sees none of that id, `stale` where another
 * version was seen.
 */
export async function lockProject(ctx: Ctx, id: string, version?: number): Promise<ProjectRecord> {
  const { rows } = await sql<ProjectRecord>`select * from projects where id = ${id} for update`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('project');
  if (version !== undefined && row.version !== version) throw staleVersion('project', row.version);
  return row;
}

/** The same of one whose plan can still be changed; `conflict` where it is over. */
export async function lockPlan(ctx: Ctx, id: string): Promise<ProjectRecord> {
  const project = await lockProject(ctx, id);
  refuseOver(project);
  return project;
}

/** `conflict` for a project that is over. */
export function refuseOver({ key, state }: Pick<ProjectRecord, 'key' | 'state'>): void {
  if (state === 'done') throw new Fault('conflict', `${key} is done; make it active again first.`);
  if (state === 'cancelled') throw new Fault('conflict', `${key} is cancelled and stays as it was.`);
}
