import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { labelledIn } from '#shared/label-words.ts';
import { useGet } from '#web/api/use.ts';
import { useLanguage } from '#web/ui/words/words.ts';
import { t } from '../words/t.ts';
import { Announcement } from './announcement.tsx';
import { useAnnounced, useDismiss } from './use-announced.ts';

/** So many stand above what one came for. */
const MOST = 3;

/** What holds or is to come, until the reader puts it aside. */
export function AnnouncementBanner() {
  const { data: services } = useGet('GET /portal/service-status', {}, { staleTime: 60_000 });
  const items = useAnnounced().data?.items ?? [];
  const dismiss = useDismiss();
  const language = useLanguage();
  const shown = items.filter(({ endedAt, dismissed }) => endedAt === null && !dismissed);
  const troubled =
    services?.items.filter(({ state, announcementId }) => state !== 'operational' && !announcementId) ?? [];
  if (shown.length === 0 && troubled.length === 0) return null;
  return (
    <section className="f-announced-list" aria-label={t('status.announcements')}>
      {troubled.map(({ service, state, note }) => (
        <p key={service.id} className="f-portal-facts f-announced">
          <span>
            <bdi className="f-announced-kind">{service.name}</bdi>{' '}
            <span className="f-service-state" data-state={state}>
              {t(`status.${state}`)}
            </span>
          </span>
          {note && <bdi>{note}</bdi>}
          <Link to="/portal/status">{t('frame.status')}</Link>
        </p>
      ))}
      {shown.slice(0, MOST).map((one) => (
        <Announcement
          key={one.id}
          announcement={one}
          brief
          more={
            <>
              <Link
                to="/portal/status"
                hash={one.id}
                aria-label={labelledIn(language, t('announced.readOn'), one.title)}
              >
                {t('announced.readOn')}
              </Link>
              <Button
                variant="subtle"
                color="gray"
                size="compact-md"
                aria-label={labelledIn(language, t('announced.dismiss'), one.title)}
                onClick={() =>
                  dismiss.mutate({ params: { id: one.id }, body: { dismissed: true, seen: one.updates.length } })
                }
              >
                {t('announced.dismiss')}
              </Button>
            </>
          }
        />
      ))}
      {shown.length > MOST && <Link to="/portal/status">{t('announced.all')}</Link>}
    </section>
  );
}
