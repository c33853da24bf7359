import { Button } from '@mantine/core';
import { useState } from 'react';
import { BOOK_KINDS, BOOK_WORDS, type BookKind, type DateOrder } from '#shared/billing-words.ts';
import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { saveFile } from '#web/ui/save-file.ts';
import { useMe } from '../session/me.ts';

type Values = { format: BookKind; from: string; until: string; account: string; dates: DateOrder };
const LABELS = { format: 'For', from: 'From', until: 'Until', account: 'Income account', dates: 'Dates' } as const;

/** Offers invoices and credits, of a run or of some days, as a file for a program that keeps the books. */
export function ExportInvoices({ runId }: { runId?: string }) {
  const [opened, setOpened] = useState(false);
  const onClose = () => setOpened(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Export CSV…
      </Button>
      <Dialog title="Export invoices and credits" opened={opened} onClose={onClose}>
        <ExportForm {...(runId ? { runId } : {})} onClose={onClose} />
      </Dialog>
    </>
  );
}

function ExportForm({ runId, onClose }: { runId?: string; onClose(): void }) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const form = useForm<Values>({
    values: { format: 'xero', from: `${today.slice(0, 8)}01`, until: today, account: '', dates: 'day_first' },
    ...(runId ? {} : { rules: { from: needed('a day'), until: needed('a day') } }),
    save: async ({ values: { from, until, ...rest } }) => {
      const which = runId ? { runId } : { from, until };
      const { csv, invoices, more } = await call('GET /invoices/table', { query: { ...rest, ...which } });
      saveFile(`invoices-${rest.format}.csv`, 'text/csv', csv);
      toast.done(doneWords(invoices, more));
    },
    onSaved: onClose,
  });
  const isItem = form.values.format === 'quickbooks';
  return (
    <FormShell form={form} submit="Export" onCancel={onClose} labels={LABELS}>
      <PickField
        form={form}
        name="format"
        label={LABELS.format}
        data={BOOK_KINDS.map((value) => ({ value, label: BOOK_WORDS[value] }))}
        data-autofocus
      />
      {!runId && (
        <>
          <TextField
            form={form}
            name="from"
            type="date"
            label={LABELS.from}
            description="Issued on this day or later"
          />
          <TextField form={form} name="until" type="date" label={LABELS.until} />
        </>
      )}
      <TextField
        form={form}
        name="account"
        label={isItem ? 'Product or service' : LABELS.account}
        description={
          isItem
            ? 'As it is called in QuickBooks; it stands on every line and says which account that goes to'
            : 'Its number there, such as 200; it stands on every line'
        }
        maxLength={40}
      />
      <PickField
        form={form}
        name="dates"
        label={LABELS.dates}
        data={[
          { value: 'day_first', label: 'Day first: 30/11/2026' },
          { value: 'month_first', label: 'Month first: 11/30/2026 (United States)' },
        ]}
        description="As your accounting program writes them"
      />
    </FormShell>
  );
}

function doneWords(invoices: number, more: boolean): string {
  const what = invoices === 1 ? 'invoice or credit is' : 'invoices and credits are';
  return more
    ? `Only the first ${invoices} are in the file; choose fewer days for the others`
    : `${invoices} ${what} in the file`;
}
