import { sql } from 'kysely';
import { Fault, forbidden, invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { createRecord, deleteRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import { createCharge, removeCharge } from '#server/business/contract/index.ts';
import { todayOf } from '#server/business/time/index.ts';
import { formatMoney, minorDigits, plainMoney } from '#shared/money-words.ts';
import type { CreateMilestone, ReachMilestone, SaveMilestone } from '#shared/project.ts';
import { lockPlan, lockProject, type ProjectRecord } from './rows.ts';

const MOST = 100;
const WHAT = ['project_milestones', 'project_milestone'] as const;

type MilestoneRecord = {
  id: string;
  project_id: string;
  name: string;
  amount: number | null;
  reached_on: string | null;
  charge_id: string | null;
};

/** Adds a milestone to a project: a day on which something is reached, which may charge an amount. Returns its id. */
export async function addMilestone(ctx: Ctx, projectId: string, input: CreateMilestone): Promise<string> {
  refuseMoney(ctx, input);
  const project = await lockPlan(ctx, projectId);
  refuseTooMuch(project, input);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from project_milestones where client_id = ${project.client_id} and project_id = ${projectId}`.execute(
    ctx.tx,
  );
  if ((rows[0]?.count ?? 0) >= MOST) throw new Fault('conflict', `A project has at most ${MOST} milestones.`);
  return createRecord(ctx, ...WHAT, { projectId, ...input }, project.client_id);
}

/** Changes a milestone; its amount is settled once it is reached. */
export async function saveMilestone(
  ctx: Ctx,
  projectId: string,
  milestoneId: string,
  input: SaveMilestone,
): Promise<void> {
  refuseMoney(ctx, input);
  const project = await lockPlan(ctx, projectId);
  refuseTooMuch(project, input);
  const before = await lockMilestone(ctx, project, milestoneId, input.version);
  if (input.amount !== undefined && input.amount !== before.amount && before.reached_on !== null)
    throw new Fault('conflict', 'This milestone is reached and charged as it was; take that back first.');
  await updateRecord(ctx, ...WHAT, milestoneId, input, project.client_id);
}

/** Takes away a milestone that is not reached. */
export async function removeMilestone(ctx: Ctx, projectId: string, milestoneId: string): Promise<void> {
  const project = await lockPlan(ctx, projectId);
  const before = await lockMilestone(ctx, project, milestoneId);
  if (before.reached_on !== null)
    throw new Fault('conflict', 'This milestone is reached; take that back first, or leave it.');
  await deleteRecord(ctx, ...WHAT, milestoneId, project.client_id);
}

/**
 * Says that a milestone is reached: what it costs becomes a charge of the client, due that day, which the next run bills once. `conflict` where it
 * is reached already, and for a project that has not begun or is cancelled.
 */
export async function reachMilestone(
  ctx: Ctx,
  projectId: string,
  milestoneId: string,
  { version, on = ctx.now.slice(0, 10) }: ReachMilestone,
): Promise<void> {
  const project = await lockProject(ctx, projectId);
  if (project.state === 'draft' || project.state === 'cancelled')
    throw new Fault(
      'conflict',
      `${project.key} is ${project.state === 'draft' ? 'a draft' : 'cancelled'}: nothing of it is reached.`,
    );
  const before = await lockMilestone(ctx, project, milestoneId, version);
  if (before.reached_on !== null) throw new Fault('conflict', `This milestone was reached on ${before.reached_on}.`);
  if (on > (await todayOf(ctx))) throw invalid([{ path: 'on', message: 'must not be in the future' }]);
  const chargeId = before.amount === null ? null : await chargeFor(ctx, project, before, on);
  const fields = { reachedOn: on, reachedBy: actingStaff(ctx), chargeId };
  await updateRecord(ctx, ...WHAT, milestoneId, { version, ...fields }, project.client_id);
}

const chargeFor = (ctx: Ctx, project: ProjectRecord, { name, amount }: MilestoneRecord, due: string): Promise<string> =>
  createCharge(ctx, {
    ...{ clientId: project.client_id, contractId: project.contract_id, due, quantity: '1' },
    name: chargeName(project, name),
    ...{ price: plainMoney({ minor: amount ?? 0, currency: project.currency }), currency: project.currency },
  });

const MOST_LETTERS = 200;

/** The project with the milestone, which a long name of the project makes room for. */
function chargeName({ key, name: project }: ProjectRecord, milestone: string): string {
  const whole = `${key} ${project}: ${milestone}`;
  if (whole.length <= MOST_LETTERS) return whole;
  const room = MOST_LETTERS - key.length - milestone.length - '  …: '.length;
  return (room > 0 ? `${key} ${project.slice(0, room).trimEnd()}…: ${milestone}` : `${key}: ${milestone}`).slice(
    0,
    MOST_LETTERS,
  );
}

/** Takes back that a milestone is reached, and its charge with it. `conflict` once that is on an invoice: then the line there is credited. */
export async function unreachMilestone(
  ctx: Ctx,
  projectId: string,
  milestoneId: string,
  version: number,
): Promise<void> {
  const project = await lockProject(ctx, projectId);
  const before = await lockMilestone(ctx, project, milestoneId, version);
  if (before.reached_on === null) throw new Fault('conflict', 'This milestone is not reached.');
  const fields = { reachedOn: null, reachedBy: null, chargeId: null };
  await updateRecord(ctx, ...WHAT, milestoneId, { version, ...fields }, project.client_id);
  if (before.charge_id) await removeCharge(ctx, before.charge_id);
}

async function lockMilestone(
  ctx: Ctx,
  { client_id, id }: ProjectRecord,
  milestoneId: string,
  version?: number,
): Promise<MilestoneRecord> {
  const row = (await lockRecord(ctx, ...WHAT, milestoneId, version, client_id)) as unknown as MilestoneRecord;
  if (row.project_id !== id) throw notFound('project milestone');
  return row;
}

/** A charge holds up to ten million in major units. */
function refuseTooMuch({ currency }: ProjectRecord, { amount }: { amount?: number | null }): void {
  const most = 10_000_000 * 10 ** minorDigits(currency);
  if (amount && amount > most)
    throw invalid([{ path: 'amount', message: `must be at most ${formatMoney({ minor: most, currency })}` }]);
}

/** What a milestone costs is for those who see what clients pay. */
function refuseMoney(ctx: Ctx, { amount }: { amount?: number | null }): void {
  if (amount !== undefined && !ctx.can('contract.read'))
    throw forbidden('What a milestone costs is said by whoever sees contracts.');
}
