import { Button, Checkbox } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { BillRow, RunView } from '#shared/billing.ts';
import { BILL_STATE_WORDS, BILL_STATES } from '#shared/billing-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { ExportInvoices } from './export-invoices.tsx';
import { money, shortDay } from './money.ts';
import { Preview } from './preview.tsx';
import { BILLING_TOUCHED } from './touched.ts';
import '../clients/report/report.css';
import './billing.css';

/** A run: the bill of each client by whether it is ready, and issuing them. */
export default function RunPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useGet('GET /billing-runs/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    );
  return <Run run={data} />;
}

/** One of several of which none can be issued is offered no tick. */
const canIssue = ({ state }: BillRow): boolean => state === 'ready' || state === 'review';
const keyOf = ({ client, currency }: BillRow): string => `${client.id} ${currency}`;

function Run({ run }: { run: RunView }) {
  const { at, go } = useAddress();
  const { id, version, bills } = run;
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(bills.filter(({ state }) => state !== 'ready').map(({ client }) => client.id)),
  );
  const chosen = [
    ...new Set(bills.filter((bill) => canIssue(bill) && !left.has(bill.client.id)).map(({ client }) => client.id)),
  ];
  const [mail, setMail] = useState(false);
  const issue = useDo('POST /billing-runs/{id}/issue', {
    failed: 'Not issued',
    refresh: BILLING_TOUCHED,
    onDone: ({ issued, refused, unsent }) => {
      const invoices = issued.length === 1 ? 'invoice' : 'invoices';
      toast.done(`${issued.length} ${invoices} issued${refused.length > 0 ? `, ${refused.length} held back` : ''}`);
      if (unsent.length > 0)
        toast.done(`Not sent, since no address is known: ${unsent.map(({ name }) => name).join(', ')}`);
    },
  });
  const close = useDo('POST /billing-runs/{id}/close', { failed: 'Not closed', refresh: BILLING_TOUCHED });
  const toggle = (client: string) =>
    setLeft((now) => new Set(now.has(client) ? [...now].filter((one) => one !== client) : [...now, client]));
  const open = run.state === 'open';
  return (
    <div className="f-report">
      <PageHead
        title={run.name}
        actions={
          <>
            {run.totals.length > 0 && <ExportInvoices runId={id} />}
            {open && (
              <>
                <Checkbox
                  label="Send them by mail"
                  checked={mail}
                  onChange={(event) => setMail(event.currentTarget.checked)}
                />
                <Button
                  disabled={chosen.length === 0}
                  loading={issue.isPending}
                  onClick={() => issue.mutate({ params: { id }, body: { clientIds: chosen, mail } })}
                >
                  Issue {chosen.length === 1 ? 'one client' : `${chosen.length} clients`}
                </Button>
                <Button
                  variant="default"
                  loading={close.isPending}
                  onClick={() => close.mutate({ params: { id }, body: { version } })}
                >
                  Close the run
                </Button>
              </>
            )}
          </>
        }
      >
        <Link to="/billing/runs">All runs</Link>
      </PageHead>
      <PageBody>
        <Facts
          facts={[
            ['Everything due by', shortDay(run.by)],
            ['Date of the invoices', shortDay(run.issuedOn)],
            ['Stands at', open ? 'Open' : 'Closed: what comes later goes into the next run'],
            ['Issued', run.totals.map(({ currency, total }) => money(total, currency)).join(', ')],
          ]}
        />
        {bills.length === 0 && (
          <EmptyState title="Nobody owes anything by then">
            Contracts, approved time and charges show up here.
          </EmptyState>
        )}
        {BILL_STATES.map((state) => {
          const some = bills.filter((bill) => bill.state === state);
          return (
            some.length > 0 && (
              <Section key={state} title={`${BILL_STATE_WORDS[state]} (${some.length})`} help={HELP[state]}>
                <Bills
                  bills={some}
                  title={BILL_STATE_WORDS[state]}
                  left={left}
                  {...(open && (state === 'ready' || state === 'review') ? { onToggle: toggle } : {})}
                  onOpen={(client) => go({ client })}
                />
              </Section>
            )
          );
        })}
      </PageBody>
      <Dialog title="Bill" opened={at.get('client') !== null} onClose={() => go({ client: null })} size={960}>
        {at.get('client') && <Preview clientId={at.get('client') ?? ''} by={run.by} />}
      </Dialog>
    </div>
  );
}

const HELP: Readonly<Record<BillRow['state'], string>> = {
  ready: 'Nothing stands against it, and it is much like the last one.',
  review: 'It can be issued; look at what is said first. Tick what you agree with.',
  blocked: 'It cannot be issued until this is mended.',
  nothing: 'Nothing is due, but something wants a look.',
  issued: 'Done. What is wrong is credited on the invoice.',
};

type BillsProps = {
  bills: readonly BillRow[];
  title: string;
  left: ReadonlySet<string>;
  onToggle?(client: string): void;
  onOpen(client: string): void;
};

function Bills({ bills, title, left, onToggle, onOpen }: BillsProps) {
  return (
    <Sideways label={title}>
      <table className="f-report-table">
        <caption className="f-hidden">{title}</caption>
        <thead>
          <tr>
            {onToggle && (
              <th scope="col">
                <span className="f-hidden">Issue</span>
              </th>
            )}
            <th scope="col">Client</th>
            <th scope="col">What is said</th>
            <th scope="col" className="f-money">
              Last time, before tax
            </th>
            <th scope="col" className="f-money">
              Before tax
            </th>
            <th scope="col" className="f-money">
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {bills.map((bill) => (
            <tr key={keyOf(bill)}>
              {onToggle && (
                <td>
                  <Checkbox
                    aria-label={`Issue ${bill.client.name}`}
                    checked={!left.has(bill.client.id)}
                    onChange={() => onToggle(bill.client.id)}
                  />
                </td>
              )}
              <th scope="row">
                {bill.invoice ? (
                  <>
                    <bdi>{bill.client.name}</bdi>
                    <div>
                      <Link to="/billing/invoices/$id" params={{ id: bill.invoice.id }}>
                        {bill.invoice.number}
                      </Link>
                    </div>
                  </>
                ) : (
                  <Button variant="subtle" size="compact-sm" onClick={() => onOpen(bill.client.id)}>
                    <bdi>{bill.client.name}</bdi>
                  </Button>
                )}
              </th>
              <td className="f-report-words">
                {bill.reasons.length > 0 ? (
                  <ul className="f-billing-reasons">
                    {bill.reasons.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                ) : (
                  `${bill.lines} ${bill.lines === 1 ? 'line' : 'lines'}`
                )}
                {bill.undecided > 0 && (
                  <Link to="/billing/counts" search={{ client: bill.client.id }}>
                    Decide about {bill.undecided === 1 ? 'the count' : `${bill.undecided} counts`}
                  </Link>
                )}
              </td>
              <td className="f-money">{bill.before ? money(bill.before.net, bill.currency) : '–'}</td>
              <td className="f-money">{money(bill.net, bill.currency)}</td>
              <td className="f-money">{money(bill.total, bill.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
