import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PortalInvoiceView } from '#shared/portal-billing.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';
import { InvoiceLines } from './invoice-lines.tsx';
import '#web/ui/answers/answers.css';
import { billDay, billMoney } from '../bills.ts';
import { stateWords } from './words.ts';

/** One invoice: what it charges, the work in it, what was paid, and how to pay the rest. */
export default function InvoicePage() {
  const { id } = useParams({ from: '/portal/invoices/$id' });
  const { data, error, refetch } = useGet('GET /portal/invoices/{id}', { params: { id } });
  return (
    <>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data && <Invoice invoice={data} />}
      <p>
        <Link to="/portal/invoices">{t('invoices.back')}</Link>
      </p>
    </>
  );
}

function Invoice({ invoice }: { invoice: PortalInvoiceView }) {
  const { id, number, kind, currency, open, seller } = invoice;
  const isCredit = kind === 'credit';
  const title = `${t(isCredit ? 'invoices.credit' : 'invoices.invoice')} ${number}`;
  return (
    <>
      <Title of={title} />
      <div className="f-portal-head">
        <h1>{title}</h1>
        <Button component="a" variant="default" href={`/api/v1/portal/invoices/${id}/pdf`} download>
          {t('invoices.pdf')}
        </Button>
      </div>
      <article className="f-quote" aria-label={title}>
        <dl>
          {factsOf(invoice).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        <InvoiceLines invoice={invoice} />
        {invoice.payments.map(({ paidOn, amount }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be paid twice on a day; they stand in this order
          <p key={nth}>
            {t('invoices.paidOn', { day: billDay(paidOn) })}: {billMoney({ minor: amount, currency })}
          </p>
        ))}
        {!isCredit && open > 0 && seller.payTo && (
          <section aria-label={t('invoices.howToPay')}>
            <h2 className="f-portal-heading">{t('invoices.howToPay')}</h2>
            <p className="f-portal-note" dir="auto">
              {seller.payTo}
            </p>
          </section>
        )}
      </article>
    </>
  );
}

function factsOf(invoice: PortalInvoiceView): [string, ReactNode][] {
  const { kind, state, issuedOn, dueOn, reason, credits, creditedBy, open, currency } = invoice;
  const facts: (readonly [string, ReactNode] | false)[] = [
    kind !== 'credit' && [t('invoices.state'), stateWords(state)],
    [t('invoices.issued'), billDay(issuedOn)],
    kind !== 'credit' && [t('invoices.dueOn'), billDay(dueOn)],
    kind !== 'credit' && open !== 0 && [t('invoices.stillOpen'), billMoney({ minor: open, currency })],
    reason !== '' && [t('invoices.because'), reason],
    credits !== null && [t('invoices.credit'), <Other key="of" of={credits} words="invoices.credits" />],
    creditedBy.length > 0 && [
      t('invoices.credit'),
      creditedBy.map((one) => <Other key={one.id} of={one} words="invoices.creditedBy" />),
    ],
  ];
  return facts.filter((fact) => fact !== false).map(([name, value]) => [name, value]);
}

function Other({
  of: { id, number },
  words,
}: {
  of: { id: string; number: string };
  words: 'invoices.credits' | 'invoices.creditedBy';
}) {
  return (
    <div>
      <Link to="/portal/invoices/$id" params={{ id }}>
        {t(words, { number })}
      </Link>
    </div>
  );
}
