import { Button } from '@mantine/core';
import type { ServiceStatus } from '#shared/announcement.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { DaysBar } from '#web/ui/status/bar.tsx';
import { Title } from '../title.tsx';
import { Say, t } from '../words/t.ts';
import { Announcement } from './announcement.tsx';
import { Availability } from './availability.tsx';
import { Folding } from './folding.tsx';
import { KnownErrors } from './known-errors.tsx';
import { PlannedWork } from './planned-work.tsx';
import { useAnnounced, useWantMail } from './use-announced.ts';

/** How the company's services are, what is announced, and what is over. */
export default function PortalStatusPage() {
  const announced = useAnnounced();
  const status = useGet('GET /portal/service-status', {});
  const error = announced.error ?? status.error;
  const now = announced.data?.items.filter(({ endedAt }) => endedAt === null) ?? [];
  const over = announced.data?.items.filter(({ endedAt }) => endedAt !== null) ?? [];
  return (
    <>
      <Title of={t('frame.status')} />
      <div className="f-portal-head">
        <h1>{t('frame.status')}</h1>
      </div>
      {error ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void announced.refetch();
            void status.refetch();
          }}
        />
      ) : !announced.data || !status.data ? (
        <SkeletonLines lines={10} />
      ) : (
        <>
          <section className="f-announced-list" aria-labelledby="announcements">
            <h2 id="announcements" className="f-portal-heading">
              {t('status.announcements')}
            </h2>
            {now.length === 0 && <EmptyState title={t('status.nothing')}>{t('status.nothingHelp')}</EmptyState>}
            {now.map((one) => (
              <Announcement key={one.id} announcement={one} />
            ))}
            <MailWanted wanted={announced.data.mail} />
          </section>
          <section aria-labelledby="services">
            <h2 id="services" className="f-portal-heading">
              {t('status.services')}
            </h2>
            {status.data.items.length === 0 ? (
              <p className="f-dim">{t('status.noServices')}</p>
            ) : (
              <ul className="f-services">
                {status.data.items.map((one) => (
                  <Service key={one.service.id} status={one} />
                ))}
              </ul>
            )}
          </section>
          <KnownErrors />
          <PlannedWork />
          <Availability />
          {over.length > 0 && (
            <Folding id="over" title={t('status.over')}>
              {over.map((one) => (
                <Announcement key={one.id} announcement={one} />
              ))}
            </Folding>
          )}
        </>
      )}
    </>
  );
}

function Service({ status: { service, state, since, note, announcementId, past } }: { status: ServiceStatus }) {
  return (
    <li>
      <bdi className="f-portal-title">{service.name}</bdi>
      <span className="f-service-state" data-state={state}>
        {t(`status.${state}`)}
      </span>
      {since && (
        <span className="f-service-note f-dim">
          <Say it="status.since" when={<TimeAgo at={since} long />} />
          {note && ' · '}
          {announcementId ? (
            <a href={`#${announcementId}`}>
              <bdi>{note}</bdi>
            </a>
          ) : (
            <bdi>{note}</bdi>
          )}
        </span>
      )}
      <span className="f-service-days">
        <DaysBar
          past={past}
          say={(count) => (count === 0 ? t('status.noTrouble') : t('status.troubledDays', { count }))}
        />
      </span>
    </li>
  );
}

/** Whether the reader wants mail about announcements at all. */
function MailWanted({ wanted }: { wanted: boolean }) {
  const want = useWantMail();
  return (
    <p className="f-portal-facts f-dim">
      {wanted ? t('announced.mailOn') : t('announced.mailOff')}
      <Button
        variant="default"
        size="compact-sm"
        loading={want.isPending}
        onClick={() => want.mutate({ body: { wanted: !wanted } })}
      >
        {wanted ? t('announced.noMail') : t('announced.mailAgain')}
      </Button>
    </p>
  );
}
