import { Badge, Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientService, ServiceMonth } from '#shared/service.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { inWords } from '../desk/names.ts';
import { ImprovementsAbout } from '../improvements/improvements-about.tsx';
import { useCan } from '../session/me.ts';
import { AvailabilityWhy } from './availability-why.tsx';
import { Months } from './months.tsx';
import { Outages } from './outages.tsx';
import { OwnForm } from './own-form.tsx';
import { HealthBadge, Reasons } from './parts.tsx';
import { monthWords, STAGE_WORDS } from './words.ts';
import './services.css';

/** A service as a client has it: how it does and why, how much of the agreed time it was there, and what it stands on. */
export default function ClientServicePage() {
  const { id, serviceId } = useParams({ from: '/workspace/clients/$id/services/$serviceId' });
  const { data, error, refetch } = useGet('GET /clients/{id}/services/{serviceId}', { params: { id, serviceId } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data) return <Loaded service={data} />;
  return (
    <>
      <PageHead title="Service" />
      <PageBody aside={<SkeletonLines lines={6} />}>
        <SkeletonLines lines={12} />
      </PageBody>
    </>
  );
}

function Loaded({ service }: { service: ClientService }) {
  const { client, health } = service;
  const [month, setMonth] = useState<ServiceMonth | null>(null);
  const at = { clientId: client.id, serviceId: service.service.id };
  return (
    <>
      <PageHead title={`${service.service.name}, ${client.name}`}>
        <HealthBadge level={health.level} />
        {service.stage !== 'offered' && <Badge color="gray">{STAGE_WORDS[service.stage]}</Badge>}
      </PageHead>
      <PageBody aside={<Aside service={service} />}>
        <p className="f-plain">
          <Link to="/clients/$id" params={{ id: client.id }}>
            <bdi>{client.name}</bdi>
          </Link>
          {' · '}
          <Link to="/services/$id" params={{ id: at.serviceId }}>
            How it is offered
          </Link>
        </p>
        <HealthSection {...at} health={health} />
        <Section title="Availability" help="Percent of the agreed hours in which it was there.">
          {service.months.length === 0 ? (
            <p className="f-plain f-dim">The client has it since today.</p>
          ) : (
            <Months months={service.months} target={service.availabilityTarget.value} onWhy={setMonth} />
          )}
        </Section>
        <Outages serviceId={at.serviceId} clientId={at.clientId} />
        <Changes changes={service.changes} />
        <ImprovementsAbout
          kind="service"
          id={at.serviceId}
          name={`${service.service.name}, ${client.name}`}
          clientId={client.id}
        />
      </PageBody>
      <Dialog
        title={month ? `Why ${monthWords(month.month)} was so` : ''}
        opened={month !== null}
        onClose={() => setMonth(null)}
      >
        {month && <AvailabilityWhy {...at} from={month.from} until={month.until} />}
      </Dialog>
    </>
  );
}

function HealthSection({
  clientId,
  serviceId,
  health,
}: {
  clientId: string;
  serviceId: string;
  health: ClientService['health'];
}) {
  const { data } = useGet('GET /service-health', { query: { clientId, serviceId } });
  return (
    <Section
      title="Health"
      help={data && `What is open now, and what happened within the last ${data.days} days.`}
      actions={
        <Link
          to="/queue"
          search={{ status: ['open'], clientId: [clientId], serviceId: [serviceId], kind: ['incident'] }}
        >
          Open incidents
        </Link>
      }
    >
      {data ? (
        <Reasons health={health} watchFrom={data.watchFrom} poorFrom={data.poorFrom} />
      ) : (
        <SkeletonLines lines={2} />
      )}
    </Section>
  );
}

/** What it has by itself, and where the rest comes from. */
function Aside({ service }: { service: ClientService }) {
  const may = useCan()('service.manage');
  const [editing, setEditing] = useState(false);
  const { calendar, calendarName, availabilityTarget, plannedCounts, owner, since, items } = service;
  const from = (own: boolean) => <span className="f-dim">{own ? ' (its own)' : ' (as offered)'}</span>;
  return (
    <>
      <Section
        title="What is promised"
        actions={
          may && (
            <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
              Change
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [
              'Agreed hours',
              <>
                {calendarName}
                {from(calendar.own)}
              </>,
            ],
            [
              'Availability target',
              <>
                {availabilityTarget.value === null ? 'None' : `${availabilityTarget.value} %`}
                {from(availabilityTarget.own)}
              </>,
            ],
            [
              'Planned outages',
              <>
                {plannedCounts.value ? 'Count as downtime' : 'Do not count'}
                {from(plannedCounts.own)}
              </>,
            ],
            ['Owner', owner?.name ?? 'Nobody'],
            ['Since', since],
          ]}
        />
      </Section>
      <Section title="What it is">
        <p className="f-service-text">{service.description || <span className="f-dim">Not described yet.</span>}</p>
      </Section>
      <Items items={items} clientId={service.client.id} />
      <Section title="What is announced">
        <p className="f-plain">
          <Link to="/announcements" search={{ client: service.client.id, service: service.service.id } as never}>
            Announcements about it
          </Link>
          {' · '}
          <Link to="/service-status" search={{ client: service.client.id } as never}>
            Service status
          </Link>
        </p>
      </Section>
      <Dialog title="What this client has by itself" opened={editing} onClose={() => setEditing(false)}>
        <OwnForm service={service} onClose={() => setEditing(false)} />
      </Dialog>
    </>
  );
}

function Items({ items, clientId }: { items: ClientService['items']; clientId: string }) {
  return (
    <Section title="Items that stand for it">
      {items.length === 0 ? (
        <p className="f-plain f-dim">
          None. Say on an item’s page, under{' '}
          <Link to="/estate" search={{ client: clientId } as never}>
            Estate
          </Link>
          , which service it stands for; its alerts then count here.
        </p>
      ) : (
        <ul className="f-service-links">
          {items.map(({ id, name, className, alerts }) => (
            <li key={id}>
              <Link to="/estate/$id" params={{ id }}>
                <bdi>{name}</bdi>
              </Link>{' '}
              <span className="f-dim">{className}</span>{' '}
              {alerts > 0 && <Badge color="red">{alerts === 1 ? '1 alert' : `${alerts} alerts`}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Changes({ changes }: { changes: ClientService['changes'] }) {
  return (
    <Section title="Changes of the last 90 days">
      {changes.length === 0 ? (
        <p className="f-plain f-dim">None touched it.</p>
      ) : (
        <ul className="f-service-links">
          {changes.map(({ id, key, title, outcome, at, status }) => (
            <li key={id}>
              <Link to="/tickets/$key" params={{ key }}>
                {key}
              </Link>{' '}
              <bdi>{title}</bdi>{' '}
              <span className="f-dim">
                {inWords(outcome ?? status)}
                {at && (
                  <>
                    {' · '}
                    <TimeAgo at={at} long />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
