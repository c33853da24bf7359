import { useEffect, useMemo, useRef } from 'react';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { EventFold } from './event-fold.tsx';
import { Message } from './message.tsx';

type Piece = { kind: 'message'; entry: TimelineEntry } | { kind: 'events'; entries: TimelineEntry[] };

/** Messages stand alone; what happened between two of them is folded together. */
function pieces(entries: readonly TimelineEntry[]): Piece[] {
  const list: Piece[] = [];
  for (const entry of entries) {
    const last = list.at(-1);
    if (entry.message) list.push({ kind: 'message', entry });
    else if (last?.kind === 'events') last.entries.push(entry);
    else list.push({ kind: 'events', entries: [entry] });
  }
  return list;
}

/** Everything said and done, oldest first, beginning with what was reported. */
export function Conversation({ ticket }: { ticket: TicketView }) {
  const { data, error, refetch } = useGet('GET /tickets/{idOrKey}/timeline', { params: { idOrKey: ticket.id } });
  const list = useMemo(() => pieces(data?.items ?? []), [data]);
  const end = useRef<HTMLDivElement>(null);
  const count = data?.items.length ?? 0;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  return (
    <section className="f-conversation" aria-label="Conversation" tabIndex={-1}>
      <Message
        name={ticket.requester?.name ?? 'Unknown requester'}
        at={ticket.createdAt}
        side="client"
        html={ticket.description || '<p>No description.</p>'}
        label="reported this"
        attachments={[]}
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : data ? (
        list.map((piece) =>
          piece.kind === 'events' ? (
            <EventFold key={piece.entries[0]?.id} entries={piece.entries} />
          ) : (
            piece.entry.message && (
              <Message
                key={piece.entry.id}
                name={piece.entry.message.author.name}
                at={piece.entry.message.createdAt}
                side={
                  piece.entry.message.visibility === 'internal'
                    ? 'note'
                    : piece.entry.message.author.kind === 'contact'
                      ? 'client'
                      : 'us'
                }
                html={piece.entry.message.body}
                attachments={piece.entry.message.attachments}
                from={piece.entry.message.mergedFromKey}
              />
            )
          ),
        )
      ) : (
        <SkeletonLines lines={6} label="Loading the conversation" />
      )}
      <div ref={end} />
    </section>
  );
}
