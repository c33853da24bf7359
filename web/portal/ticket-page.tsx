import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { PortalTicket } from '#shared/portal.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part, preload } from '#web/ui/load/part.tsx';
import { useLatest } from '#web/ui/load/use-latest.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { exact } from '#web/ui/marks/time.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useHeard } from '#web/ui/words/words.ts';
import { expectRich, Rich } from './rich.tsx';
import { Title } from './title.tsx';
import { saying } from './words/saying.ts';
import { t } from './words/t.ts';

const loadAnswers = () => import('./answers.tsx').then(({ Answers }) => Answers);
const loadFiles = () => import('#web/ui/text/attachments.tsx').then(({ Attachments }) => Attachments);
const loadQuoted = () => import('#web/ui/text/quoted.tsx').then(({ Quoted }) => Quoted);
const loadRequest = saying(
  () => import('./request-panel.tsx').then(({ PortalRequestPanel }) => PortalRequestPanel),
  'approvals',
  'order',
);
// What is said is read first; what one does about it comes right behind it.
expectRich();
preload(loadAnswers);
preload(loadFiles);

/** Stands above what was done before a ticket was opened again. */
const DONE = /(?<=^<p><strong>)[\w ]+(?=<\/strong><\/p>)/;
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
        <Link to="/portal">{t('frame.allTickets')}</Link>
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
  const next = nextOf(ticket);
  const { shown, before, after, earlier, latest } = useLatest(ticket.conversation);
  // Whoever was let in sees no cards of colleagues; who asked is told with the people.
  const { data: people } = useGet('GET /portal/tickets/{idOrKey}/people', { params: { idOrKey: ticket.id } });
  return (
    <>
      <Title of={`${ticket.key} ${ticket.title}`} />
      <div className="f-portal-head">
        <h1>
          <bdi>{ticket.title}</bdi>
        </h1>
        <span className="f-portal-facts">
          <span className="f-dim">{ticket.key}</span>
          <StatusBadge name={ticket.status} category={ticket.statusCategory} />
        </span>
      </div>
      {next && <p className="f-dim">{t(`ticket.next.${next}`)}</p>}
      {ticket.joined && <p className="f-dim">{t('ticket.joined')}</p>}
      {ticket.kind === 'request' && (
        <Part load={loadRequest} waiting={<SkeletonLines lines={3} />}>
          {(PortalRequestPanel) => <PortalRequestPanel idOrKey={ticket.id} />}
        </Part>
      )}
      <section aria-label={t('ticket.conversation')} className="f-portal-talk">
        <Said
          by={(ticket.requester ?? people?.requester)?.name ?? t('ticket.unknown')}
          note={raisedNote(ticket, me?.id)}
          at={ticket.createdAt}
          html={ticket.description}
          byMail={ticket.byMail}
          files={ticket.attachments}
        />
        {before > 0 && (
          <Button variant="default" className="f-portal-more" onClick={earlier}>
            {t('ticket.earlier', { count: before })}
          </Button>
        )}
        {shown.map(({ id, author, mine, createdAt, body, byMail, quoted, attachments }) => (
          <Said
            key={id}
            by={author.name}
            note={mine ? t('ticket.you') : author.kind === 'desk' ? t('ticket.desk') : ''}
            desk={author.kind === 'desk'}
            at={createdAt}
            html={body}
            byMail={byMail}
            quoted={quoted ? id : null}
            files={attachments}
          />
        ))}
        {after > 0 && (
          <Button variant="default" className="f-portal-more" onClick={latest}>
            {t('ticket.latest', { count: after })}
          </Button>
        )}
      </section>
      <Part load={loadAnswers} waiting={<SkeletonLines lines={4} />}>
        {(Answers) => <Answers ticket={ticket} />}
      </Part>
    </>
  );
}

/** What comes next, where nothing else on the page says it. */
function nextOf({ kind, statusCategory, waitsForYou, joined }: PortalTicket) {
  if (kind === 'request' || joined) return null;
  if (statusCategory === 'waiting') return waitsForYou ? 'you' : 'waiting';
  return statusCategory === 'new' || statusCategory === 'open' ? statusCategory : null;
}

/** Who the first words are of, where they are the reader's, or a colleague wrote them for somebody. */
function raisedNote({ requester, raisedBy: name }: PortalTicket, me: string | undefined): string {
  const own = requester?.id === me;
  if (name !== null) return own ? t('ticket.youRaisedBy', { name }) : t('ticket.raisedBy', { name });
  return own ? t('ticket.you') : '';
}

type SaidProps = {
  by: string;
  note?: string;
  desk?: boolean;
  at: string;
  html: string;
  byMail: boolean;
  /** The id of the message that quotes another mail. */
  quoted?: string | null;
  files: PortalTicket['conversation'][number]['attachments'];
};

function Said({ by, note = '', desk = false, at, html, byMail, quoted = null, files }: SaidProps) {
  const heard = useHeard();
  const reader = useReader();
  return (
    <article className="f-portal-said" data-desk={desk || undefined} aria-label={t('ticket.messageOf', { name: by })}>
      <p className="f-portal-facts">
        <strong>
          <bdi>{by}</bdi>
        </strong>
        {note && <span className="f-dim">{note}</span>}
        <TimeAgo at={at} long />
      </p>
      {html ? (
        <Rich
          html={html.replace(DONE, (words) => heard(words))}
          mail={byMail ? `${t('ticket.messageOf', { name: by })}, ${exact(at, reader)}` : undefined}
        />
      ) : (
        <p className="f-dim">{t('ticket.nothingWritten')}</p>
      )}
      {quoted && (
        <Part load={loadQuoted} waiting={null}>
          {(Quoted) => <Quoted id={quoted} />}
        </Part>
      )}
      {files.length > 0 && (
        <Part load={loadFiles} waiting={null}>
          {(Attachments) => <Attachments files={files} />}
        </Part>
      )}
    </article>
  );
}
