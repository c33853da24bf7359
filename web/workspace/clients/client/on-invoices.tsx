import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientBilling, ClientBillingView } from '#shared/contract.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField, TextField } from '#web/ui/form/fields.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';

type Props = { clientId: string; name: string };

/** Who a client is on its invoices, and where they go. */
export function OnInvoices({ clientId, name }: Props) {
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const { data } = useGet('GET /clients/{id}/billing', { params: { id: clientId } });
  return (
    <Section
      title="On invoices"
      actions={
        can('contract.manage') &&
        data && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label="Edit what stands on invoices"
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        )
      }
    >
      {data ? (
        <>
          <Facts
            facts={[
              ['Name', <bdi key="name">{data.legalName || name}</bdi>],
              [
                'Address',
                data.address && (
                  <bdi key="address" className="f-client-notes">
                    {data.address}
                  </bdi>
                ),
              ],
              ['Tax number', data.taxNumber],
              ['Their reference', data.reference],
              ['Sent to', data.mail || 'No mail address yet'],
            ]}
          />
          <ul className="f-lines">
            <li>
              <Link to="/billing" search={{ client: clientId }}>
                Invoices
              </Link>
            </li>
            <li>
              <Link to="/billing/contracts" search={{ client: clientId }}>
                Contracts
              </Link>
            </li>
          </ul>
        </>
      ) : (
        <SkeletonLines lines={4} />
      )}
      <Dialog title={`${name} on invoices`} opened={editing} onClose={() => setEditing(false)}>
        {editing && data && <BillingForm clientId={clientId} stored={data} onClose={() => setEditing(false)} />}
      </Dialog>
    </Section>
  );
}

const LABELS = {
  legalName: 'Legal name',
  address: 'Address',
  taxNumber: 'Tax number',
  reference: 'Their reference',
  mail: 'Send invoices to',
} as const;

type FormProps = { clientId: string; stored: ClientBillingView; onClose(): void };

function BillingForm({ clientId, stored, onClose }: FormProps) {
  const params = { id: clientId };
  const { version, ...values } = stored;
  const form = useForm<ClientBilling>({
    values,
    version,
    draft: `billing.${clientId}`,
    save: ({ values: body, version: at }) =>
      send('PUT /clients/{id}/billing', { params, body: { version: at, ...body } }, ['GET /clients/{id}/billing']),
    latest: async () => {
      const { version: now, ...latest } = await call('GET /clients/{id}/billing', { params });
      return { values: latest, version: now };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={LABELS}>
      <TextField
        form={form}
        name="legalName"
        label={LABELS.legalName}
        description="As the law knows the client; empty: as it is called here"
        maxLength={200}
        data-autofocus
      />
      <AreaField form={form} name="address" label={LABELS.address} autosize minRows={3} maxLength={500} />
      <TextField
        form={form}
        name="taxNumber"
        label={LABELS.taxNumber}
        description="ABN, GST, VAT or tax number"
        maxLength={200}
      />
      <TextField
        form={form}
        name="reference"
        label={LABELS.reference}
        description="What the client wants to read on each invoice, such as an order number"
        maxLength={200}
      />
      <TextField
        form={form}
        name="mail"
        type="email"
        label={LABELS.mail}
        description="One mail address"
        maxLength={320}
      />
    </FormShell>
  );
}
