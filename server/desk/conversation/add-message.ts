import { invalid } from '#kernel/errors.ts';
import { isId, newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { cleanHtml, htmlToText } from '#platform/text/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { indexMessage } from '#server/desk/search/index.ts';
import type { Call } from '#shared/ticket.ts';
import { attachFiles } from './attach.ts';

export type NewMessage = {
  visibility: 'public' | 'internal';
  body: string;
  attachmentIds?: readonly string[] | undefined;
  source?: string;
  call?: Call | undefined;
  /** What a mail quotes below what its writer newly said, as HTML. */
  quoted?: string | null;
  /** The merged ticket that it was written on. */
  mergedFromId?: string;
};
type Ticket = { client_id: string; id: string; key: string };

/** Ids of people named by an @mention in the text, as the editor writes them. */
function mentionsIn(html: string): string[] {
  return [
    ...html.matchAll(
      /data-type="mention"[^>]*data-id="([0-9a-f-]{36})"|data-id="([0-9a-f-]{36})"[^>]*data-type="mention"/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');
}

/** Of the ids, those of staff; a mention of anybody else stays as words and calls nobody. */
async function staffAmong(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)].filter(isId);
  if (wanted.length === 0) return [];
  const rows = await ctx.tx.selectFrom('staff').select('id').where('id', 'in', wanted).execute();
  return rows.map((row) => row.id);
}

/**
 * Adds a message to a ticket's conversation: sanitised, searchable, with its attachments; those mentioned in it are told, and
 * are returned. What it quotes is kept beside it, and is neither searched nor told.
 */
export async function addMessage(
  ctx: Ctx,
  ticket: Ticket,
  input: NewMessage,
): Promise<{ id: string; html: string; text: string; mentioned: readonly string[] }> {
  const body = cleanHtml(input.body);
  const text = htmlToText(body);
  if (text === '' && !input.attachmentIds?.length)
    throw invalid([{ path: 'body', message: 'has no text left after cleaning; write something' }]);
  const id = newId();
  // A client's people do not know the staff's ids, and a name in their words calls nobody.
  const mentions = ctx.actor.kind === 'contact' ? [] : await staffAmong(ctx, mentionsIn(body));
  await ctx.hot('message_insert', INSERT, [
    ticket.client_id,
    id,
    ticket.id,
    input.visibility,
    ctx.actor.kind,
    ctx.actor.id,
    ctx.actor.name,
    body,
    text,
    mentions,
    input.source ?? 'web',
    ctx.now,
    input.mergedFromId ?? null,
    input.call?.direction ?? null,
    input.call?.minutes ?? null,
  ]);
  const quoted = cleanHtml(input.quoted ?? '');
  if (quoted !== '') await ctx.hot('quote_insert', QUOTE, [ticket.client_id, id, quoted]);
  if (input.attachmentIds?.length) await attachFiles(ctx, ticket, id, input.attachmentIds, input.visibility);
  await indexMessage(ctx, { clientId: ticket.client_id, ticketId: ticket.id }, text, input.visibility === 'public');
  if (mentions.length > 0)
    await notify(
      ctx,
      ticket,
      mentions,
      'mentioned',
      `${ctx.actor.name} mentioned you in ${ticket.key}: ${text.slice(0, 120)}`,
    );
  return { id, html: body, text, mentioned: mentions };
}

const QUOTE = 'insert into message_quotes (client_id, message_id, body_html) values ($1, $2, $3)';

const INSERT = `
insert into messages (client_id, id, ticket_id, visibility, author_kind, author_id, author_name, body_html, body_text, mentions, source, created_at, merged_from_id,
  call_direction, call_minutes)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;
