import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { InvoiceView } from '#shared/billing.ts';
import { INVOICE_STATE_WORDS } from '#shared/billing-words.ts';
import { taxNumberOf } from '#shared/party-words.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../session/me.ts';
import { BookedFact } from './accounting/booked-fact.tsx';
import { CreditForm } from './credit-form.tsx';
import { InvoiceLink } from './invoice-link.tsx';
import { InvoiceMails, SendInvoice } from './mails.tsx';
import { money, shortDay } from './money.ts';
import { PaymentForm } from './payment-form.tsx';
import { BillLines, BillSum } from './why-lines.tsx';
import './billing.css';

/** One invoice: what it charges and why, and what settled it. */
export default function InvoicePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useGet('GET /invoices/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    );
  return <Invoice invoice={data} />;
}

function Invoice({ invoice }: { invoice: InvoiceView }) {
  const can = useCan();
  const [doing, setDoing] = useState<'payment' | 'credit' | null>(null);
  const { id, number, kind, client, currency, open } = invoice;
  const isCredit = kind === 'credit';
  const { data: books } = useGet('GET /invoices/{id}/accounting', { params: { id } });
  const left = invoice.lines.some((line) => line.credited === 0);
  return (
    <div className="f-report">
      <PageHead
        title={`${isCredit ? 'Credit' : 'Invoice'} ${number}`}
        actions={
          <>
            {can('billing.run') && !isCredit && open > 0 && (
              <Button onClick={() => setDoing('payment')}>Record a payment</Button>
            )}
            {can('billing.run') && !isCredit && left && (
              <Button variant="default" onClick={() => setDoing('credit')}>
                Credit…
              </Button>
            )}
            {can('billing.run') && <SendInvoice invoice={invoice} />}
            <Button variant="default" component="a" href={`/api/v1/invoices/${id}/pdf`} download>
              PDF
            </Button>
          </>
        }
      >
        <Link to="/billing">All invoices</Link>
      </PageHead>
      <PageBody>
        <Facts
          facts={[
            [
              'Client',
              can('client.read') ? (
                <Link key="client" to="/clients/$id" params={{ id: client.id }}>
                  <bdi>{client.name}</bdi>
                </Link>
              ) : (
                <bdi key="client">{client.name}</bdi>
              ),
            ],
            ['For', <bdi key="for">{invoice.name}</bdi>],
            ['Stands at', !isCredit && INVOICE_STATE_WORDS[invoice.state]],
            ['Open', !isCredit && open !== 0 && money(open, currency)],
            ['Issued', shortDay(invoice.issuedOn)],
            ['Due', !isCredit && shortDay(invoice.dueOn)],
            ['Because', invoice.reason],
            ['In accounting', books?.booked && <BookedFact key="booked" booked={books.booked} />],
            ['Credits', invoice.credits && <InvoiceLink key="credits" {...invoice.credits} />],
            [
              'Credited by',
              invoice.creditedBy.length > 0 &&
                invoice.creditedBy.map((one) => (
                  <div key={one.id}>
                    <InvoiceLink {...one} /> {money(one.total, currency)}
                  </div>
                )),
            ],
          ]}
        />
        <BillLines lines={invoice.lines} currency={currency} />
        <BillSum {...invoice} />
        {invoice.payments.length > 0 && (
          <Section title="Payments">
            <ul className="f-terms">
              {invoice.payments.map((one) => (
                <li key={one.id}>
                  {shortDay(one.paidOn)}: {money(one.amount, currency)}
                  {one.note && (
                    <>
                      , <bdi>{one.note}</bdi>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <InvoiceMails mails={invoice.mails} />
        <Section title="Who bills whom" help="As it was when the invoice was issued.">
          <div className="f-parties">
            {[invoice.seller, invoice.buyer].map((party, nth) => (
              <address key={nth === 0 ? 'seller' : 'buyer'}>
                <strong>
                  <bdi>{party.name}</bdi>
                </strong>
                {party.address && `\n${party.address}`}
                {taxNumberOf(party) && `\n${taxNumberOf(party)}`}
                {party.reference && `\nReference ${party.reference}`}
              </address>
            ))}
          </div>
        </Section>
      </PageBody>
      <Dialog title="Record a payment" opened={doing === 'payment'} onClose={() => setDoing(null)}>
        <PaymentForm invoice={invoice} onClose={() => setDoing(null)} />
      </Dialog>
      <Dialog title={`Credit ${number}`} opened={doing === 'credit'} onClose={() => setDoing(null)} size={680}>
        <CreditForm invoice={invoice} onClose={() => setDoing(null)} />
      </Dialog>
    </div>
  );
}
