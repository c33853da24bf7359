import { type RawBuilder, sql } from 'kysely';
import { invalid, notFound } from '#kernel/errors.ts';
import { checkTemplate } from '#kernel/template.ts';
import type { Ctx } from '#platform/context/index.ts';
import { cleanHtml, htmlToText } from '#platform/text/index.ts';
import type { CannedReplyView, CreateCannedReply, UpdateCannedReply } from '#shared/library.ts';
import { addToShelf, changeOnShelf, REPLIES, shelfColumns, usable, visible } from '../shelf.ts';

/** The text as it is stored: safe HTML whose variables all exist. */
function checkedBody(body: string): string {
  const html = cleanHtml(body);
  if (htmlToText(html) === '') throw invalid([{ path: 'body', message: 'has no text left after cleaning' }]);
  const errors = checkTemplate(html, 'body');
  if (errors.length > 0) throw invalid(errors);
  return html;
}

/** Writes down a reply to be used again. Returns its id. */
export function createCannedReply(ctx: Ctx, input: CreateCannedReply): Promise<string> {
  const { body, ...fields } = input;
  return addToShelf(ctx, REPLIES, { ...fields, bodyHtml: checkedBody(body) });
}

export function updateCannedReply(ctx: Ctx, id: string, input: UpdateCannedReply): Promise<void> {
  const { body, ...fields } = input;
  return changeOnShelf(ctx, REPLIES, id, { ...fields, ...(body === undefined ? {} : { bodyHtml: checkedBody(body) }) });
}

async function rows(ctx: Ctx, condition: RawBuilder<boolean>): Promise<CannedReplyView[]> {
  const found = await sql<CannedReplyView>`
    select ${shelfColumns(ctx)}, s.shortcut, s.body_html as body
    from canned_replies s left join staff o on o.id = s.owner_id
    where ${condition} order by lower(s.folder), lower(s.name), s.id limit 2000`.execute(ctx.tx);
  return found.rows;
}

/** Replies the caller may use; with `all`, those of other teams too for whoever looks after the library. */
export function listCannedReplies(ctx: Ctx, all: boolean): Promise<CannedReplyView[]> {
  return rows(ctx, all ? visible(ctx) : usable(ctx));
}

export async function cannedReply(ctx: Ctx, id: string): Promise<CannedReplyView> {
  const [found] = await rows(ctx, sql<boolean>`s.id = ${id} and ${visible(ctx)}`);
  if (!found) throw notFound('canned reply');
  return found;
}
