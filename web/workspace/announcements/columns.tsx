import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AnnouncementRow } from '#shared/announcement.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { forWhom, KIND_WORDS, STANDING, standingOf } from './words.ts';

/** How an announcement stands. */
export function StandingBadge({ announcement }: { announcement: Pick<AnnouncementRow, 'state' | 'fromAt'> }) {
  const { name, colour } = STANDING[standingOf(announcement, useNow())];
  return <Badge color={colour}>{name}</Badge>;
}

const title = ({ id, title: text, services, kind }: AnnouncementRow) => (
  <span className="f-table-title">
    <Link to="/announcements/$id" params={{ id }} className="f-cut" tabIndex={-1}>
      <bdi>{text}</bdi>
    </Link>
    <bdi className="f-dim f-cut">{[KIND_WORDS[kind], ...services.map(({ name }) => name)].join(' · ')}</bdi>
  </span>
);

export const COLUMNS: readonly Column<AnnouncementRow>[] = [
  {
    key: 'title',
    title: 'Title',
    width: 'minmax(160px, 4fr)',
    cell: title,
    narrow: (one) => (
      <span className="f-table-title">
        {title(one)}
        <span className="f-table-note">
          <StandingBadge announcement={one} />
          <bdi className="f-dim f-cut">{forWhom(one)}</bdi>
        </span>
      </span>
    ),
  },
  {
    key: 'state',
    title: 'State',
    width: '104px',
    from: 560,
    cell: (one) => <StandingBadge announcement={one} />,
  },
  {
    key: 'for',
    title: 'For',
    width: 'minmax(120px, 2fr)',
    from: 640,
    cell: (one) => <bdi className="f-cut">{forWhom(one)}</bdi>,
  },
  { key: 'from', title: 'From', width: '150px', from: 760, cell: ({ fromAt }) => <TimeAgo at={fromAt} long /> },
  {
    key: 'until',
    title: 'Until',
    width: '150px',
    from: 900,
    cell: ({ endedAt, untilAt }) => {
      const at = endedAt ?? untilAt;
      return at ? <TimeAgo at={at} long /> : <span className="f-dim">Not known</span>;
    },
  },
];
