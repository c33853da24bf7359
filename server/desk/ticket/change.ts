import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent, type Changes } from '#platform/events/index.ts';
import { indexOpenness, indexTicket } from '#server/desk/search/index.ts';
import { followApprovals } from '#server/practices/approval/index.ts';
import { followPages } from '#server/practices/escalation/index.ts';
import { followTasks } from '#server/practices/fulfilment/index.ts';
import { followAlerts } from '#server/practices/monitoring/index.ts';
import { followRatings } from '#server/practices/satisfaction/index.ts';
import { followClocks, promisedAnew, takesBack } from '#server/practices/service-level/index.ts';
import { followSpans } from '#server/practices/span/index.ts';
import { followStreams } from '#server/practices/value-stream/index.ts';
import { followChange } from './changed.ts';
import { followEdit } from './edited.ts';
import { openingLine } from './opening.ts';
import type { TicketPatch, TicketRecord } from './record.ts';
import { writeDue, writeRow } from './row.ts';
import { storeCustomValues, storeTags } from './satellites.ts';

/** Whether an event told the client's people something: a public reply from the desk. */
const answersClient = (ctx: Ctx, { type, visibility }: TicketEvent): boolean =>
  type === 'ticket.replied' && visibility === 'public' && (ctx.actor.kind === 'staff' || ctx.actor.kind === 'key');

export type TicketEvent = { type: string; visibility?: 'public' | 'internal'; data?: Record<string, unknown> };

/** Columns that repeat or explain another change and so are not changes of their own in the timeline. */
const DERIVED = new Set([
  'priority_why',
  'assignment_why',
  'last_message_at',
  'last_message_by',
  'last_message_text',
  'due_at',
  'status_category',
  'promise_id',
]);
/** Reasons of a change: kept with it, so that whoever takes it back gets the old reason back too. */
const REASONS = ['priority_why', 'assignment_why'] as const;
const SEARCHED = ['title', 'description', 'requester_id', 'key'] as const;

/**
 * The one way an existing ticket changes: writes the row, appends the event with each field before and after, and lets search,
 * pages and clocks follow, all in the caller's transaction. Nothing happens when nothing differs (unless the event must be told).
 * @returns the new row and, when something was written, the event's id
 */
export async function changeTicket(
  ctx: Ctx,
  before: TicketRecord,
  patch: TicketPatch,
  event: TicketEvent & { always?: boolean },
): Promise<{ ticket: TicketRecord; eventId: string | null }> {
  const differing = Object.entries(patch).filter(
    ([column, value]) => !isDeepStrictEqual(before[column as keyof TicketRecord], value),
  );
  if (differing.length === 0 && !event.always) return { ticket: before, eventId: null };
  const { description } = Object.fromEntries(differing);
  const opening = typeof description === 'string' ? [['opening', openingLine(description)] as const] : [];
  const promise = await promisedAnew(ctx, before, { ...before, ...Object.fromEntries(differing) });
  const promised = promise ? [['promise_id', promise.id] as const] : [];
  const ticket = await writeRow(ctx, before, [...differing, ...opening, ...promised]);
  const changes: Changes = {};
  for (const [column] of differing)
    if (!DERIVED.has(column))
      changes[column] = [before[column as keyof TicketRecord], ticket[column as keyof TicketRecord]];
  const reasons = Object.fromEntries(
    REASONS.filter((column) => differing.some(([name]) => name === column)).map((column) => [column, before[column]]),
  );
  const eventId = await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: event.type,
    visibility: event.visibility ?? 'internal',
    data: {
      ...event.data,
      changes,
      version: ticket.version,
      ...(before.status_category === ticket.status_category ? {} : { categoryBefore: before.status_category }),
      ...(Object.keys(reasons).length > 0 ? { reasonsBefore: reasons } : {}),
      ...(promise ? { promise: promise.id } : {}),
    },
  });
  if (patch.tags !== undefined && 'tags' in changes) await storeTags(ctx, ticket);
  if ('custom' in changes) await storeCustomValues(ctx, ticket);
  if (SEARCHED.some((column) => column in changes)) await indexTicket(ctx, ticket);
  else if (before.is_open !== ticket.is_open) await indexOpenness(ctx, ticket);
  await followChange(ctx, before, ticket);
  await followPages(ctx, before, ticket);
  await followApprovals(ctx, before, ticket);
  await followTasks(ctx, before, ticket);
  await followRatings(ctx, before, ticket);
  await followAlerts(ctx, before, ticket);
  await followSpans(ctx, before, ticket);
  await followStreams(ctx, before, ticket);
  const dueAt = await followClocks(ctx, before, ticket, {
    answers: answersClient(ctx, event),
    undone: takesBack(event.type),
  });
  const due = dueAt === undefined || dueAt === ticket.due_at ? ticket : await writeDue(ctx, ticket, dueAt);
  return { ticket: await followEdit(ctx, before, due), eventId };
}
