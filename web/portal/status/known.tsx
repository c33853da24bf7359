import { t } from '../words/t.ts';
import { Announcement } from './announcement.tsx';
import { useAnnounced, useMailed } from './use-announced.ts';

/** What is known already of the service that somebody is about to report: following it spares the asking. */
export function KnownTrouble({ serviceId }: { serviceId: string | null }) {
  const items = useAnnounced().data?.items ?? [];
  const mailed = useMailed();
  const now = Date.now();
  const known = items.filter(
    ({ kind, endedAt, fromAt, services }) =>
      kind !== 'notice' &&
      endedAt === null &&
      Date.parse(fromAt) <= now &&
      (serviceId === null || services.length === 0 || services.some(({ id }) => id === serviceId)),
  );
  if (known.length === 0) return null;
  return (
    <section className="f-announced-list" aria-label={t('announced.known')}>
      <h2>{t('announced.known')}</h2>
      <p>{mailed ? t('announced.knownHelp') : t('announced.knownHelpUnmailed', { status: t('frame.status') })}</p>
      {known.map((one) => (
        <Announcement key={one.id} announcement={one} />
      ))}
    </section>
  );
}
