import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { QuoteRow } from '#shared/quote.ts';
import { QUOTE_STATE_WORDS, QUOTE_STATES } from '#shared/quote-words.ts';
import { usePages } from '#web/api/use-pages.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useSettled } from '#web/ui/use-settled.ts';
import { ClientFilter } from '../../desk/client-filter.tsx';
import { useCan } from '../../session/me.ts';
import { shortDay } from '../money.ts';
import { BillingTabs } from '../tabs.tsx';
import { NewQuote } from './new-quote.tsx';
import { worthWords } from './worth.ts';
import '../../clients/report/report.css';
import '../billing.css';

/** What clients are offered, and where each stands. */
export default function QuotesPage() {
  const { at, go } = useAddress();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const client = at.get('client');
  const state = QUOTE_STATES.find((one) => one === at.get('state'));
  const [q, setQ] = useState(at.get('q') ?? '');
  const settled = useSettled(q).trim();
  const asked = {
    ...(client ? { clientId: client } : {}),
    ...(state ? { state } : {}),
    ...(settled ? { q: settled } : {}),
  };
  const { rows, more, reading } = usePages('GET /quotes', asked);
  const add = can('contract.manage') && <Button onClick={() => setAdding(true)}>New quote</Button>;
  const narrowed = client || state || settled;
  return (
    <div className="f-report">
      <PageHead
        title="Billing"
        actions={
          <>
            {add}
            <Button component={Link} to="/billing/orders" variant="default">
              Orders
            </Button>
          </>
        }
      >
        <BillingTabs />
      </PageHead>
      <PageBody>
        <search className="f-billing-bar">
          <TextInput
            aria-label="Find a quote"
            placeholder="Number or title"
            maxLength={100}
            value={q}
            onChange={(event) => {
              setQ(event.currentTarget.value);
              go({ q: event.currentTarget.value || null });
            }}
          />
          <ClientFilter value={client} onChange={(next) => go({ client: next })} />
          <Select
            aria-label="Where it stands"
            data={[
              { value: '', label: 'Wherever it stands' },
              ...QUOTE_STATES.map((value) => ({ value, label: QUOTE_STATE_WORDS[value] })),
            ]}
            value={state ?? ''}
            onChange={(next) => go({ state: next || null })}
          />
        </search>
        {reading.error && rows.length === 0 ? (
          <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />
        ) : reading.isPending ? (
          <SkeletonLines lines={8} />
        ) : rows.length === 0 ? (
          <EmptyState title={narrowed ? 'No quotes here' : 'No quote yet'} action={!narrowed && add}>
            A quote offers a client what is in the price book; accepted in the portal, it becomes a contract, an order
            and charges.
          </EmptyState>
        ) : (
          <List rows={rows} />
        )}
        {more && (
          <Button variant="default" loading={reading.isFetchingNextPage} onClick={more}>
            Show more
          </Button>
        )}
      </PageBody>
      <Dialog title="New quote" opened={adding} onClose={() => setAdding(false)}>
        <NewQuote clientId={client} onClose={() => setAdding(false)} />
      </Dialog>
    </div>
  );
}

function List({ rows }: { rows: readonly QuoteRow[] }) {
  return (
    <Sideways label="Quotes">
      <table className="f-report-table">
        <caption className="f-hidden">Quotes</caption>
        <thead>
          <tr>
            <th scope="col">Quote</th>
            <th scope="col">Client</th>
            <th scope="col">Stands at</th>
            <th scope="col">Valid until</th>
            <th scope="col" className="f-money">
              With tax
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/billing/quotes/$id" params={{ id: row.id }}>
                  <bdi>{row.title}</bdi>
                </Link>
                <div className="f-dim">
                  {row.number}
                  {row.revision > 1 && `, revision ${row.revision}`}
                </div>
              </th>
              <td>
                <bdi>{row.client.name}</bdi>
                {row.contact && (
                  <div className="f-dim">
                    <bdi>{row.contact.name}</bdi>
                  </div>
                )}
              </td>
              <td>{QUOTE_STATE_WORDS[row.state]}</td>
              <td>{shortDay(row.validUntil)}</td>
              <td className="f-money">{worthWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
