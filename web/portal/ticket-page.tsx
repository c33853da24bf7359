import { Link, useParams } from '@tanstack/react-router';
import type { PortalTicket } from '#shared/portal.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Attachments } from '#web/ui/text/attachments.tsx';
import { Html } from '#web/ui/text/html.tsx';
import { PortalReply } from './reply.tsx';
import { PortalRequestPanel } from './request-panel.tsx';
import { PortalVerdict } from './verdict.tsx';

const LOOK_AGAIN_MS = 30_000;

/** One ticket as its people see it: what was reported, what was said, and what is asked of them. */
export default function PortalTicketPage() {
  const { key } = useParams({ from: '/portal/tickets/$key' });
  const { data, error, refetch } = useGet(
    'GET /portal/tickets/{idOrKey}',
    { params: { idOrKey: key } },
    { refetchInterval: LOOK_AGAIN_MS },
  );
  return (
    <>
      <p className="f-portal-back">
        <Link to="/portal">All your tickets</Link>
      </p>
      {data ? (
        <Ticket ticket={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} whole />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </>
  );
}

function Ticket({ ticket }: { ticket: PortalTicket }) {
  const { data: me } = useGet('GET /me', {});
  return (
    <>
      <title>{`${ticket.key} ${ticket.title} · Fettle`}</title>
      <div className="f-portal-head">
        <h1>
          <bdi>{ticket.title}</bdi>
        </h1>
        <span className="f-portal-facts">
          <span className="f-dim">{ticket.key}</span>
          <StatusBadge name={ticket.status} category={ticket.statusCategory} />
        </span>
      </div>
      {ticket.joined && (
        <p className="f-dim">
          The desk works on it together with another report of your company. Answers to you stand here, and you can go
          on writing here.
        </p>
      )}
      {ticket.kind === 'request' && <PortalRequestPanel idOrKey={ticket.id} />}
      <section aria-label="Conversation" className="f-portal-talk">
        <Said
          by={ticket.requester?.name ?? 'Unknown'}
          note={ticket.requester?.id === me?.id ? 'you' : ''}
          at={ticket.createdAt}
          html={ticket.description}
          files={ticket.attachments}
        />
        {ticket.conversation.map(({ id, author, mine, createdAt, body, attachments }) => (
          <Said
            key={id}
            by={author.name}
            note={mine ? 'you' : author.kind === 'desk' ? 'service desk' : ''}
            desk={author.kind === 'desk'}
            at={createdAt}
            html={body}
            files={attachments}
          />
        ))}
      </section>
      {ticket.resolution && <PortalVerdict key={ticket.resolution.at} ticket={ticket} resolution={ticket.resolution} />}
      {ticket.can.reply && <PortalReply key={ticket.id} ticket={ticket} />}
    </>
  );
}

type SaidProps = {
  by: string;
  note?: string;
  desk?: boolean;
  at: string;
  html: string;
  files: PortalTicket['conversation'][number]['attachments'];
};

function Said({ by, note = '', desk = false, at, html, files }: SaidProps) {
  return (
    <article className="f-portal-said" data-desk={desk || undefined} aria-label={`Message of ${by}`}>
      <p className="f-portal-facts">
        <strong>
          <bdi>{by}</bdi>
        </strong>
        {note && <span className="f-dim">{note}</span>}
        <TimeAgo at={at} long />
      </p>
      {html ? <Html html={html} /> : <p className="f-dim">Nothing more was written.</p>}
      <Attachments files={files} />
    </article>
  );
}
