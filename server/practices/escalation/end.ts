import { Fault, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { LOCK_PAGE, LOCK_TICKET, type PagedTicket, type PageRow } from './rows.ts';
import { tell } from './step.ts';

/** Says that somebody has taken it in hand: nobody is called any more, and those who were hear who it is. Once more changes nothing. */
export async function acknowledgePage(ctx: Ctx, id: string): Promise<void> {
  const [found] = await ctx.hot<PageRow>('page_by_id', 'select * from pages where id = $1', [id]);
  if (!found) throw notFound('page');
  const [ticket] = await ctx.hot<PagedTicket>(...LOCK_TICKET, [found.client_id, found.ticket_id]);
  const [page] = await ctx.hot<PageRow>(...LOCK_PAGE, [found.client_id, id]);
  if (!ticket || !page) throw notFound('page');
  if (page.state === 'acknowledged') return;
  if (page.state === 'ended')
    throw new Fault('conflict', 'This page has ended; the timeline says why. There is nothing to acknowledge.');
  await settle(ctx, page, 'acknowledged');
  await tell(ctx, ticket, 'page_acknowledged', { pageId: id, text: `“${page.why}”` });
  await notify(
    ctx,
    ticket,
    page.told,
    'page_acknowledged',
    `${ticket.key}: ${ctx.actor.name} has acknowledged the page`,
  );
}

/** Ends a page in which nobody is to be called any more. */
export async function endPage(ctx: Ctx, page: PageRow, text = 'the ticket is no longer open'): Promise<void> {
  await settle(ctx, page, 'ended');
  await tell(ctx, { client_id: page.client_id, id: page.ticket_id }, 'page_ended', { pageId: page.id, text });
}

/** A clock that is over, by its target, and how that is said. */
export type EndedClock = { readonly target: string; readonly text: string };

/**
 * Lets a ticket's pages follow its clocks: one that calls people for the sake of clocks alone ends with the last of them. The ticket
 * is locked by whoever moves the clocks.
 */
export async function endPagesOf(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  ended: readonly EndedClock[],
): Promise<void> {
  if (ctx.quiet || ended.length === 0) return;
  const over = new Set(ended.map(({ target }) => target));
  for (const page of await ctx.hot<PageRow>('pages_open_lock', OPEN, [ticket.client_id, ticket.id])) {
    const left = page.clocks?.filter((target) => !over.has(target));
    if (!left || left.length === page.clocks?.length) continue;
    const said = ended.filter(({ target }) => page.clocks?.includes(target)).map(({ text }) => text);
    if (left.length === 0) await endPage(ctx, page, said.join('; '));
    else await ctx.hot('page_clocks', CLOCKS, [page.client_id, page.id, left]);
  }
}

const CLOCKS = 'update pages set clocks = $3 where client_id = $1 and id = $2';

const SETTLE = `
update pages set state = $3, next_at = null, acknowledged_by = $4, acknowledged_at = $5, ended_at = $6
where client_id = $1 and id = $2`;

function settle(ctx: Ctx, page: PageRow, state: 'acknowledged' | 'ended') {
  const by = state === 'acknowledged' && ctx.actor.kind !== 'contact' ? ctx.actor.id : null;
  return ctx.hot('page_settle', SETTLE, [
    page.client_id,
    page.id,
    state,
    by,
    state === 'acknowledged' ? ctx.now : null,
    ctx.now,
  ]);
}

type Ticket = { client_id: string; id: string; key: string; is_open: boolean | null; assignee_id: string | null };

const OPEN = `
select * from pages where client_id = $1 and ticket_id = $2 and state = 'paging' order by id for update`;

/**
 * Lets a ticket's pages follow a change of it: they end when it is no longer open, and somebody who was called and takes it has
 * acknowledged by that. The ticket is locked by whoever changes it.
 */
export async function followPages(ctx: Ctx, before: Ticket, after: Ticket): Promise<void> {
  if (ctx.quiet) return;
  const over = Boolean(before.is_open) && !after.is_open;
  const person = before.assignee_id === after.assignee_id ? null : after.assignee_id;
  const taken = person !== null && person === ctx.actor.id;
  if (!over && !taken) return;
  for (const page of await ctx.hot<PageRow>('pages_open_lock', OPEN, [after.client_id, after.id])) {
    if (over) await endPage(ctx, page);
    else if (page.told.includes(person ?? '')) await acknowledgePage(ctx, page.id);
  }
}
