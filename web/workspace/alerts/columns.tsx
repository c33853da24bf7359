import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AlertRow } from '#shared/alert.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { AlertBadge, SeverityMark } from './marks.tsx';
import { severityName } from './words.ts';

const title = (alert: AlertRow) => (
  <span className="f-table-title">
    <span className="f-row-name">
      <Link to="/alerts/$id" params={{ id: alert.id }} className="f-cut" tabIndex={-1}>
        <bdi>{alert.title}</bdi>
      </Link>
      {alert.explains > 0 && (
        <Badge color="blue" className="f-alert-explains">
          explains {alert.explains.toLocaleString('en')}
        </Badge>
      )}
    </span>
    <bdi className="f-dim f-cut">{[alert.device, alert.condition].filter(Boolean).join(' · ')}</bdi>
  </span>
);

const whose = ({ client, clientKnown, siteName }: AlertRow) =>
  clientKnown ? (
    <bdi className="f-cut">{client.name}</bdi>
  ) : (
    <span className="f-cut">
      Unknown: <bdi>{siteName || 'no site named'}</bdi>
    </span>
  );

const ticket = ({ ticket: one }: AlertRow) =>
  one && (
    <Link to="/tickets/$key" params={{ key: one.key }} tabIndex={-1}>
      {one.key}
    </Link>
  );

/** What decided about it, so briefly that it is read whole; the alert's page says why. */
const decidedWords = ({ decision, decideAt }: AlertRow): string =>
  decision?.brief ?? (decideAt ? 'It settles first' : '');

export const COLUMNS: readonly Column<AlertRow>[] = [
  {
    key: 'severity',
    title: 'Severity',
    width: '112px',
    from: 560,
    cell: ({ severity }) => <SeverityMark severity={severity} />,
  },
  {
    key: 'title',
    title: 'Alert',
    width: 'minmax(160px, 4fr)',
    cell: title,
    narrow: (alert) => (
      <span className="f-table-title">
        {title(alert)}
        <span className="f-table-note">
          <AlertBadge alert={alert} />
          <span className="f-dim f-cut">{decidedWords(alert)}</span>
        </span>
        <span className="f-dim f-cut">
          {severityName(alert.severity)} · {whose(alert)}
        </span>
      </span>
    ),
  },
  { key: 'client', title: 'Client', width: 'minmax(100px, 1.5fr)', from: 760, cell: whose },
  {
    key: 'state',
    title: 'State',
    width: '124px',
    from: 640,
    cell: (alert) => <AlertBadge alert={alert} />,
  },
  {
    key: 'why',
    title: 'Decided by',
    width: 'minmax(120px, 2fr)',
    from: 640,
    cell: (alert) => <span className="f-dim f-two-lines">{decidedWords(alert)}</span>,
  },
  { key: 'ticket', title: 'Ticket', width: '112px', from: 900, cell: ticket },
  { key: 'count', title: 'Times', width: '64px', align: 'end', from: 1000, cell: ({ count }) => count },
  { key: 'last', title: 'Last', width: '112px', from: 820, cell: ({ lastAt }) => <TimeAgo at={lastAt} /> },
];
