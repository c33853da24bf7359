import { sql } from 'kysely';
import { exact, ratio, toMinor } from '#kernel/billing.ts';
import { Fault, type FieldError, forbidden, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { CURRENCY, currencyFaults } from '#server/business/contract/index.ts';
import { minorDigits } from '#shared/money-words.ts';
import type { CreateProject, SaveProject } from '#shared/project.ts';
import { PROJECT_MOVES, PROJECT_STATE_WORDS, type ProjectState } from '#shared/project-words.ts';
import { layOut } from './plan.ts';
import { lockProject, type ProjectRecord } from './rows.ts';
import { planOfTemplate } from './templates.ts';

/** What decides about billing, and is settled once work on a project has begun. */
const SETTLED = ['charged', 'currency'] as const;

/**
 * Adds a project as a draft, with the next number of its client, in the currency of its contract or its client unless another is given. `invalid` by
 * field for a client out of sight, a manager who does not work for it, a contract of another, and days that do not follow each other. Returns its id.
 */
export async function createProject(ctx: Ctx, input: CreateProject): Promise<string> {
  refuseMoney(ctx, input.budget === undefined ? input : { budgetAmount: 1 });
  if (input.budget !== undefined && input.budgetAmount != null)
    throw invalid([{ path: 'budget', message: 'must not stand beside budgetAmount, which says the same' }]);
  return draftProject(ctx, input);
}

/** The same where what it may cost was agreed to already, whoever calls. */
export async function draftProject(
  ctx: Ctx,
  { clientId, templateId, budget, ...input }: CreateProject,
): Promise<string> {
  const client = await clientFor(ctx, clientId);
  const contract = await contractFor(ctx, clientId, input.contractId);
  const currency =
    input.currency ?? contract?.currency ?? (await resolveSetting(ctx, CURRENCY, clientId)).value.currency;
  refuseFaults([
    ...(await managerFaults(ctx, clientId, input.managerId)),
    ...faultsOf({ currency, begins: input.begins ?? null, ends: input.ends ?? null }, contract),
  ]);
  const template = templateId === undefined ? null : await planOfTemplate(ctx, templateId);
  const money = budget === undefined ? {} : { budgetAmount: minorOf(budget, currency) };
  const number = await nextNumber(ctx, clientId);
  const place = { number, key: `${client.code}-P${number}` };
  const fields = { ...input, ...money, ...place, currency, state: 'draft' };
  const id = await createRecord(ctx, 'projects', 'project', fields, clientId);
  if (template) await layOut(ctx, id, template);
  return id;
}

/** An amount in major units as whole minor ones; `invalid` where that is nothing, or it has more digits than the currency. */
function minorOf(budget: string, currency: string): number {
  const digits = minorDigits(currency);
  const minor = toMinor(exact(budget), digits);
  if (minor < 1 || !ratio(minor, 10 ** digits).equals(exact(budget)))
    throw invalid([{ path: 'budget', message: `must be more than 0, with at most ${digits} digits behind the point` }]);
  return minor;
}

/** Whose number is the next waits for whoever is taking one, so that there is no twin. */
async function nextNumber(ctx: Ctx, clientId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`project of ${clientId.toLowerCase()}`}, 0))`.execute(
    ctx.tx,
  );
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0)::int + 1 as next from projects where client_id = ${clientId}`.execute(ctx.tx);
  return rows[0]?.next ?? 1;
}

/**
 * Changes a project at the version the writer saw, or where it stands. How it is charged and in which currency is settled once it is no draft any
 * more. `conflict` for a step that is not there, and where tasks of one that is to be done are open.
 */
export async function saveProject(ctx: Ctx, id: string, input: SaveProject): Promise<void> {
  refuseMoney(ctx, input);
  const before = await lockProject(ctx, id, input.version);
  refuseSettled(before, input);
  if (input.state !== undefined && input.state !== before.state) await refuseMove(ctx, before, input.state);
  const clientId = before.client_id;
  const contractId = input.contractId === undefined ? before.contract_id : input.contractId;
  refuseFaults([
    ...(await managerFaults(ctx, clientId, input.managerId)),
    ...faultsOf(
      {
        currency: input.currency ?? before.currency,
        begins: input.begins === undefined ? before.begins : input.begins,
        ends: input.ends === undefined ? before.ends : input.ends,
      },
      await contractFor(ctx, clientId, contractId),
    ),
  ]);
  await updateRecord(ctx, 'projects', 'project', id, input, clientId);
}

