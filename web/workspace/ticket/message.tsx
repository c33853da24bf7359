import { sayMinutes } from '#kernel/minutes.ts';
import type { MessageView, TicketView } from '#shared/ticket.ts';
import { IconLock } from '#web/ui/icons.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { exact } from '#web/ui/marks/time.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Attachments } from '#web/ui/text/attachments.tsx';
import { Html } from '#web/ui/text/html.tsx';
import { Quoted } from '#web/ui/text/quoted.tsx';
import { callWords } from './call-fields.tsx';
import { Mailed } from './mailed.tsx';
import { MessageMenu } from './message-menu.tsx';
import { Unsend } from './unsend.tsx';

type Props = {
  name: string;
  at: string;
  /** Who speaks: the client, us to the client, or us among ourselves. */
  side: 'client' | 'us' | 'note';
  html: string;
  /** Whether it came by mail. */
  byMail?: boolean;
  /** Whether it was a mail that quotes another. */
  quoted?: boolean;
  attachments: MessageView['attachments'];
  label?: string;
  /** The telephone call that it tells of. */
  call?: MessageView['call'];
  /** The ticket it was said on, before a merge. */
  from?: string | null;
  /** The client that the ticket has left and whose staff alone read this. */
  keptFor?: string | null;
  /** The mails by which it went out. */
  mails?: MessageView['mails'];
  /** Whether it may still be taken back. */
  undoable?: boolean;
  /** What it is, where something can be done with it. */
  of?: { ticket: TicketView; id: string };
};

/** One message: whose, when, what, and what was attached. */
export function Message({
  name,
  at,
  side,
  html,
  byMail = false,
  quoted,
  attachments,
  label,
  call,
  from,
  keptFor,
  mails = [],
  undoable,
  of,
}: Props) {
  const reader = useReader();
  return (
    <article
      className="f-message"
      data-side={side}
      aria-label={`${side === 'note' ? 'Internal note' : 'Message'} of ${name}`}
    >
      <div className="f-message-head">
        <Avatar name={name} size={24} />
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {label && <span className="f-dim">{label}</span>}
        {call && (
          <span className="f-dim">
            {callWords(call.direction)}, {sayMinutes(call.minutes)}
          </span>
        )}
        {side === 'note' && (
          <span className="f-note-mark">
            <IconLock size={13} aria-hidden="true" /> Internal
          </span>
        )}
        {from && <span className="f-dim">on {from}</span>}
        {keptFor && <span className="f-dim">said at {keptFor}: only those who work for them read it</span>}
        <MessageMenu name={name} html={html} byMail={byMail} of={of} />
        <TimeAgo at={at} clock />
      </div>
      {html ? (
        <Html html={html} mail={byMail ? `Mail of ${name}, ${exact(at, reader)}` : undefined} />
      ) : (
        <p className="f-dim">Nothing more was written.</p>
      )}
      {quoted && of && <Quoted id={of.id} />}
      <Attachments files={attachments} />
      <Mailed mails={mails} undo={undoable && of && <Unsend of={of} html={html} />} />
    </article>
  );
}
