import { Link } from '@tanstack/react-router';
import type { ProblemRow } from '#shared/problem.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Column } from '#web/ui/table/columns.ts';

/** The columns of the list of problems, with statuses in the desk’s own words. */
export function problemColumns(statusName: (status: string) => string): readonly Column<ProblemRow>[] {
  const title = (problem: ProblemRow) => (
    <span className="f-table-title">
      <Link to="/tickets/$key" params={{ key: problem.key }} className="f-cut" tabIndex={-1}>
        <bdi>{problem.title}</bdi>
      </Link>
      <span className="f-dim f-cut">
        {problem.key} · <bdi>{problem.client.name}</bdi>
      </span>
    </span>
  );
  const status = (problem: ProblemRow) => (
    <StatusBadge name={statusName(problem.status)} category={problem.statusCategory} />
  );
  return [
    {
      key: 'title',
      title: 'Title',
      width: 'minmax(180px, 4fr)',
      cell: title,
      narrow: (problem) => (
        <span className="f-table-title">
          {title(problem)}
          <span className="f-table-note">
            {status(problem)}
            <span className="f-dim">{problem.incidents === 1 ? '1 incident' : `${problem.incidents} incidents`}</span>
          </span>
        </span>
      ),
    },
    { key: 'status', title: 'Status', width: 'minmax(150px, 1fr)', from: 560, cell: status },
    {
      key: 'priority',
      title: 'Priority',
      width: '72px',
      from: 640,
      cell: ({ priority }) => <PriorityMark priority={priority} />,
    },
    {
      key: 'incidents',
      title: 'Incidents',
      width: '80px',
      align: 'end',
      from: 640,
      cell: ({ incidents }) => incidents,
    },
    {
      key: 'known',
      title: 'Known at',
      width: '80px',
      align: 'end',
      from: 860,
      cell: ({ knownErrors }) => knownErrors || <span className="f-dim">0</span>,
    },
    {
      key: 'owner',
      title: 'Assignee',
      width: 'minmax(90px, 1fr)',
      from: 860,
      cell: ({ assignee }) =>
        assignee ? <bdi className="f-cut">{assignee.name}</bdi> : <span className="f-dim">Nobody</span>,
    },
    {
      key: 'review',
      title: 'Review on',
      width: 'minmax(110px, 1fr)',
      from: 1000,
      cell: ({ reviewOn }) => reviewOn && <span className="f-cut">{dayWords(reviewOn)}</span>,
    },
    { key: 'updated', title: 'Changed', width: '84px', from: 720, cell: ({ updatedAt }) => <TimeAgo at={updatedAt} /> },
  ];
}
