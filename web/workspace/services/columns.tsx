import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OfferingRow } from '#shared/service.ts';
import type { Column } from '#web/ui/table/columns.ts';
import { Available } from './parts.tsx';
import { HEALTH_WORDS, STAGE_WORDS } from './words.ts';

/** At how many clients it does how, the worst first; levels without any are left out. */
function HealthCounts({ health, down }: Pick<OfferingRow, 'health' | 'down'>) {
  const counts = (['poor', 'watch', 'good'] as const).filter((level) => health[level] > 0);
  if (counts.length === 0) return <span className="f-dim">No client has it</span>;
  return (
    <span className="f-service-counts">
      {down > 0 && <Badge color="red">{down === 1 ? 'Out at 1' : `Out at ${down}`}</Badge>}
      {counts.map((level) => (
        <span key={level} data-level={level}>
          {health[level]} {HEALTH_WORDS[level].toLowerCase()}
        </span>
      ))}
    </span>
  );
}

/** The columns of the portfolio. Of one client, a service leads to how that has it. */
export function offeringColumns(clientId: string | null): readonly Column<OfferingRow>[] {
  const title = ({ id, name, description, stage }: OfferingRow) => (
    <span className="f-table-title">
      <Link
        {...(clientId
          ? { to: '/clients/$id/services/$serviceId', params: { id: clientId, serviceId: id } }
          : { to: '/services/$id', params: { id } })}
        className="f-cut"
        tabIndex={-1}
      >
        <bdi>{name}</bdi>
      </Link>
      <span className="f-dim f-cut">
        {stage === 'offered' ? '' : `${STAGE_WORDS[stage]} · `}
        <bdi>{description || 'Not described yet'}</bdi>
      </span>
    </span>
  );
  return [
    {
      key: 'name',
      title: 'Service',
      width: 'minmax(180px, 3fr)',
      cell: title,
      narrow: (row) => (
        <span className="f-table-title">
          {title(row)}
          <span className="f-table-note">
            <HealthCounts health={row.health} down={row.down} />
          </span>
        </span>
      ),
    },
    { key: 'clients', title: 'Clients', width: '70px', align: 'end', from: 640, cell: ({ clients }) => clients },
    {
      key: 'health',
      title: 'Health',
      width: 'minmax(170px, 1.4fr)',
      from: 560,
      cell: (row) => <HealthCounts health={row.health} down={row.down} />,
    },
    {
      key: 'availability',
      title: 'There this month',
      width: 'minmax(140px, 1fr)',
      from: 760,
      cell: ({ availability, availabilityTarget }) =>
        availability === null ? '' : <Available percent={availability} target={availabilityTarget} />,
    },
    {
      key: 'owner',
      title: 'Owner',
      width: 'minmax(100px, 1fr)',
      from: 900,
      cell: ({ owner }) => (owner ? <bdi className="f-cut">{owner.name}</bdi> : <span className="f-dim">Nobody</span>),
    },
  ];
}
