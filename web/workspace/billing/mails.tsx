import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceView } from '#shared/billing.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import '#web/ui/form/form.css';
import { MAIL_STATES } from './mail-states.ts';
import { BILLING_TOUCHED } from './touched.ts';

/** Sends an invoice to where the client's invoices go, once it is said where that is. */
export function SendInvoice({ invoice: { id, number, client, mails } }: { invoice: InvoiceView }) {
  const [asking, setAsking] = useState(false);
  const { data } = useGet('GET /clients/{id}/billing', { params: { id: client.id } }, { enabled: asking });
  const send = useDo('POST /invoices/{id}/mails', {
    failed: 'Not sent',
    refresh: BILLING_TOUCHED,
    onDone: () => {
      setAsking(false);
      toast.done('It is on its way');
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Send…
      </Button>
      <Dialog title={`Send ${number}`} opened={asking} onClose={() => setAsking(false)}>
        <div className="f-form">
          <p className="f-plain">
            {data?.mail ? (
              <>
                It goes to <strong>{data.mail}</strong> as a PDF{mails.length > 0 ? ', once more' : ''}.
              </>
            ) : data ? (
              <>
                <bdi>{client.name}</bdi> has no mail address for invoices yet. Say one under “On invoices” on the page
                of the client.
              </>
            ) : (
              'Looking where it goes …'
            )}
          </p>
          <div className="f-form-foot">
            <Button variant="default" onClick={() => setAsking(false)}>
              Cancel
            </Button>
            <Button
              disabled={!data?.mail}
              loading={send.isPending}
              onClick={() => send.mutate({ params: { id } })}
              data-autofocus
            >
              Send it
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

/** What of an invoice went by mail, where to, and whether it was taken. */
export function InvoiceMails({ mails }: Pick<InvoiceView, 'mails'>) {
  if (mails.length === 0) return null;
  return (
    <Section title="By mail">
      <ul className="f-terms">
        {mails.map(({ id, kind, days, address, at, state, error }) => (
          <li key={id}>
            {kind === 'invoice' ? 'Invoice' : `Reminder, ${days} days overdue`} to <bdi>{address}</bdi>,{' '}
            {MAIL_STATES[state]}, <TimeAgo at={at} />
            {error && state !== 'sent' && <div className="f-dim">{error}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
