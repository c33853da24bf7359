import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AccountingView } from '#shared/accounting.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../../session/me.ts';
import { InvoiceLink } from '../invoice-link.tsx';
import { money, shortDay } from '../money.ts';
import { BillingTabs } from '../tabs.tsx';
import { Booked } from './booked.tsx';
import { Connection } from './connection.tsx';
import { LinkForm } from './link-form.tsx';
import { Mapping } from './mapping.tsx';
import { useOutcome } from './outcome.ts';
import '../billing.css';

const AGAIN_MS = 5_000;

/** Keeping the books at Xero in step: how it is connected, what is called what there, what went and what was paid. */
export default function AccountingPage() {
  useOutcome();
  const { data, error, refetch } = useGet('GET /accounting', {}, { refetchInterval: AGAIN_MS });
  return (
    <div className="f-report">
      <PageHead title="Billing">
        <BillingTabs />
      </PageHead>
      <PageBody>
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <Accounting view={data} />
        ) : (
          <SkeletonLines lines={10} />
        )}
      </PageBody>
    </div>
  );
}

function Accounting({ view }: { view: AccountingView }) {
  const { link, callbackUrl, webhookUrl, payments } = view;
  const can = useCan();
  const [isEditing, setEditing] = useState(false);
  const edit = () => setEditing(true);
  return (
    <>
      {link ? (
        <>
          <Connection view={view} link={link} onEdit={edit} />
          <Booked counts={view.counts} asOf={link.goodAt ?? ''} />
          {link.state === 'on' && <Mapping />}
          <Section title="Paid in Xero" help="What was read last. It is recorded on the invoices here.">
            {payments.length === 0 ? <p className="f-plain">Nothing yet.</p> : <Payments payments={payments} />}
          </Section>
        </>
      ) : (
        <EmptyState
          title="Xero is not connected"
          action={can('connector.manage') && <Button onClick={edit}>Connect Xero</Button>}
        >
          Once it is, invoices and credits go there as they are issued, and what clients pay is read back. Nothing is
          sent before that. For MYOB and QuickBooks, export a file from the list of invoices.
        </EmptyState>
      )}
      <Dialog
        title={link ? 'Change how Xero is reached' : 'Connect Xero'}
        opened={isEditing}
        onClose={() => setEditing(false)}
      >
        <LinkForm {...{ link, callbackUrl, webhookUrl }} onClose={() => setEditing(false)} />
      </Dialog>
    </>
  );
}

function Payments({ payments }: Pick<AccountingView, 'payments'>) {
  return (
    <ul className="f-terms">
      {payments.map(({ invoice, client, amount, currency, paidOn, undone }) => (
        <li key={`${invoice.id} ${paidOn} ${amount}`}>
          {shortDay(paidOn)}: {money(amount, currency)} for <InvoiceLink {...invoice} />, <bdi>{client.name}</bdi>
          {undone && <span className="f-dim"> (taken back there since)</span>}
        </li>
      ))}
    </ul>
  );
}
