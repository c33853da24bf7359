import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { When } from './planned-work.tsx';
import './status.css';

/** One piece of planned work: what is worked on, when, what it means for the company, and whether its people agreed. */
export default function PlannedPage() {
  const { id } = useParams({ from: '/portal/planned/$id' });
  const { data, error, refetch } = useGet('GET /portal/planned-work', {});
  const work = data?.items.find((one) => one.id === id);
  const facts: (readonly [string, ReactNode])[] = work
    ? [
        [t('planned.state'), t(`planned.${work.state}`)],
        [t('planned.when'), <When key="when" work={work} />],
        [t('planned.touches'), [...work.items, ...work.services].join(', ') || null],
        [t('planned.means'), work.means || null],
        [t('planned.approval'), work.asked && t(`planned.${work.asked}`)],
      ]
    : [];
  return (
    <>
      <Title of={work?.title ?? t('planned.title')} />
      <div className="f-portal-head">
        <h1>{work ? <bdi>{work.title}</bdi> : t('planned.title')}</h1>
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && !work && <EmptyState title={t('planned.gone')} />}
      {work && (
        <article className="f-quote" aria-label={work.title}>
          {work.outage && <p>{t('planned.outage')}</p>}
          <dl>
            {facts.map(([name, value]) =>
              value === null ? null : (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd className="f-portal-note" dir="auto">
                    {value}
                  </dd>
                </div>
              ),
            )}
          </dl>
          {work.waitsForMe && (
            <p>
              <Link to="/portal/approvals">{t('planned.decide')}</Link>
            </p>
          )}
        </article>
      )}
      <p>
        <Link to="/portal/status">{t('planned.back')}</Link>
      </p>
    </>
  );
}
