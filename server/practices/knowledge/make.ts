import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { textToHtml } from '#shared/html.ts';
import { findArticle } from './rows.ts';
import { noteUse } from './use.ts';
import { createArticle } from './write.ts';

/**
 * Begins an article from how a ticket was solved, as a draft for its client alone: its words are that client's, until whoever writes
 * it has made them fit for others. Returns its id.
 */
export async function articleFromTicket(ctx: Ctx, idOrKey: string): Promise<string> {
  const ticket = await findTicket(ctx, idOrKey);
  const solved = ticket.resolution_note?.trim() ?? '';
  if (solved === '') throw invalid([{ path: 'idOrKey', message: 'has no resolution yet to write an article from' }]);
  const active = async (table: 'categories' | 'services', id: string | null) =>
    id === null
      ? null
      : ((
          await ctx.tx.selectFrom(table).select('id').where('id', '=', id).where('active', '=', true).executeTakeFirst()
        )?.id ?? null);
  const id = await createArticle(ctx, {
    title: ticket.title,
    body: `<h2>What is wrong</h2>${ticket.description || `<p>${textToHtml(ticket.title)}</p>`}<h2>What to do</h2><p>${textToHtml(solved)}</p>`,
    categoryId: await active('categories', ticket.category_id),
    serviceId: await active('services', ticket.service_id),
    visibility: 'chosen',
    clientIds: [ticket.client_id],
  });
  await noteUse(ctx, ticket, await findArticle(ctx, id), 'made');
  return id;
}
