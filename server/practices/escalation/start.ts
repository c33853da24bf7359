import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { PathTarget } from '#shared/escalation.ts';
import { type KeptPlan, LOCK_TICKET, type PagedTicket, type PageRow } from './rows.ts';
import { PAGING_PATH } from './settings.ts';
import { takeStep, tell } from './step.ts';

type Ticket = { client_id: string; id: string; key: string; team_id: string | null };
type Asked = {
  readonly pathId?: string | undefined;
  readonly why: string;
  /** The target of the clock for whose sake people are called; without one, somebody asks by hand. */
  readonly clock?: string;
};

/**
 * Opens a page: calls people until somebody acknowledges. On the path named, else on the team's, else on the client's. The first
 * level is called in this transaction. While a page on that path is open for the ticket, it stays the only one, for this sake
 * too; why somebody asks for it by hand is noted.
 * @returns the page's id; null where no path is set, the ticket is not open, or history is being written
 */
export async function startPage(ctx: Ctx, { client_id, id }: Ticket, asked: Asked): Promise<string | null> {
  if (ctx.quiet || ctx.history) return null;
  const [ticket] = await ctx.hot<PagedTicket>(...LOCK_TICKET, [client_id, id]);
  if (!ticket?.is_open) return null;
  const pathId = asked.pathId ?? (await pathFor(ctx, ticket));
  if (pathId === null) return null;
  const open = await openPage(ctx, ticket, pathId);
  if (open) {
    if (asked.clock === undefined) await tell(ctx, ticket, 'page_asked', { pageId: open.id, text: asked.why.trim() });
    return joinPage(ctx, open, asked.clock);
  }
  const plan = await planNow(ctx, pathId);
  return insertPage(ctx, ticket, pathId, plan, asked);
}

/** The path that a ticket's page takes: its team's, else its client's; null where neither has one. */
async function pathFor(ctx: Ctx, { client_id, team_id }: PagedTicket): Promise<string | null> {
  const team = team_id
    ? await ctx.tx.selectFrom('teams').select('escalation_path_id').where('id', '=', team_id).executeTakeFirst()
    : undefined;
  if (team?.escalation_path_id) return team.escalation_path_id;
  return (await resolveSetting(ctx, PAGING_PATH, client_id)).value.pathId;
}

type OpenPage = Pick<PageRow, 'client_id' | 'id' | 'clocks'>;

function openPage(ctx: Ctx, ticket: PagedTicket, pathId: string): Promise<OpenPage | undefined> {
  return ctx.tx
    .selectFrom('pages')
    .select(['client_id', 'id', 'clocks'])
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('path_id', '=', pathId)
    .where('state', '=', 'paging')
    .executeTakeFirst();
}

/** Lets a page that is open call for one more sake; what somebody asks for by hand ends with no clock. */
async function joinPage(ctx: Ctx, page: OpenPage, clock: string | undefined): Promise<string> {
  const clocks = page.clocks === null || clock === undefined ? null : [...new Set([...page.clocks, clock])];
  await ctx.tx
    .updateTable('pages')
    .set({ clocks })
    .where('client_id', '=', page.client_id)
    .where('id', '=', page.id)
    .execute();
  return page.id;
}

/** The path as it is now, held so that nobody deletes it meanwhile. */
async function planNow(ctx: Ctx, pathId: string): Promise<KeptPlan> {
  const path = await ctx.tx
    .selectFrom('escalation_paths')
    .selectAll()
    .where('id', '=', pathId)
    .forKeyShare()
    .executeTakeFirst();
  if (!path) throw invalid([{ path: 'pathId', message: 'is not an escalation path' }]);
  const levels = path.levels as unknown as { afterMinutes: number; targets: PathTarget[] }[];
  return {
    name: path.name,
    levels: levels as KeptPlan['levels'],
    repeatTimes: path.repeat_times,
    repeatEveryMinutes: path.repeat_every_minutes,
  };
}

async function insertPage(
  ctx: Ctx,
  ticket: PagedTicket,
  pathId: string,
  plan: KeptPlan,
  asked: Asked,
): Promise<string> {
  const id = newId();
  const why = asked.why.trim();
  const { at, steps, nextAt } = await takeStep(ctx, ticket, { id, why, plan, at: null });
  await ctx.tx
    .insertInto('pages')
    .values({
      client_id: ticket.client_id,
      id,
      ticket_id: ticket.id,
      path_id: pathId,
      plan: JSON.stringify(plan),
      why,
      clocks: asked.clock === undefined ? null : [asked.clock],
      state: 'paging',
      level: at.level,
      round: at.round,
      told_at: ctx.now,
      next_at: nextAt,
      told: steps.flatMap(({ told }) => told.map((person) => person.id)),
      steps: JSON.stringify(steps),
      started_by: ctx.actor.name,
      created_at: ctx.now,
    })
    .execute();
  return id;
}
