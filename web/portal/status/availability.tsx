import type { PortalServices } from '#shared/service.ts';
import { useGet } from '#web/api/use.ts';
import { useNarrow } from '#web/ui/frame/use-narrow.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useLanguage } from '#web/ui/words/words.ts';
import { Say, t } from '../words/t.ts';
import { Folding, ONE_COLUMN } from './folding.tsx';

type Service = PortalServices['items'][number];

/** How much of the agreed time each service of the company was there, of the last months; the latest first. */
export function Availability() {
  const { data } = useGet('GET /portal/services', {});
  const narrow = useNarrow(ONE_COLUMN);
  const told = data?.items.filter(({ months }) => months.length > 0) ?? [];
  return (
    <>
      {told.length > 0 && (
        <section aria-labelledby="availability">
          <h2 id="availability" className="f-portal-heading">
            {t('status.months')}
          </h2>
          <ul className="f-services">
            {told.map((one) => (
              <li key={one.service.id}>
                {narrow ? (
                  <details className="f-folding">
                    <summary>
                      <bdi className="f-portal-title">{one.service.name}</bdi>
                      <Latest months={one.months} />
                    </summary>
                    <Months months={one.months} />
                  </details>
                ) : (
                  <>
                    <bdi className="f-portal-title">{one.service.name}</bdi>
                    <Months months={one.months} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {data && data.outages.length > 0 && <Outages outages={data.outages} />}
    </>
  );
}

/** The month that says how it is now, beside the name of a folded service. */
function Latest({ months }: Pick<Service, 'months'>) {
  const language = useLanguage();
  const percent = months.at(-1)?.percent ?? null;
  return <span className="f-dim">{percentWords(percent, language)}</span>;
}

const percentWords = (percent: number | null, language: string): string =>
  percent === null ? t('status.nothingAgreed') : t('status.percent', { percent: cut(percent, language) });

function Months({ months }: Pick<Service, 'months'>) {
  const language = useLanguage();
  const name = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (
    <dl className="f-service-months">
      {months.toReversed().map(({ month, percent }) => (
        <div key={month}>
          <dt>{name.format(new Date(`${month}-01T00:00:00Z`))}</dt>
          <dd>{percentWords(percent, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Cut, not rounded, so that nothing that was interrupted reads as all of it; with the decimal sign of the reader's language. */
const cut = (percent: number, language: string): string =>
  (Math.floor(percent * 100 + 1e-6) / 100).toLocaleString(language, { maximumFractionDigits: 2 });

function Outages({ outages }: Pick<PortalServices, 'outages'>) {
  return (
    <Folding id="outages" title={t('status.outages')}>
      <ul className="f-portal-known">
        {outages.map(({ id, service, title, beganAt, endedAt, planned, share }) => (
          <li key={id}>
            <bdi className="f-portal-title">{title}</bdi>
            <span className="f-dim">
              <bdi>{service.name}</bdi>
              {' · '}
              {endedAt ? (
                <Say
                  it="announced.fromUntil"
                  from={<TimeAgo at={beganAt} long />}
                  until={<TimeAgo at={endedAt} long />}
                />
              ) : (
                <Say it="announced.from" from={<TimeAgo at={beganAt} long />} />
              )}
              {planned && ` · ${t('status.planned')}`}
              {share < 100 && ` · ${t('status.share', { percent: String(share) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Folding>
  );
}
