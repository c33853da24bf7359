import type { Ctx } from '#platform/context/index.ts';
import { messagesOf } from '#server/desk/conversation/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import type { MessageView, TimelineEntry } from '#shared/ticket.ts';
import type { TicketRecord } from './record.ts';
import { loggedChanges } from './timeline-logged.ts';
import { nameParts } from './timeline-parts.ts';
import { sentenceOf } from './timeline-sentence.ts';
import { nameValues, type StoredEvent } from './timeline-words.ts';
import { whyNotUndone } from './undo-rules.ts';

const MAX_EVENTS = 1_000;
const EVENTS = `select id, at, type, actor_kind, actor_id, actor_name, data from events where subject_id = $1 order by at desc, id desc limit ${MAX_EVENTS}`;

/** What happened to a ticket, oldest first, the latest of very many: messages and events in one stream, with values in words. */
export async function timelineOf(ctx: Ctx, ticket: TicketRecord): Promise<TimelineEntry[]> {
  const [latest, messages, { lifecycle }] = await Promise.all([
    ctx.hot<StoredEvent>('ticket_events', EVENTS, [ticket.id]),
    messagesOf(ctx, ticket.client_id, ticket.id),
    lifecycleOf(ctx, ticket),
  ]);
  const events = await nameParts(ctx, latest.reverse());
  const name = await nameValues(ctx, ticket, events, lifecycle);
  const logged = new Map<string, string>();
  const undone = new Set(events.map(({ data }) => data['undoes']));
  const told = events
    .filter((event) => event.type !== 'ticket.replied' && event.type !== 'ticket.noted')
    .map((event): TimelineEntry => {
      const changes = [
        ...Object.entries(event.data.changes ?? {})
          .flatMap(([field, [before, after]]) => apart(field, before, after))
          .map(([field, before, after]) => ({ field, ...name(field, before, after) })),
        ...loggedChanges(event, logged),
      ];
      return {
        id: event.id,
        at: event.at,
        type: event.type,
        actor: { kind: event.actor_kind, id: event.actor_id, name: event.actor_name },
        sentence: sentenceOf(event, changes),
        changes,
        message: null,
        undoable: event.actor_id === ctx.actor.id && !undone.has(event.id) && whyNotUndone(event, ticket) === null,
        mergedFrom: mergedFrom(event),
      };
    });
  const said = messages.map(
    (message): TimelineEntry => ({
      id: message.id,
      at: message.createdAt,
      type: message.visibility === 'public' ? 'message.reply' : 'message.note',
      actor: message.author,
      sentence: message.visibility === 'public' ? 'replied' : 'noted',
      changes: [],
      message,
      undoable: message.author.id === ctx.actor.id && waits(message),
      mergedFrom: null,
    }),
  );
  return [...told, ...said].sort((a, b) => (a.at === b.at ? a.id.localeCompare(b.id) : a.at.localeCompare(b.at)));
}

/** A reply that nobody has got by mail yet. */
const waits = ({ visibility, mails }: MessageView): boolean =>
  visibility === 'public' && mails.length > 0 && mails.every(({ state }) => state === 'waiting');

function mergedFrom({ type, data }: StoredEvent): TimelineEntry['mergedFrom'] {
  const { from: id, text: key } = data as { from?: unknown; text?: unknown };
  return type === 'ticket.merged_in' && typeof id === 'string' && typeof key === 'string' ? { id, key } : null;
}

type Values = Record<string, unknown>;

/** Custom fields are stored in one column and told one by one: those that differ. */
function apart(field: string, before: unknown, after: unknown): [string, unknown, unknown][] {
  if (field !== 'custom') return [[field, before, after]];
  const [from, to] = [(before ?? {}) as Values, (after ?? {}) as Values];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]))
    .map((key) => [`custom.${key}`, from[key], to[key]]);
}
