import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { chosenAtFirst, sumOffers, takenOf } from '#kernel/quote.ts';
import { minorDigits } from '#shared/money-words.ts';
import type { PortalQuoteView } from '#shared/quote.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { billDay } from '../bills.ts';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { Decide } from './decide.tsx';
import { ForSigners } from './for-signers.tsx';
import { OfferedLines } from './offered-lines.tsx';
import { stateWords } from './words.ts';
import '#web/ui/answers/answers.css';
import './quotes.css';

/** One quote: what is offered, what of it may be chosen, what that comes to, and accepting it by a signature. */
export default function QuotePage() {
  return (
    <>
      <ForSigners>
        <SentQuote />
      </ForSigners>
      <p>
        <Link to="/portal/quotes">{t('quotes.back')}</Link>
      </p>
    </>
  );
}

function SentQuote() {
  const { id } = useParams({ from: '/portal/quotes/$id' });
  const { data, error, refetch } = useGet('GET /portal/quotes/{id}', { params: { id } });
  if (data) return <Quote key={data.state} quote={data} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonLines lines={8} />;
}

function Quote({ quote }: { quote: PortalQuoteView }) {
  const { id, number, title, state, lines, currency, introduction, terms } = quote;
  const isOpen = state === 'sent';
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => chosenAtFirst(lines));
  const called = t('quotes.quote', { number });
  const taken = isOpen ? takenOf(lines, chosen) : lines.filter((line) => line.taken !== false);
  const offered = taken.map((line) => ({ ...line, cost: null }));
  const digits = minorDigits(currency);
  const sums = isOpen
    ? { once: sumOffers(offered, 'once', digits), monthly: sumOffers(offered, 'monthly', digits) }
    : { once: quote.once, monthly: quote.monthly };
  return (
    <>
      <Title of={`${called}: ${title}`} />
      <div className="f-portal-head">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <Button component="a" variant="default" href={`/api/v1/portal/quotes/${id}/pdf`} download>
          {t('quotes.pdf')}
        </Button>
      </div>
      <article className="f-quote" aria-label={called}>
        <dl>
          {factsOf(quote, called).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        {introduction && (
          <p className="f-portal-note" dir="auto">
            {introduction}
          </p>
        )}
        {(['once', 'monthly'] as const).map((billed) => (
          <OfferedLines
            key={billed}
            {...{ billed, currency, chosen }}
            lines={lines.filter((line) => line.billed === billed)}
            sums={sums[billed]}
            onChoose={isOpen ? setChosen : undefined}
          />
        ))}
        {terms && (
          <section aria-label={t('quotes.terms')}>
            <h2 className="f-portal-heading">{t('quotes.terms')}</h2>
            <p className="f-portal-note" dir="auto">
              {terms}
            </p>
          </section>
        )}
        {isOpen && <Decide id={id} chosen={chosen} worth={{ ...sums, currency }} />}
      </article>
    </>
  );
}

function factsOf(quote: PortalQuoteView, called: string): [string, ReactNode][] {
  const { state, revision, validUntil, seller, declineReason, signature } = quote;
  const facts: (readonly [string, ReactNode] | false)[] = [
    [called, revision > 1 ? t('quotes.version', { revision: String(revision) }) : seller.name],
    [t('quotes.state'), stateWords(state)],
    [t('quotes.until'), billDay(validUntil)],
    declineReason !== '' && [t('quotes.reason'), declineReason],
    signature !== null && [
      t('quotes.accepted'),
      t('quotes.signedBy', { name: signature.name, day: billDay(signature.signedAt.slice(0, 10)) }),
    ],
    signature !== null && [
      t('quotes.checksum'),
      <code key="sum" className="f-quote-sum">{`SHA-256 ${signature.sha256}`}</code>,
    ],
  ];
  return facts.filter((fact) => fact !== false).map(([name, value]) => [name, value]);
}
