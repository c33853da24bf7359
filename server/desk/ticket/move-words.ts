import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import { addMessage } from '#server/desk/conversation/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { TicketRecord } from './record.ts';

/** What of a ticket only the people of a client that it left may read. */
export type Hidden = {
  messages?: readonly string[];
  files?: readonly string[];
  description?: string;
  resolutionNote?: string;
};

/**
 * Keeps what was said from the people of the client that a ticket has come to: public messages and their files become internal,
 * and description and resolution go into a note.
 */
export async function hideWords(ctx: Ctx, ticket: TicketRecord): Promise<Hidden> {
  const at = [ticket.client_id, ticket.id];
  const ids = async (name: string, query: string) =>
    (await ctx.hot<{ id: string }>(name, query, at)).map(({ id }) => id);
  const messages = await ids(
    'move_hide_messages',
    `update messages set visibility = 'internal' where client_id = $1 and ticket_id = $2 and visibility = 'public' returning id`,
  );
  const files = await ids(
    'move_hide_files',
    `update files set visibility = 'internal' where client_id = $1 and subject_id = $2 and visibility = 'public' returning id`,
  );
  const { description, resolution_note: resolution } = ticket;
  await ctx.hot(
    'move_hide_texts',
    `update tickets set description = '', resolution_note = left(resolution_note, 0) where client_id = $1 and id = $2`,
    at,
  );
  const said = (label: string, html: string) => (htmlToText(html) ? `<p><b>${label}</b></p>${html}` : '');
  const note =
    said('Description before the move', description) +
    said('Resolution before the move', resolution ? textToHtml(resolution) : '');
  if (note) await addMessage(ctx, ticket, { visibility: 'internal', body: note });
  return {
    messages,
    files,
    ...(description ? { description } : {}),
    ...(resolution ? { resolutionNote: resolution } : {}),
  };
}

const CAME_BACK = `select hidden from ticket_redirects where client_id = $1 and to_ticket_id = $2 and hidden <> '{}'
  order by created_at desc, key desc limit 1`;

/** A ticket that came back: what this client's people could read when it left, they may read again. */
export async function showWordsAgain(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  const [left] = await ctx.hot<{ hidden: Hidden }>('move_came_back', CAME_BACK, [ticket.client_id, ticket.id]);
  if (!left) return;
  const { messages = [], files = [], description, resolutionNote } = left.hidden;
  const at = [ticket.client_id, ticket.id];
  const show = (table: string, column: string, ids: readonly string[]) =>
    ctx.hot(
      `move_show_${table}`,
      `update ${table} set visibility = 'public' where client_id = $1 and ${column} = $2 and id = any ($3::uuid[])`,
      [...at, ids],
    );
  await show('messages', 'ticket_id', messages);
  await show('files', 'subject_id', files);
  await ctx.hot(
    'move_show_texts',
    `update tickets set description = case when description = '' then coalesce($3, '') else description end,
       resolution_note = case when resolution_note = '' then coalesce($4, '') else resolution_note end
     where client_id = $1 and id = $2`,
    [...at, description ?? null, resolutionNote ?? null],
  );
}
