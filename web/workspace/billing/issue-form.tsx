import { Button, Checkbox, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BillRow, Issued, RunView } from '#shared/billing.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Facts } from '#web/ui/form/section.tsx';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useCan, useMe } from '../session/me.ts';
import { shortDay } from './money.ts';
import { sumsOf } from './sums.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Props = {
  run: RunView;
  bills: readonly BillRow[];
  onClose(): void;
  /** Told which of them do not go by mail though that was asked for. */
  onUnsent(unsent: Issued['unsent']): void;
};

/** Asks before bills become invoices, which nothing takes back: how many, how much, of which date, and whether they go out by mail. */
export function IssueForm({ run, bills, onClose, onUnsent }: Props) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const can = useCan();
  const [mail, setMail] = useState(false);
  const issue = useDo('POST /billing-runs/{id}/issue', {
    failed: 'Not issued',
    refresh: BILLING_TOUCHED,
    onDone: ({ issued, refused, unsent }) => {
      onClose();
      const invoices = issued.length === 1 ? 'invoice' : 'invoices';
      toast.done(`${issued.length} ${invoices} issued${refused.length > 0 ? `, ${refused.length} held back` : ''}`);
      onUnsent(unsent);
    },
  });
  const review = bills.filter(({ state }) => state === 'review').length;
  const clientIds = [...new Set(bills.map(({ client }) => client.id))];
  return (
    <div className="f-decision">
      <Facts
        facts={[
          ['Invoices', bills.length],
          ['Together, with tax', sumsOf(bills.map(({ currency, total }) => ({ currency, amount: total })))],
          ['Their date', shortDay(run.issuedOn)],
          ['Of these, to be looked at', review > 0 && review],
        ]}
      />
      {run.by >= today && (
        <p className="f-count-note">
          {shortDay(run.by)} is not over. What is worked or charged until then and is not here yet goes into the next
          run.
        </p>
      )}
      {run.issuedOn > today && (
        <p className="f-count-note">
          Their date is ahead. A credit of one of them has to wait for it, and what is issued before then gets a higher
          number with an earlier date.
        </p>
      )}
      {run.mails ? (
        <Checkbox
          label="Send them by mail"
          description="To each client’s address for invoices"
          checked={mail}
          onChange={(event) => setMail(event.currentTarget.checked)}
        />
      ) : (
        <p className="f-count-note">
          They cannot go by mail: no mail is sent yet.{' '}
          {can('settings.manage') && <Link to="/settings/mail">Set up from where it goes</Link>}
        </p>
      )}
      <p className="f-dim">An invoice gets its number now and does not change any more; what is wrong is credited.</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          data-autofocus
          loading={issue.isPending}
          onClick={() => issue.mutate({ params: { id: run.id }, body: { clientIds, mail } })}
        >
          Issue {bills.length === 1 ? 'the invoice' : `${bills.length} invoices`}
        </Button>
      </Group>
    </div>
  );
}
