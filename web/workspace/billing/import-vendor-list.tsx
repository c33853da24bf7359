import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { VendorListPreview } from '#shared/count.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { FormFault } from '#web/ui/form/shell.tsx';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../session/me.ts';
import { ListFaults } from './list-faults.tsx';
import { ListFile, ListText } from './list-text.tsx';
import { BILLING_TOUCHED } from './touched.ts';
import { ListedRows } from './vendor-list-rows.tsx';

const EXAMPLE = `client,product,quantity
Acme,Microsoft 365 Business Premium,23`;

/** A list of a vendor, pasted or from a file: first what it says and what is wrong with which line, then all of it or nothing. */
export function ImportVendorList({ onClose }: { onClose(): void }) {
  const { timeZone } = useMe();
  const [body, setBody] = useState({ vendor: '', day: dayIn(useNow(), timeZone), csv: '' });
  const look = useDo('POST /vendor-lists/preview', { failed: false });
  const take = useDo('POST /vendor-lists', {
    failed: false,
    refresh: BILLING_TOUCHED,
    onDone: ({ already, unknown }) => {
      const names = unknown === 1 ? '1 name is' : `${unknown} names are`;
      toast.done(
        already ? 'This file was taken before' : `The list was taken${unknown > 0 ? `; ${names} to be mapped` : ''}`,
      );
      onClose();
    },
  });
  const change = (some: Partial<typeof body>) => {
    setBody({ ...body, ...some });
    look.reset();
    take.reset();
  };
  const seen = look.data;
  const ready = body.vendor.trim() !== '' && body.day !== '' && body.csv.trim() !== '';
  return (
    <div className="f-vendor-import">
      <p className="f-plain">
        A table (CSV) with a first line of names: client (or customer, company, tenant), product (or subscription, SKU)
        and quantity (or seats, licences). Commas, semicolons or tabs part the columns; others are not read.
      </p>
      <div className="f-billing-bar">
        <TextInput
          label="Vendor"
          placeholder="Pax8"
          maxLength={100}
          value={body.vendor}
          onChange={(event) => change({ vendor: event.currentTarget.value })}
          data-autofocus
        />
        <TextInput
          label="As of"
          type="date"
          value={body.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
      </div>
      <ListText csv={body.csv} example={EXAMPLE} onChange={(csv) => change({ csv })} />
      <FormFault error={look.error ?? take.error} />
      {seen && <Preview seen={seen} />}
      <div className="f-form-foot">
        <ListFile onChange={(csv) => change({ csv })} />
        <Button
          variant={seen ? 'default' : 'filled'}
          disabled={!ready}
          loading={look.isPending}
          onClick={() => look.mutate({ body })}
        >
          Preview
        </Button>
        {seen && seen.faults.length === 0 && !seen.already && (
          <Button loading={take.isPending} onClick={() => take.mutate({ body })}>
            Take {seen.rows === 1 ? 'the row' : `${seen.rows} rows`}
          </Button>
        )}
      </div>
    </div>
  );
}

function Preview({ seen }: { seen: VendorListPreview }) {
  if (seen.faults.length > 0) return <ListFaults faults={seen.faults} />;
  return (
    <section aria-label="What the list says">
      <p className="f-plain" role="status">
        {told(seen).join(' ')}
      </p>
      <ListedRows lines={seen.first} />
    </section>
  );
}

const many = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

function told({
  rows,
  clients,
  already,
  supersedes,
  counts,
  ignored,
  unknownClients,
  unknownProducts,
  first,
}: VendorListPreview) {
  const unknown = [...unknownClients, ...unknownProducts];
  return [
    already ? 'This file was taken for this day before; taking it again would make nothing.' : null,
    `${many(rows, 'row')} of ${many(clients, 'client')}.`,
    supersedes ? 'It supersedes the list of that day, which stays to be seen.' : null,
    counts ? null : 'There is a list of a later day, which goes on counting.',
    unknown.length > 0 ? `To be mapped: ${unknown.join(', ')}.` : 'Every name is known.',
    ignored.length > 0 ? `Not read: ${ignored.join(', ')}.` : null,
    first.length < rows ? `The first ${first.length} are shown.` : null,
  ].filter((sentence) => sentence !== null);
}
