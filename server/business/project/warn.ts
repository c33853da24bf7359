import { sql } from 'kysely';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { notifyOfProject } from '#server/desk/notification/index.ts';
import { burnOf } from './burn.ts';

const WARNER = systemIdentity('Projects');

type Watched = {
  client_id: string;
  id: string;
  key: string;
  name: string;
  manager_id: string | null;
  warned_minutes: number;
  warned_amount: number;
};

const WATCHED = sql`
  select client_id, id, key, name, manager_id, warned_minutes, warned_amount from projects`;

/**
 * Tells managers once that 80 per cent of a budget of their project are used up, and once that all of it is; one project per transaction. What goes down
 * again is told anew when it comes back. Returns how many were told.
 */
export async function warnOfBudgets(services: Services, signal?: AbortSignal): Promise<number> {
  const ids = await withContext(services, WARNER, async ({ tx }) => {
    const { rows } = await sql<Watched>`${WATCHED}
      where state in ('active', 'on_hold') and (budget_minutes is not null or (budget_amount is not null and charged = 'time')) order by id`.execute(
      tx,
    );
    return rows.map(({ id }) => id);
  });
  let told = 0;
  for (const id of ids) {
    if (signal?.aborted) break;
    if (await withContext(services, WARNER, (ctx) => warn(ctx, id))) told += 1;
  }
  return told;
}

async function warn(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql<Watched>`${WATCHED} where id = ${id} for update skip locked`.execute(ctx.tx);
  const [project] = rows;
  if (!project) return false;
  const { hours, money } = await burnOf(ctx, id);
  const levels = { minutes: hours.level, amount: money?.level ?? 0 };
  if (levels.minutes === project.warned_minutes && levels.amount === project.warned_amount) return false;
  await sql`
    update projects set warned_minutes = ${levels.minutes}, warned_amount = ${levels.amount}
    where client_id = ${project.client_id} and id = ${id}`.execute(ctx.tx);
  const said = [
    ...(levels.minutes > project.warned_minutes ? [sentence(levels.minutes, 'hours')] : []),
    ...(levels.amount > project.warned_amount ? [sentence(levels.amount, 'budget in money')] : []),
  ];
  if (said.length === 0) return false;
  const managers = project.manager_id === null ? [] : [project.manager_id];
  await notifyOfProject(ctx, project, managers, `${project.key} ${project.name}: ${said.join(', ')}`);
  return true;
}

const sentence = (level: number, what: string): string =>
  level === 100 ? `all of the ${what} is used up` : `more than 80 % of the ${what} is used up`;
