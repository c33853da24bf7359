import { Link } from '@tanstack/react-router';
import type { CatalogueCard } from '#shared/request.ts';
import { useGet } from '#web/api/use.ts';
import { moneyWords } from '#web/ui/answers/money.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { ItemIcon } from '#web/ui/marks/item-icon.tsx';
import { Title } from './title.tsx';
import { t } from './words/t.ts';

/** What somebody may ask for, in plain words. */
export default function PortalCataloguePage() {
  const { data, error, refetch } = useGet('GET /portal/catalogue', {});
  const headings = Map.groupBy(data?.items ?? [], ({ heading }) => heading || t('catalogue.more'));
  return (
    <>
      <Title of={t('catalogue.title')} />
      <div className="f-portal-head">
        <h1>{t('catalogue.heading')}</h1>
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data?.items.length === 0 && <EmptyState title={t('catalogue.none')}>{t('catalogue.noneHelp')}</EmptyState>}
      {[...headings].map(([heading, items]) => (
        <section key={heading} aria-label={heading}>
          <h2 className="f-portal-heading">{heading}</h2>
          <ul className="f-portal-cards">
            {items.map((item) => (
              <li key={item.id}>
                <Card item={item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Card({ item }: { item: CatalogueCard }) {
  return (
    <Link to="/portal/catalogue/$id" params={{ id: item.id }} className="f-portal-card">
      <ItemIcon icon={item.icon} />
      <span className="f-portal-title">
        <bdi>{item.name}</bdi>
      </span>
      {item.summary && <span className="f-dim">{item.summary}</span>}
      <span className="f-portal-facts">
        {item.price && <span>{moneyWords(item.price)}</span>}
        {item.deliveryDays !== null && <span className="f-dim">{daysWords(item.deliveryDays)}</span>}
        {item.needsApproval && <span className="f-dim">{t('catalogue.needsApproval')}</span>}
      </span>
    </Link>
  );
}

const daysWords = (days: number): string =>
  days === 0 ? t('catalogue.sameDay') : t('catalogue.days', { count: days });
