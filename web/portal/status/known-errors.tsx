import { useGet } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { expectRich, Rich } from '../rich.tsx';
import { Say, t } from '../words/t.ts';

expectRich();

/** What is known not to work at the company, and what helps until it is mended. */
export function KnownErrors() {
  const { data } = useGet('GET /portal/known-errors', {});
  if (!data || data.items.length === 0) return null;
  return (
    <section className="f-announced-list" aria-labelledby="known-errors">
      <h2 id="known-errors" className="f-portal-heading">
        {t('status.knownErrors')}
      </h2>
      <p className="f-dim f-portal-known-help">{t('status.knownErrorsHelp')}</p>
      <ul className="f-portal-known">
        {data.items.map(({ id, title, symptoms, workaround, service, updatedAt }) => (
          <li key={id}>
            <bdi className="f-portal-title">{title}</bdi>
            <span className="f-dim">
              {service && (
                <>
                  <bdi>{service}</bdi>
                  {' · '}
                </>
              )}
              <Say it="status.since" when={<TimeAgo at={updatedAt} long />} />
            </span>
            {symptoms && <p className="f-portal-known-text">{symptoms}</p>}
            {workaround ? <Rich html={workaround} /> : <p className="f-dim">{t('status.nothingHelps')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
