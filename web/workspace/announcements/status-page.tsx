import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ServiceStatus } from '#shared/announcement.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { DaysBar } from '#web/ui/status/bar.tsx';
import { ClientTabs } from '../clients/tabs.tsx';
import { ClientFilter } from '../desk/client-filter.tsx';

import { useCan } from '../session/me.ts';
import { StateForm } from './state-form.tsx';
import { SERVICE_COLOURS, SERVICE_WORDS } from './words.ts';
import '#web/ui/form/form.css';
import './announcements.css';

const saidOf = (days: number) =>
  days === 0 ? 'Nothing was wrong in 90 days' : `Something was wrong on ${days === 1 ? '1 day' : `${days} days`} of 90`;

/** How services are: for a client, or for whomever it is worst. */
export default function ServiceStatusPage() {
  const { at, go } = useAddress();
  const may = useCan()('announcement.manage');
  const clientId = at.get('client');
  const [asked, setAsked] = useState<ServiceStatus | null>(null);
  const { data, error, refetch } = useGet('GET /service-status', { query: clientId ? { clientId } : {} });
  return (
    <>
      <PageHead title="Service status">
        <ClientTabs />
      </PageHead>
      <PageBody>
        <div className="f-announcement-filters" data-wide>
          <ClientFilter placeholder="For whomever it is worst" value={clientId} onChange={(client) => go({ client })} />
        </div>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} compact />
        ) : !data ? (
          <SkeletonLines lines={10} />
        ) : data.items.length === 0 ? (
          <EmptyState title={clientId ? 'This client has no services' : 'There are no services yet'}>
            {clientId
              ? 'Choose on the client’s page which services it has.'
              : 'Services are made under Settings; which client has which is chosen on the client’s page.'}
          </EmptyState>
        ) : (
          <ul className="f-status-list">
            {data.items.map((one) => (
              <li key={one.service.id}>
                <bdi className="f-cut">
                  <strong>{one.service.name}</strong>
                </bdi>
                <Badge color={SERVICE_COLOURS[one.state]}>{SERVICE_WORDS[one.state]}</Badge>
                {may && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`Change how ${one.service.name} is`}
                    onClick={() => setAsked(one)}
                  >
                    Change
                  </Button>
                )}
                {one.since && (
                  <span className="f-status-note f-dim">
                    Since <TimeAgo at={one.since} long />
                    {one.note && ': '}
                    {one.announcementId ? (
                      <Link to="/announcements/$id" params={{ id: one.announcementId }}>
                        <bdi>{one.note}</bdi>
                      </Link>
                    ) : (
                      <bdi>{one.note}</bdi>
                    )}
                  </span>
                )}
                <span className="f-status-days">
                  <DaysBar past={one.past} say={saidOf} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </PageBody>
      <Dialog title={`How ${asked?.service.name ?? ''} is`} opened={asked !== null} onClose={() => setAsked(null)}>
        {asked && <StateForm status={asked} clientId={clientId} onClose={() => setAsked(null)} />}
      </Dialog>
    </>
  );
}
