import { Link } from '@tanstack/react-router';
import type { PortalQuoteRow } from '#shared/quote.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { billDay } from '../bills.ts';
import { PagedList } from '../paged-list.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { Contracts } from './contracts.tsx';
import { ForSigners } from './for-signers.tsx';
import { stateWords, worthWords } from './words.ts';

/** What the company was offered, and where each stands. */
export default function QuotesPage() {
  return (
    <>
      <Title of={t('frame.quotes')} />
      <div className="f-portal-head">
        <h1>{t('frame.quotes')}</h1>
      </div>
      <ForSigners>
        <Contracts />
        <Quotes />
      </ForSigners>
    </>
  );
}

function Quotes() {
  const { rows, more, reading } = usePages('GET /portal/quotes', {});
  return (
    <PagedList
      {...{ rows, more, reading }}
      none={<EmptyState title={t('quotes.none')}>{t('quotes.noneHelp')}</EmptyState>}
      line={(quote) => <QuoteLine key={quote.id} quote={quote} />}
    />
  );
}

function QuoteLine({ quote }: { quote: PortalQuoteRow }) {
  const { id, number, title, state, validUntil } = quote;
  return (
    <li>
      <Link to="/portal/quotes/$id" params={{ id }}>
        <span className="f-portal-title">
          <span className="f-dim">{number}</span> <bdi>{title}</bdi>
        </span>
        <span className="f-portal-facts">
          <strong>{worthWords(quote)}</strong>
          <span>{stateWords(state)}</span>
          {state === 'sent' && <span className="f-dim">{t('quotes.untilDay', { day: billDay(validUntil) })}</span>}
        </span>
      </Link>
    </li>
  );
}
