import { forbidden, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { recipientsOf } from '#server/channels/mail-out/index.ts';
import { indexTicket } from '#server/desk/search/index.ts';
import { changeTicket } from './change.ts';
import { createTicket } from './command-create.ts';
import { postMessage } from './command-message.ts';
import { ticketForChange } from './find.ts';
import { lastMessageOf } from './last-message.ts';
import type { TicketRecord } from './record.ts';
import { splitForThem, splitInTwo } from './split-words.ts';

export type SplitTicket = {
  title: string;
  kind?: TicketRecord['kind'] | undefined;
  /** Messages that go over to the new ticket. */
  messageIds?: readonly string[] | undefined;
  /** What the new ticket says; what its requester wrote first of the messages that go over, unless given. */
  description?: string | undefined;
  categoryId?: string | undefined;
  custom?: Record<string, unknown> | undefined;
  /** Tells the requester, once, on the ticket that stays. */
  tellRequester?: boolean | undefined;
};

/**
 * Makes a ticket of its own from a part of another: messages, or a text where one message held two matters. Both know of each
 * other, and the requester is told in one public message on the first, when asked for.
 */
export async function splitTicket(ctx: Ctx, ref: string, input: SplitTicket): Promise<TicketRecord> {
  const from = await ticketForChange(ctx, ref);
  if (input.tellRequester && !ctx.can('ticket.reply'))
    throw forbidden('Telling the requester needs the permission "ticket.reply", which your role does not have.');
  const chosen = await chosenMessages(ctx, from, input);
  const ids = chosen.map((message) => message.id);
  const requesterId = await askerOf(ctx, chosen, from);
  const report = input.description === undefined ? reportAmong(chosen, requesterId) : undefined;
  const fresh = await createTicket(
    ctx,
    {
      kind: (input.kind ?? from.kind) as never,
      clientId: from.client_id,
      title: input.title,
      requesterId,
      siteId: from.site_id,
      impact: from.impact,
      urgency: from.urgency,
      categoryId: input.categoryId ?? from.category_id,
      serviceId: from.service_id,
      // Another category may belong to another team, so then it is left to that.
      ...(input.categoryId === undefined ? { teamId: from.team_id } : {}),
      source: from.source as never,
      description: input.description ?? report?.body_html ?? '',
      ...(input.custom ? { custom: input.custom } : {}),
    },
    { incomplete: true },
  );
  await takeOver(ctx, fresh, ids, report?.id);
  await letFollow(ctx, fresh, chosen);
  await ctx.tx
    .insertInto('ticket_links')
    .values({ client_id: from.client_id, from_id: fresh.id, to_id: from.id, kind: 'related', created_at: ctx.now })
    .execute();
  const { ticket: made } = await changeTicket(ctx, fresh, await lastMessageOf(ctx, fresh), {
    type: 'ticket.split_off',
    data: { text: `from ${from.key}`, messageIds: ids },
    always: true,
  });
  const rest = await changeTicket(ctx, from, await lastMessageOf(ctx, from), {
    type: 'ticket.split',
    data: { text: `into ${made.key}`, messageIds: ids },
    always: true,
  });
  await indexTicket(ctx, made);
  await indexTicket(ctx, rest.ticket);
  // Whoever asked for something else than the ticket's own requester hears of theirs alone, and there.
  if (input.tellRequester) await tell(ctx, requesterId === from.requester_id ? from : null, made);
  return made;
}

/** Tells the requester in their language. `stays`: where the ticket that it was split from is theirs as well. */
async function tell(ctx: Ctx, stays: TicketRecord | null, made: TicketRecord): Promise<void> {
  const asked = (await recipientsOf(ctx, made)).find(({ reason }) => reason === 'asked');
  const language = asked?.language ?? 'en';
  const body = stays ? splitInTwo(language, stays, made) : splitForThem(language, made);
  await postMessage(ctx, (stays ?? made).id, { visibility: 'public', body }, { answers: false });
}

/** The messages that go over; refuses ones that are elsewhere, and a split that takes nothing. */
async function chosenMessages(ctx: Ctx, from: TicketRecord, { messageIds = [], description }: SplitTicket) {
  if (messageIds.length === 0) {
    if (!description?.trim())
      throw invalid([{ path: 'messageIds', message: 'must name a message, or give a description of the new ticket' }]);
    return [];
  }
  const chosen = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'body_html', 'visibility', 'author_kind', 'author_id'])
    .select((q) =>
      q
        .exists(
          q
            .selectFrom('files')
            .select('files.id')
            .whereRef('files.client_id', '=', 'messages.client_id')
            .whereRef('files.message_id', '=', 'messages.id'),
        )
        .as('has_files'),
    )
    .where('client_id', '=', from.client_id)
    .where('ticket_id', '=', from.id)
    .where('is_report', '=', false)
    .where('id', 'in', messageIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  if (chosen.length !== new Set(messageIds).size)
    throw invalid([{ path: 'messageIds', message: 'names a message that is not in this ticket' }]);
  return chosen;
}

