import { Link } from '@tanstack/react-router';
import type { PlannedWork as Work } from '#shared/change.ts';
import { useGet } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Say, t } from '../words/t.ts';

/** What is planned on what the company has, what comes first at the top; and folded what became of it of late, the latest first. */
export function PlannedWork() {
  const { data } = useGet('GET /portal/planned-work', {});
  if (!data || data.items.length === 0) return null;
  const past = data.items.filter(({ state }) => PAST.has(state));
  const coming = data.items.filter(({ state }) => !PAST.has(state));
  return (
    <section className="f-announced-list" aria-labelledby="planned-work">
      <h2 id="planned-work" className="f-portal-heading">
        {t('planned.title')}
      </h2>
      {coming.length > 0 && <Works works={coming} />}
      {past.length > 0 && (
        <details className="f-folding">
          <summary>{t('status.over')}</summary>
          <Works works={past.toReversed()} />
        </details>
      )}
    </section>
  );
}

const PAST: ReadonlySet<Work['state']> = new Set<Work['state']>(['done', 'taken_back', 'called_off']);

function Works({ works }: { works: readonly Work[] }) {
  return (
    <ul className="f-portal-known">
      {works.map((work) => (
        <li key={work.id}>
          <Link to="/portal/planned/$id" params={{ id: work.id }} className="f-portal-title">
            <bdi>{work.title}</bdi>
          </Link>
          <span className="f-dim">
            {t(`planned.${work.state}`)} · <When work={work} />
          </span>
          {work.waitsForMe && <Link to="/portal/approvals">{t('planned.decide')}</Link>}
        </li>
      ))}
    </ul>
  );
}

/** In which window it is; since when, where nobody knows until when. */
export function When({ work: { fromAt, untilAt } }: { work: Work }) {
  if (fromAt === null) return t('planned.notSaid');
  if (untilAt === null) return <Say it="announced.from" from={<TimeAgo at={fromAt} long />} />;
  return <Say it="announced.fromUntil" from={<TimeAgo at={fromAt} long />} until={<TimeAgo at={untilAt} long />} />;
}
