import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import { addMessage } from '#server/desk/conversation/index.ts';
import { textToHtml } from '#shared/html.ts';
import { factsInWords, factsThere, type HiddenFacts, hideFacts, showLinesAgain } from './move-facts.ts';
import { openingLine } from './opening.ts';
import type { TicketPatch, TicketRecord } from './record.ts';

/** What the people of a client that a ticket left could read of it, and what its staff had typed. */
export type Hidden = HiddenFacts & {
  messages?: readonly string[];
  files?: readonly string[];
  description?: string;
  resolutionNote?: string;
};

/**
 * Keeps what was said at a client from everybody who does not work for it, once the ticket has come to another: messages and files
 * become internal and are kept for that client, as is the time worked (the policies see to it), and a note tells description,
 * resolution, fields and checklist, which the ticket has no more (`textsThere`).
 */
export async function hideWords(ctx: Ctx, ticket: TicketRecord, before: TicketRecord): Promise<Hidden> {
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
  const said = (label: string, html: string) => (htmlToText(html) ? `<p><b>${label}</b></p>${html}` : '');
  const facts = await hideFacts(ctx, ticket);
  const note =
    said('Description before the move', description) +
    said('Resolution before the move', resolution ? textToHtml(resolution) : '') +
    (await factsInWords(ctx, before, facts));
  if (note) await addMessage(ctx, ticket, { visibility: 'internal', body: note });
  await keep(ctx, ticket, before.client_id);
  return {
    ...facts,
    messages,
    files,
    ...(description ? { description } : {}),
    ...(resolution ? { resolutionNote: resolution } : {}),
  };
}

async function keep(ctx: Ctx, ticket: TicketRecord, saidAt: string): Promise<void> {
  for (const [table, column] of [
    ['messages', 'ticket_id'],
    ['files', 'subject_id'],
    ['time_entries', 'ticket_id'],
  ])
    await ctx.hot(
      `move_keep_${table}`,
      `update ${table} set kept_for = $3 where client_id = $1 and ${column} = $2 and kept_for is null`,
      [ticket.client_id, ticket.id, saidAt],
    );
}

const CAME_BACK = `select hidden from ticket_redirects where client_id = $1 and to_ticket_id = $2 and hidden <> '{}'
  order by created_at desc, key desc limit 1`;

/** A ticket that came back: what this client's people could read when it left, they may read again. Returns what that was. */
export async function showWordsAgain(ctx: Ctx, ticket: TicketRecord): Promise<Hidden> {
  const [left] = await ctx.hot<{ hidden: Hidden }>('move_came_back', CAME_BACK, [ticket.client_id, ticket.id]);
  if (!left) return {};
  const { messages = [], files = [] } = left.hidden;
  const show = (table: string, column: string, ids: readonly string[]) =>
    ctx.hot(
      `move_show_${table}`,
      `update ${table} set visibility = 'public' where client_id = $1 and ${column} = $2 and id = any ($3::uuid[])`,
      [ticket.client_id, ticket.id, ids],
    );
  await show('messages', 'ticket_id', messages);
  await show('files', 'subject_id', files);
  await showLinesAgain(ctx, ticket, left.hidden.checklist ?? []);
  return left.hidden;
}

/** Description, resolution and fields where the ticket has come to: nothing where they are hidden, and what is shown again. */
export function textsThere(ticket: TicketRecord, isHidden: boolean, again: Hidden): TicketPatch {
  const description = (isHidden ? '' : ticket.description) || (again.description ?? '');
  const note = (isHidden ? '' : ticket.resolution_note) || (again.resolutionNote ?? '');
  return {
    ...factsThere(ticket, isHidden, again),
    description,
    opening: openingLine(description),
    resolution_note: ticket.resolution_note === null ? null : note,
  };
}