type Chosen = Awaited<ReturnType<typeof chosenMessages>>[number];

/**
 * What the client is told as its report: the first that its requester wrote. What the desk wrote is not theirs, an internal note
 * least of all; and a message with files stays a message, where they are.
 */
function reportAmong(chosen: readonly Chosen[], requesterId: string | null): Chosen | undefined {
  const written = chosen.find(isWritten);
  return written && written.author_id === requesterId && !written.has_files ? written : undefined;
}

const isWritten = ({ visibility, author_kind: kind }: Chosen): boolean => visibility === 'public' && kind === 'contact';

/**
 * Whose the new ticket is: that of the one who wrote what goes over, as where their ticket was merged into another's; else of whoever
 * asked for the whole.
 */
async function askerOf(ctx: Ctx, chosen: readonly Chosen[], from: TicketRecord): Promise<string | null> {
  const [writer, ...others] = new Set(chosen.filter(isWritten).map(({ author_id: id }) => id));
  if (!writer || others.length > 0) return from.requester_id;
  const rows = await ctx.hot('split_writer', 'select 1 from contacts where client_id = $1 and id = $2 and active', [
    from.client_id,
    writer,
  ]);
  return rows.length > 0 ? writer : from.requester_id;
}

async function takeOver(ctx: Ctx, made: TicketRecord, ids: readonly string[], reportId?: string): Promise<void> {
  if (ids.length === 0) return;
  await ctx.tx
    .updateTable('messages')
    .set({ ticket_id: made.id })
    .where('client_id', '=', made.client_id)
    .where('id', 'in', ids)
    .execute();
  if (reportId)
    await ctx.tx
      .updateTable('messages')
      .set({ is_report: true })
      .where('client_id', '=', made.client_id)
      .where('id', '=', reportId)
      .execute();
  await ctx.tx
    .updateTable('files')
    .set({ subject_id: made.id })
    .where('client_id', '=', made.client_id)
    .where('message_id', 'in', ids)
    .execute();
}

/** Whoever else of the client wrote what goes over hears of the new ticket as well. */
async function letFollow(ctx: Ctx, made: TicketRecord, chosen: readonly Chosen[]): Promise<void> {
  const writers = [...new Set(chosen.filter(isWritten).map(({ author_id: id }) => id))];
  const others = writers.filter((id) => id !== null && id !== made.requester_id);
  if (others.length === 0) return;
  await ctx.hot(
    'split_followers',
    `insert into ticket_watchers (client_id, ticket_id, watcher_kind, watcher_id, created_at)
     select $1, $2, 'contact', c.id, $4 from contacts c where c.client_id = $1 and c.id = any ($3::uuid[]) and c.active
     on conflict do nothing`,
    [made.client_id, made.id, others, ctx.now],
  );
}
