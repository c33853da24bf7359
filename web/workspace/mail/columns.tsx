import { Link } from '@tanstack/react-router';
import type { IncomingMail } from '#shared/mail.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { outcomeName, waits, writerOf } from './words.ts';

/** Who, what about, what became of it and why, and when. */
export const COLUMNS: readonly Column<IncomingMail>[] = [
  {
    key: 'from',
    title: 'From',
    width: 'minmax(110px, 2fr)',
    cell: (mail) => (
      <bdi className="f-cut" data-tip={mail.from.address || undefined}>
        {writerOf(mail)}
      </bdi>
    ),
    narrow: (mail) => (
      <span className="f-mail-row">
        <bdi className="f-cut">{writerOf(mail)}</bdi>
        <bdi className="f-cut f-mail-subject">{mail.subject || '(no subject)'}</bdi>
        <span className="f-mail-line">
          <Became mail={mail} /> <TimeAgo at={mail.receivedAt} />
        </span>
        {mail.why && <bdi className="f-mail-row-why">{mail.why}</bdi>}
      </span>
    ),
  },
  {
    key: 'subject',
    title: 'Subject',
    width: 'minmax(140px, 3fr)',
    from: 560,
    cell: ({ subject }) => <bdi className="f-cut">{subject || '(no subject)'}</bdi>,
  },
  {
    key: 'outcome',
    title: 'What became of it',
    width: 'minmax(120px, 200px)',
    from: 560,
    cell: (mail) => <Became mail={mail} />,
  },
  {
    key: 'why',
    title: 'Why',
    width: 'minmax(120px, 3fr)',
    from: 640,
    cell: ({ why }) => (
      <bdi className="f-cut f-dim" data-tip={why || undefined}>
        {why}
      </bdi>
    ),
  },
  {
    key: 'at',
    title: 'Came',
    width: '72px',
    align: 'end',
    from: 560,
    cell: ({ receivedAt }) => <TimeAgo at={receivedAt} />,
  },
];

function Became({ mail }: { mail: IncomingMail }) {
  return (
    <span className="f-mail-became" data-waits={waits(mail) || undefined}>
      <span className="f-cut">{outcomeName(mail)}</span>
      {mail.ticketKey && (
        <Link to="/tickets/$key" params={{ key: mail.ticketKey }} tabIndex={-1}>
          {mail.ticketKey}
        </Link>
      )}
    </span>
  );
}
