import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { AccountingView, BookedRow } from '#shared/accounting.ts';
import { BOOKED_WORDS } from '#shared/accounting-words.ts';
import { queryClient, useDo } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { InvoiceLink } from '../invoice-link.tsx';
import { money } from '../money.ts';
import { ACCOUNTING_TOUCHED } from './touched.ts';

const FILTERS = ['failed', 'waiting', 'sent'] as const;
const FILTER_WORDS = { failed: 'Not taken', waiting: 'On the way', sent: 'In Xero' } as const;

/** Where invoices and credits are on their way to the books; what was not taken says why and is tried again. */
export function Booked({ counts, asOf }: { counts: AccountingView['counts']; asOf: string }) {
  const { at, go } = useAddress();
  const state = FILTERS.find((one) => one === at.get('state'));
  const { rows, more, reading } = usePages('GET /accounting/documents', state ? { state } : {});
  useReadAgain(`${asOf} ${counts.waiting} ${counts.failed} ${counts.sent}`);
  const retry = useDo('POST /accounting/documents/retry', { failed: 'Not tried again', refresh: ACCOUNTING_TOUCHED });
  return (
    <Section
      title="Invoices and credits"
      help="Each is made in Xero as a draft and approved once its total is the same to the cent."
      actions={
        counts.failed > 0 && (
          <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate({ body: {} })}>
            Try all again
          </Button>
        )
      }
    >
      <div className="f-billing-bar">
        <Select
          aria-label="Where they are"
          data={[
            { value: '', label: 'Wherever they are' },
            ...FILTERS.map((value) => ({ value, label: FILTER_WORDS[value] })),
          ]}
          value={state ?? ''}
          onChange={(next) => go({ state: next || null })}
        />
      </div>
      {reading.error && rows.length === 0 ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />
      ) : reading.isPending ? (
        <SkeletonLines lines={4} />
      ) : rows.length === 0 ? (
        <p className="f-plain">None here.</p>
      ) : (
        <List rows={rows} onRetry={(invoiceId) => retry.mutate({ body: { invoiceId } })} />
      )}
      {more && (
        <div>
          <Button variant="default" loading={reading.isFetchingNextPage} onClick={more}>
            Show more
          </Button>
        </div>
      )}
    </Section>
  );
}

/** What went meanwhile shows where it is now. */
function useReadAgain(asOf: string): void {
  const seen = useRef(asOf);
  useEffect(() => {
    if (seen.current === asOf) return;
    seen.current = asOf;
    void queryClient.invalidateQueries({ queryKey: ['GET /accounting/documents'] });
  }, [asOf]);
}

function List({ rows, onRetry }: { rows: readonly BookedRow[]; onRetry(invoiceId: string): void }) {
  return (
    <Sideways label="Invoices and credits in the books">
      <table className="f-accounting-table">
        <caption className="f-hidden">Invoices and credits in the books</caption>
        <thead>
          <tr>
            <th scope="col">Which</th>
            <th scope="col">Where it is</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ invoice, client, currency, total, state, externalStatus, fault, note }) => (
            <tr key={invoice.id}>
              <th scope="row">
                <InvoiceLink {...invoice} />
                {invoice.kind === 'credit' && <span className="f-dim"> Credit</span>}
                <div>
                  <bdi>{client.name}</bdi>
                </div>
                <div className="f-dim">{money(total, currency)}</div>
              </th>
              <td>
                {BOOKED_WORDS[state]}
                {state === 'sent' && externalStatus && <span className="f-dim">, {externalStatus.toLowerCase()}</span>}
                {fault && (
                  <div>
                    <bdi>{fault}</bdi>{' '}
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={`Try again: ${invoice.number}`}
                      onClick={() => onRetry(invoice.id)}
                    >
                      Try again
                    </Button>
                  </div>
                )}
                {note && (
                  <div className="f-dim">
                    <bdi>{note}</bdi>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
