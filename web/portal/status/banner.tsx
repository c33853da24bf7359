import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../words/t.ts';
import { Announcement } from './announcement.tsx';
import { useAnnounced, useDismiss } from './use-announced.ts';

/** So many stand above what one came for. */
const MOST = 3;

/** What holds or is to come, until the reader puts it aside. */
export function AnnouncementBanner() {
  const items = useAnnounced().data?.items ?? [];
  const dismiss = useDismiss();
  const shown = items.filter(({ endedAt, dismissed }) => endedAt === null && !dismissed);
  if (shown.length === 0) return null;
  return (
    <section className="f-announced-list" aria-label={t('status.announcements')}>
      {shown.slice(0, MOST).map((one) => (
        <Announcement
          key={one.id}
          announcement={one}
          brief
          more={
            <>
              <Link to="/portal/status" hash={one.id} aria-label={`${t('announced.readOn')}: ${one.title}`}>
                {t('announced.readOn')}
              </Link>
              <Button
                variant="subtle"
                color="gray"
                size="compact-md"
                aria-label={`${t('announced.dismiss')}: ${one.title}`}
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
