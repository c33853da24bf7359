import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { BillRow, Issued, RunView } from '#shared/billing.ts';
import { BILL_STATE_WORDS, BILL_STATES } from '#shared/billing-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../session/me.ts';
import { ExportInvoices } from './export-invoices.tsx';
import { IssueForm } from './issue-form.tsx';
import { money, shortDay } from './money.ts';
import { Preview } from './preview.tsx';
import { RunBills } from './run-bills.tsx';
import { sumsOf } from './sums.ts';
import { BILLING_TOUCHED } from './touched.ts';
import { Unsent } from './unsent.tsx';
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
/** Fewer are found by looking. */
const FEW = 8;

function Run({ run }: { run: RunView }) {
  const { at, go } = useAddress();
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const { id, version, bills } = run;
  const [unsent, setUnsent] = useState<Issued['unsent']>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(bills.filter(({ state }) => state !== 'ready').map(({ client }) => client.id)),
  );
  const chosen = bills.filter((bill) => canIssue(bill) && !left.has(bill.client.id));
  const close = useDo('POST /billing-runs/{id}/close', { failed: 'Not closed', refresh: BILLING_TOUCHED });
  const askAndClose = async () => {
    const waiting = bills.filter(({ state }) => state !== 'issued' && state !== 'nothing').length;
    const yes = await confirm({
      title: `Close ${run.name}?`,
      body: `${waiting > 0 ? `${waiting === 1 ? 'One bill is' : `${waiting} bills are`} not issued. ` : ''}What is not issued, and what is changed of its time from now on, goes into the next run. A closed run stays closed.`,
      action: 'Close the run',
    });
    if (yes) close.mutate({ params: { id }, body: { version } });
  };
  const leave = (clients: readonly string[], isLeft: boolean) =>
    setLeft((now) => new Set(isLeft ? [...now, ...clients] : [...now].filter((one) => !clients.includes(one))));
  const open = run.state === 'open';
  const sought = (at.get('q') ?? '').toLocaleLowerCase();
  const shown = bills.filter(({ client }) => client.name.toLocaleLowerCase().includes(sought));
  return (
    <div className="f-report">
      <PageHead
        title={run.name}
        actions={
          <>
            {run.totals.length > 0 && <ExportInvoices runId={id} />}
            {open && (
              <>
                <Button disabled={chosen.length === 0} onClick={() => go({ issue: 'chosen' })}>
                  Issue {chosen.length === 1 ? 'one invoice' : `${chosen.length} invoices`}…
                </Button>
                <Button variant="default" loading={close.isPending} onClick={() => void askAndClose()}>
                  Close the run…
                </Button>
              </>
            )}
          </>
        }
      >
        <Link to="/billing/runs">All runs</Link>
      </PageHead>
      <PageBody>
        <Unsent unsent={unsent} />
        <Facts
          facts={[
            [
              'Everything due by',
              run.by >= today && open ? `${shortDay(run.by)}, which is not over` : shortDay(run.by),
            ],
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
        {bills.length > FEW && (
          <SearchField label="Search clients" text={at.get('q') ?? ''} onChange={(q) => go({ q: q || null })} />
        )}
        {bills.length > 0 && shown.length === 0 && <p className="f-dim">No client of this run is called like that.</p>}
        {BILL_STATES.map((state) => {
          const some = shown.filter((bill) => bill.state === state);
          return (
            some.length > 0 && (
              <Section
                key={state}
                title={`${BILL_STATE_WORDS[state]} (${some.length})`}
                help={`${sumsOf(some.map(({ currency, total }) => ({ currency, amount: total })))}. ${HELP[state]}`}
              >
                <RunBills
                  bills={some}
                  title={BILL_STATE_WORDS[state]}
                  left={left}
                  {...(open && (state === 'ready' || state === 'review') ? { onLeave: leave } : {})}
                  onOpen={(client) => go({ client })}
                />
              </Section>
            )
          );
        })}
      </PageBody>
      <Dialog
        title={`Issue ${run.name}`}
        opened={at.get('issue') !== null && chosen.length > 0}
        onClose={() => go({ issue: null })}
        size={480}
      >
        <IssueForm run={run} bills={chosen} onClose={() => go({ issue: null })} onUnsent={setUnsent} />
      </Dialog>
      <Dialog title="Bill" opened={at.get('client') !== null} onClose={() => go({ client: null })} size={960}>
        {at.get('client') && <Preview clientId={at.get('client') ?? ''} by={run.by} />}
      </Dialog>
    </div>
  );
}

const HELP: Readonly<Record<BillRow['state'], string>> = {
  ready: 'Nothing stands against it.',
  review: 'It can be issued; look at what is said first. Tick what you agree with.',
  blocked: 'It cannot be issued until this is mended.',
  nothing: 'Nothing is due, but something wants a look.',
  issued: 'Done. What is wrong is credited on the invoice.',
};
