import { Badge, Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { OfferingView, ServiceHealth } from '#shared/service.ts';
import { useGet } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { IMPORTANCE_NAMES } from '../desk/importance.ts';
import { ImprovementsAbout } from '../improvements/improvements-about.tsx';
import { useCan, useMe } from '../session/me.ts';
import { OfferingForm } from './offering-form.tsx';
import { Outages } from './outages.tsx';
import { Available, HealthBadge } from './parts.tsx';
import { STAGE_WORDS } from './words.ts';
import './services.css';

/** A service as it is offered: what is promised, who has it, and how it goes there. */
export default function OfferingPage() {
  const { id } = useParams({ from: '/workspace/services/$id' });
  const can = useCan();
  const { allClients } = useMe();
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useGet('GET /service-offerings/{id}', { params: { id } });
  const mayEdit = can('service.manage') && allClients && data !== undefined;
  useShortcuts(
    [{ combo: 'e', label: 'Edit the service', group: 'Service', opens: 'dialogue', run: () => setEditing(true) }],
    mayEdit,
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <>
        <PageHead title="Service" />
        <PageBody aside={<SkeletonLines lines={6} />}>
          <SkeletonLines lines={10} />
        </PageBody>
      </>
    );
  return (
    <>
      <PageHead title={data.name} actions={mayEdit && <Button onClick={() => setEditing(true)}>Edit</Button>}>
        {data.stage !== 'offered' && <Badge color="gray">{STAGE_WORDS[data.stage]}</Badge>}
      </PageHead>
      <PageBody aside={<About offering={data} />}>
        <p className="f-plain">
          <Link to="/services">All services</Link>
        </p>
        <p className="f-service-text">{data.description || <span className="f-dim">Not described yet.</span>}</p>
        <Consumers serviceId={id} />
        <Outages serviceId={id} clientId={null} />
        <ImprovementsAbout kind="service" id={id} name={data.name} clientId={null} />
      </PageBody>
      <Dialog title={`Edit ${data.name}`} opened={editing} onClose={() => setEditing(false)}>
        <OfferingForm offering={data} onClose={() => setEditing(false)} />
      </Dialog>
    </>
  );
}

function About({ offering }: { offering: OfferingView }) {
  const { owner, team, importance, calendarName, availabilityTarget, plannedCounts, levels, availability } = offering;
  const maySee = useCan()('settings.read');
  return (
    <>
      <Section title="What is promised">
        <Facts
          facts={[
            ['Agreed hours', calendarName],
            ['Availability target', availabilityTarget === null ? 'None' : `${availabilityTarget} %`],
            ['Planned outages', plannedCounts ? 'Count as downtime' : 'Do not count'],
            [
              'There this month',
              availability !== null && <Available percent={availability} target={availabilityTarget} />,
            ],
            [
              'Service levels',
              levels.length > 0 && (
                <ul className="f-service-links">
                  {levels.map(({ id, name }) => (
                    <li key={id}>
                      {maySee ? (
                        <Link to="/settings/policies/$id" params={{ id }}>
                          <bdi>{name}</bdi>
                        </Link>
                      ) : (
                        <bdi>{name}</bdi>
                      )}
                    </li>
                  ))}
                </ul>
              ),
            ],
          ]}
        />
      </Section>
      <Section title="About">
        <Facts
          facts={[
            ['Stage', STAGE_WORDS[offering.stage]],
            ['Owner', owner?.name ?? 'Nobody'],
            ['Team', team?.name],
            ['Importance', IMPORTANCE_NAMES[importance]],
          ]}
        />
      </Section>
    </>
  );
}

/** Who has it, whoever it does worst at first. */
function Consumers({ serviceId }: { serviceId: string }) {
  const { rows, more, reading } = usePages('GET /service-health', { serviceId });
  return (
    <Section title="Clients that have it" help="Whoever it does worst at stands first; open one to see why.">
      {reading.error && <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />}
      {reading.isPending && <SkeletonLines lines={4} />}
      {!reading.isPending && !reading.error && rows.length === 0 && (
        <p className="f-plain f-dim">No client has it yet. Choose on a client’s page which services it has.</p>
      )}
      {rows.length > 0 && (
        <ul className="f-consumers">
          {rows.map((one) => (
            <Consumer key={one.client.id} one={one} />
          ))}
        </ul>
      )}
      {more && (
        <Button variant="default" size="compact-sm" className="f-service-start" onClick={more}>
          Show more
        </Button>
      )}
    </Section>
  );
}

function Consumer({ one: { client, service, level, reasons, availability, target } }: { one: ServiceHealth }) {
  return (
    <li>
      <Link to="/clients/$id/services/$serviceId" params={{ id: client.id, serviceId: service.id }} className="f-cut">
        <bdi>{client.name}</bdi>
      </Link>
      <HealthBadge level={level} />
      <Available percent={availability} target={target} />
      {reasons.length > 0 && <span className="f-dim">{reasons.map(({ text }) => text).join(' ')}</span>}
    </li>
  );
}
