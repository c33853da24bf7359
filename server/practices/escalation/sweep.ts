import { sql } from 'kysely';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { endPage } from './end.ts';
import { LOCK_PAGE, type PagedTicket, type PageRow, planOf, stepsOf } from './rows.ts';
import { takeStep, tell } from './step.ts';

const SWEEPER = systemIdentity('Escalation');
/** Pages per sweep; the next sweep goes on. */
const MOST = 2_000;
/** A clock that goes back by less is no other clock: machines are some seconds apart. */
const SET_BACK_MS = 60_000;
const RETRY_MS = 60_000;

/**
 * Takes the next step of every page that is due. Each in a transaction of its own that holds the ticket, which other workers skip,
 * and then the page: so each step happens exactly once, and one that fails holds up no other.
 * @param signal ends the sweep after the page that is on
 * @returns how many pages were acted on
 */
export async function sweepPages(services: Services, signal?: AbortSignal): Promise<number> {
  let done = 0;
  for (let taken = 0; taken < MOST && !signal?.aborted; taken += 1) {
    const found = await sweepNext(services);
    if (found === 'none') break;
    if (found === 'acted') done += 1;
  }
  return done;
}

async function sweepNext(services: Services): Promise<'acted' | 'stale' | 'none'> {
  let page: PageRow | undefined;
  try {
    return await withContext(services, SWEEPER, async (ctx) => {
      const ticket = await takeDue(ctx);
      if (!ticket) return 'none';
      [page] = await ctx.hot<PageRow>(...LOCK_PAGE, [ticket.client_id, ticket.page_id]);
      return page && (await act(ctx, ticket, page)) ? 'acted' : 'stale';
    });
  } catch (error) {
    const failed = page;
    if (!failed) throw error;
    services.log.error({ err: error, page: failed.id }, 'escalation: a step failed');
    await withContext(services, SWEEPER, (ctx) => putOff(ctx, failed));
    return 'acted';
  }
}

type DueTicket = PagedTicket & { page_id: string };

async function takeDue(ctx: Ctx): Promise<DueTicket | undefined> {
  const { rows } = await sql<DueTicket>`
    select t.client_id, t.id, t.key, t.team_id, t.assignee_id, t.is_open, p.id as page_id
    from pages p join tickets t on t.client_id = p.client_id and t.id = p.ticket_id
    where p.state = 'paging' and (p.next_at <= ${ctx.now} or p.told_at > ${setBack(ctx)} or not t.is_open)
    order by p.next_at limit 1 for update of t skip locked`.execute(ctx.tx);
  return rows[0];
}

const setBack = (ctx: Ctx) => new Date(Date.parse(ctx.now) + SET_BACK_MS).toISOString();

/** Acts on a page that is locked now; returns false where whoever had it before has acted already. */
async function act(ctx: Ctx, ticket: PagedTicket, page: PageRow): Promise<boolean> {
  if (page.state !== 'paging' || page.next_at === null) return false;
  if (!ticket.is_open) await endPage(ctx, page);
  else if (page.told_at > setBack(ctx)) await waitAnew(ctx, page, page.next_at);
  else if (page.next_at > ctx.now) return false;
  else await goOn(ctx, ticket, page);
  return true;
}

async function goOn(ctx: Ctx, ticket: PagedTicket, page: PageRow): Promise<void> {
  const { at, steps, nextAt } = await takeStep(ctx, ticket, {
    id: page.id,
    why: page.why,
    plan: planOf(page),
    at: { level: page.level, round: page.round },
  });
  const told = new Set([...page.told, ...steps.flatMap((step) => step.told.map(({ id }) => id))]);
  await ctx.tx
    .updateTable('pages')
    .set({
      state: nextAt === null ? 'exhausted' : 'paging',
      ended_at: nextAt === null ? ctx.now : null,
      level: at.level,
      round: at.round,
      told_at: ctx.now,
      next_at: nextAt,
      told: [...told],
      steps: JSON.stringify([...stepsOf(page), ...steps]),
      failures: 0,
    })
    .where('client_id', '=', page.client_id)
    .where('id', '=', page.id)
    .execute();
}

/** The clock was set back: the next step would come late by as much, so the wait for it begins now. */
async function waitAnew(ctx: Ctx, page: PageRow, nextAt: string): Promise<void> {
  const wait = Date.parse(nextAt) - Date.parse(page.told_at);
  await ctx.tx
    .updateTable('pages')
    .set({ told_at: ctx.now, next_at: new Date(Date.parse(ctx.now) + wait).toISOString() })
    .where('client_id', '=', page.client_id)
    .where('id', '=', page.id)
    .execute();
}

/** Tries the step again in a minute, and says on the ticket the first time that it failed. */
async function putOff(ctx: Ctx, page: PageRow): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('pages')
    .set({ failures: page.failures + 1, next_at: new Date(Date.parse(ctx.now) + RETRY_MS).toISOString() })
    .where('client_id', '=', page.client_id)
    .where('id', '=', page.id)
    // Somebody who had more luck meanwhile is not overwritten.
    .where('next_at', '=', page.next_at)
    .where('state', '=', 'paging')
    .executeTakeFirst();
  if (numUpdatedRows === 0n || page.failures > 0) return;
  await tell(ctx, { client_id: page.client_id, id: page.ticket_id }, 'page_failed', {
    pageId: page.id,
    text: `the step after level ${page.level}; it is tried again every minute`,
  });
}
