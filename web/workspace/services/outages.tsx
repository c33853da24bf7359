import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutageView } from '#shared/service.ts';
import { useDo } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { useCan } from '../session/me.ts';
import { OutageForm } from './outage-form.tsx';
import { TOUCHED } from './touched.ts';
import { SOURCE_WORDS } from './words.ts';

type Props = { serviceId: string; clientId: string | null };

/** When a service was not there, the newest beginning first; at one client they can be recorded and changed. */
export function Outages({ serviceId, clientId }: Props) {
  const may = useCan()('service.manage');
  const [asked, setAsked] = useState<OutageView | 'new' | null>(null);
  const query = clientId ? { clientId, serviceId } : { serviceId };
  const { rows, more, reading } = usePages('GET /outages', query);
  return (
    <Section
      title="Outages"
      actions={
        may &&
        clientId && (
          <Button variant="default" size="compact-sm" onClick={() => setAsked('new')}>
            Record an outage
          </Button>
        )
      }
    >
      {reading.error && <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />}
      {reading.isPending && <SkeletonLines lines={3} />}
      {!reading.isPending && !reading.error && rows.length === 0 && <p className="f-plain f-dim">None is recorded.</p>}
      {rows.length > 0 && (
        <ul className="f-outages">
          {rows.map((outage) => (
            <Outage
              key={outage.id}
              outage={outage}
              ofClient={clientId !== null}
              {...(may ? { onEdit: () => setAsked(outage) } : {})}
            />
          ))}
        </ul>
      )}
      {more && (
        <Button variant="default" size="compact-sm" className="f-service-start" onClick={more}>
          Show earlier ones
        </Button>
      )}
      <Dialog
        title={asked === 'new' ? 'Record an outage' : 'Change the outage'}
        opened={asked !== null}
        onClose={() => setAsked(null)}
      >
        {asked && (
          <OutageForm
            at={{ serviceId, clientId: asked === 'new' ? (clientId ?? '') : asked.client.id }}
            outage={asked === 'new' ? null : asked}
            onClose={() => setAsked(null)}
          />
        )}
      </Dialog>
    </Section>
  );
}

function Outage({ outage, ofClient, onEdit }: { outage: OutageView; ofClient: boolean; onEdit?: () => void }) {
  const { id, title, planned, share, source, from, cause, told, version } = outage;
  const withdraw = useDo('POST /outages/{id}/withdraw', { failed: 'Not withdrawn', refresh: TOUCHED });
  const sure = async () => {
    const yes = await confirm({
      title: 'Was it no outage?',
      body: 'It counts no more, and stays to be read by the API and in the audit trail.',
      action: 'Withdraw it',
      danger: true,
    });
    if (yes) withdraw.mutate({ params: { id }, body: { version } });
  };
  return (
    <li>
      <div>
        <strong>
          <bdi>{title}</bdi>
        </strong>{' '}
        {isRunning(outage) && <Badge color={planned ? 'blue' : 'red'}>Now</Badge>}{' '}
        {planned && <Badge color="gray">Planned</Badge>}{' '}
        {share < 100 && <Badge color="yellow">{share} % missing</Badge>}
      </div>
      <p className="f-dim">
        <When outage={outage} />
        {!ofClient && (
          <>
            {' · '}
            <Link to="/clients/$id/services/$serviceId" params={{ id: outage.client.id, serviceId: outage.service.id }}>
              <bdi>{outage.client.name}</bdi>
            </Link>
          </>
        )}
        {source !== 'hand' && (
          <>
            {' · '}
            {SOURCE_WORDS[source]}
            {from && source === 'announcement' && (
              <>
                :{' '}
                <Link to="/announcements/$id" params={{ id: from.id }}>
                  {from.title}
                </Link>
              </>
            )}
            {from?.key && (
              <>
                :{' '}
                <Link to="/tickets/$key" params={{ key: from.key }}>
                  {from.key}
                </Link>
              </>
            )}
          </>
        )}
        {!told && ' · Not told to the client’s people'}
      </p>
      {cause && <p className="f-service-cause">{cause}</p>}
      <Links outage={outage} />
      {onEdit && (
        <div className="f-row-of-buttons">
          <Button variant="default" size="compact-sm" aria-label={`Change ${title}`} onClick={onEdit}>
            Change
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={`Withdraw ${title}`}
            loading={withdraw.isPending}
            onClick={() => void sure()}
          >
            Withdraw…
          </Button>
        </div>
      )}
    </li>
  );
}

const isRunning = ({ beganAt, endedAt }: OutageView): boolean =>
  Date.parse(beganAt) <= Date.now() && (endedAt === null || Date.parse(endedAt) > Date.now());

function When({ outage: { beganAt, endedAt } }: { outage: OutageView }) {
  const reader = useReader();
  const say = (at: string) => dayAndTime(at, Date.now(), reader);
  return <>{endedAt ? `${say(beganAt)} to ${say(endedAt)}` : `Since ${say(beganAt)}`}</>;
}

/** What it has to do with. */
function Links({ outage: { tickets, alerts, announcements } }: { outage: OutageView }) {
  if (tickets.length + alerts.length + announcements.length === 0) return null;
  return (
    <ul className="f-service-links">
      {tickets.map(({ id, key, title }) => (
        <li key={id}>
          <Link to="/tickets/$key" params={{ key: key ?? id }}>
            {key}
          </Link>{' '}
          <bdi>{title}</bdi>
        </li>
      ))}
      {alerts.map(({ id, title }) => (
        <li key={id}>
          <Link to="/alerts/$id" params={{ id }}>
            <bdi>{title}</bdi>
          </Link>
        </li>
      ))}
      {announcements.map(({ id, title }) => (
        <li key={id}>
          <Link to="/announcements/$id" params={{ id }}>
            <bdi>{title}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
