import { Button } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { MessageView, TicketView, TimelineEntry } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { IconArrowDown } from '#web/ui/icons.ts';
import { useLatest } from '#web/ui/load/use-latest.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { dayName } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { plainText } from '#web/ui/text/plain.ts';
import { REPORT } from '../actions/index.ts';
import { EventFold } from './event-fold.tsx';
import { Message } from './message.tsx';
import { isRaised, nobodyWords } from './nobody.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { useStick } from './use-stick.ts';

const sideOf = ({ visibility, author }: MessageView) =>
  visibility === 'internal' ? 'note' : author.kind === 'contact' ? 'client' : 'us';

/** Nobody is told when a mail goes out; whoever looks at the ticket sees it soon. */
const LOOK_AGAIN_MS = 15_000;
const isUnderWay = (items: readonly TimelineEntry[] | undefined): boolean =>
  items?.some(({ message }) => message?.mails.some(({ state }) => state === 'waiting' || state === 'trying')) ?? false;

/** Everything said and done, oldest first, beginning with what was reported. */
export function Conversation({ ticket }: { ticket: TicketView }) {
  const { data, error, refetch } = useGet(
    'GET /tickets/{idOrKey}/timeline',
    { params: { idOrKey: ticket.id } },
    { refetchInterval: ({ state }) => isUnderWay(state.data?.items) && LOOK_AGAIN_MS },
  );
  const reader = useReader();
  const now = useNow();
  const first = dayName(ticket.createdAt, now, reader);
  const list = useMemo(
    () => piecesOf(data?.items ?? [], first, ({ at }) => dayName(at, now, reader)),
    [data, first, now, reader],
  );
  const { shown, before, after, earlier, latest } = useLatest(list);
  const box = useRef<HTMLElement>(null);
  const { unseen, toEnd } = useStick(box, data?.items.at(-1)?.id);
  return (
    <section className="f-conversation" aria-label="Conversation" ref={box} tabIndex={-1}>
      <div className="f-conversation-list">
        <p className="f-day">{first}</p>
        <Message
          name={ticket.requester?.name ?? nobodyWords(ticket)}
          at={ticket.createdAt}
          side="client"
          html={ticket.description}
          byMail={ticket.source === 'email'}
          label={reportedWords(ticket)}
          attachments={ticket.attachments}
          of={{ ticket, id: REPORT }}
        />
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} compact />
        ) : data ? (
          <>
            {before > 0 && (
              <Button variant="default" size="compact-sm" className="f-conversation-more" onClick={earlier}>
                Show earlier ({before} more)
              </Button>
            )}
            {shown.map((piece, index) => (
              <Part key={keyOf(piece)} piece={piece} before={shown[index - 1]} ticket={ticket} />
            ))}
            {after > 0 && (
              <Button variant="default" size="compact-sm" className="f-conversation-more" onClick={latest}>
                Back to the latest ({after} more)
              </Button>
            )}
          </>
        ) : (
          <SkeletonLines lines={6} label="Loading the conversation" />
        )}
      </div>
      {unseen && (
        <Button
          className="f-unseen"
          size="compact-sm"
          leftSection={<IconArrowDown size={14} aria-hidden="true" />}
          onClick={() => {
            latest();
            toEnd();
          }}
        >
          Something new
        </Button>
      )}
    </section>
  );
}

const SOURCE_WORDS: Readonly<Record<TicketView['source'], string>> = {
  portal: 'in the portal',
  email: 'by mail',
  phone: 'by phone',
  chat: 'by chat',
  monitoring: 'by monitoring',
  api: 'through the API',
  walk_in: 'in person',
  self_service: 'by self-service',
  import: 'in another desk',
  recurring: 'on schedule',
  staff: 'at the desk',
};

/** What staff raise by themselves came by no channel; before that could be kept it was said to have come by phone. */
const RAISED_AT_THE_DESK: readonly TicketView['source'][] = ['staff', 'phone', 'monitoring'];

function reportedWords({ kind, requester, source }: TicketView): string {
  if (requester === null && isRaised({ kind }))
    return `${kind === 'problem' ? 'opened' : 'raised'} this${RAISED_AT_THE_DESK.includes(source) ? '' : ` ${SOURCE_WORDS[source]}`}`;
  return requester === null && source === 'monitoring' ? 'reported this' : `reported this ${SOURCE_WORDS[source]}`;
}

const saidIn = (piece: Piece | undefined): string =>
  piece?.kind === 'message' ? plainText(piece.entry.message?.body ?? '') : '';

const keyOf = (piece: Piece): string =>
  piece.kind === 'day' ? piece.name : piece.kind === 'message' ? piece.entry.id : (piece.entries[0]?.id ?? '');

function Part({ piece, before, ticket }: { piece: Piece; before: Piece | undefined; ticket: TicketView }) {
  if (piece.kind === 'day') return <p className="f-day">{piece.name}</p>;
  if (piece.kind === 'events')
    return <EventFold entries={piece.entries} later={piece.later} ticket={ticket} said={saidIn(before)} />;
  const { message } = piece.entry;
  if (!message) return null;
  return (
    <Message
      name={message.author.name}
      at={message.createdAt}
      side={sideOf(message)}
      html={message.body}
      byMail={message.source === 'email'}
      quoted={message.quoted}
      attachments={message.attachments}
      {...(message.source === 'email' ? { label: 'by mail' } : {})}
      call={message.call}
      from={message.mergedFromKey}
      keptFor={message.keptFor}
      mails={message.mails}
      undoable={piece.entry.undoable}
      of={{ ticket, id: message.id }}
    />
  );
}
