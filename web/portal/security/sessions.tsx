import { Button } from '@mantine/core';
import { deviceOf } from '#shared/device-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Say, t } from '../words/t.ts';

const CHANGED = ['GET /me/sessions'] as const;
const said = (userAgent: string) =>
  deviceOf(userAgent, {
    on: (browser, system) => t('sessions.device', { browser, system }),
    unknown: t('sessions.unknown'),
  });

/** Where somebody is signed in, and the end of it: in one place, or everywhere but here. */
export function Sessions() {
  const { data } = useGet('GET /me/sessions', {});
  const failed = t('sessions.notEnded');
  const end = useDo('DELETE /me/sessions/{id}', { failed, refresh: CHANGED });
  const endOthers = useDo('DELETE /me/sessions', { failed, refresh: CHANGED });
  if (!data) return null;
  return (
    <section aria-label={t('sessions.title')} className="f-quote">
      <h2>{t('sessions.title')}</h2>
      <ul className="f-portal-sessions">
        {data.items.map(({ id, userAgent, address, lastSeenAt, current }) => (
          <li key={id}>
            <span>
              <bdi>{said(userAgent)}</bdi>
              {current && ` (${t('sessions.here')})`}
              <br />
              <span className="f-dim">
                <Say it="sessions.seen" address={<bdi>{address}</bdi>} when={<TimeAgo at={lastSeenAt} long />} />
              </span>
            </span>
            {!current && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('sessions.endOf', { device: said(userAgent) })}
                loading={end.isPending && end.variables?.params.id === id}
                onClick={() => end.mutate({ params: { id } })}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.items.length > 1 && (
        <div className="f-portal-buttons">
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      )}
    </section>
  );
}