/** What a project costs is for those who see what clients pay. */
function refuseMoney(ctx: Ctx, { budgetAmount }: { budgetAmount?: number | null }): void {
  if (budgetAmount !== undefined && !ctx.can('contract.read'))
    throw forbidden('What a project may cost is said by whoever sees contracts.');
}

function refuseSettled(before: ProjectRecord, input: Partial<Record<(typeof SETTLED)[number], string>>): void {
  if (before.state === 'draft') return;
  const given = SETTLED.filter((field) => input[field] !== undefined && input[field] !== before[field]);
  if (given.length > 0)
    throw invalid(given.map((path) => ({ path, message: 'is settled once a project is no draft any more' })));
}

async function refuseMove(ctx: Ctx, { client_id, id, key, state }: ProjectRecord, to: ProjectState): Promise<void> {
  if (!PROJECT_MOVES[state].includes(to)) {
    const ways = PROJECT_MOVES[state].map((one) => PROJECT_STATE_WORDS[one].toLowerCase()).join(', ');
    throw new Fault(
      'conflict',
      `${key} is ${PROJECT_STATE_WORDS[state].toLowerCase()}: ${ways ? `it can become ${ways}` : 'it stays so'}.`,
    );
  }
  if (to !== 'done') return;
  const { rows } = await sql<{ key: string }>`
    select t.key from project_tasks p join tickets t on t.client_id = p.client_id and t.id = p.ticket_id
    where p.client_id = ${client_id} and p.project_id = ${id} and t.is_open order by t.number limit 4`.execute(ctx.tx);
  if (rows.length > 0)
    throw new Fault(
      'conflict',
      `${rows
        .slice(0, 3)
        .map((row) => row.key)
        .join(', ')}${rows.length > 3 ? ' and others' : ''} of it are still open: finish or cancel them first.`,
    );
}

async function clientFor(ctx: Ctx, clientId: string): Promise<{ code: string }> {
  const client = await ctx.tx.selectFrom('clients').select('code').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw invalid([{ path: 'clientId', message: 'is not a client that you see' }]);
  return client;
}

async function contractFor(ctx: Ctx, clientId: string, contractId: string | null | undefined) {
  if (!contractId) return null;
  const { rows } = await sql<{ currency: string }>`
    select currency from contracts where client_id = ${clientId} and id = ${contractId}`.execute(ctx.tx);
  const [contract] = rows;
  if (!contract) throw invalid([{ path: 'contractId', message: 'is not a contract of this client' }]);
  return contract;
}

async function managerFaults(ctx: Ctx, clientId: string, managerId: string | null | undefined): Promise<FieldError[]> {
  if (!managerId) return [];
  const { rows } = await sql`
    select from clients c join staff s on s.id = ${managerId} and s.active and ${sql.raw(worksFor('c.id'))}
    where c.id = ${clientId}`.execute(ctx.tx);
  return rows.length > 0 ? [] : [{ path: 'managerId', message: 'is not somebody who works for this client' }];
}

type Held = { currency: string; begins: string | null; ends: string | null };

function faultsOf({ currency, begins, ends }: Held, contract: { currency: string } | null): FieldError[] {
  const faults = currencyFaults(currency);
  if (begins !== null && ends !== null && ends < begins)
    faults.push({ path: 'ends', message: 'must not be before the project begins' });
  if (contract && contract.currency !== currency)
    faults.push({ path: 'contractId', message: `is in ${contract.currency}, and the project in ${currency}` });
  return faults;
}

function refuseFaults(faults: readonly FieldError[]): void {
  if (faults.length > 0) throw invalid(faults);
}
