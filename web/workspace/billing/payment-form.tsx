import type { InvoiceView } from '#shared/billing.ts';
import { minorDigits } from '#shared/money-words.ts';
import { NumberField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Values = { amount: number | null; paidOn: string; note: string };
const LABELS = { amount: 'Amount', paidOn: 'Paid on', note: 'Note' } as const;

/** What was paid for an invoice; all that is open unless another amount is typed. */
export function PaymentForm({ invoice, onClose }: { invoice: InvoiceView; onClose(): void }) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const scale = 10 ** minorDigits(invoice.currency);
  const form = useForm<Values>({
    values: { amount: invoice.open / scale, paidOn: today, note: '' },
    save: ({ values: { amount, paidOn, note } }) =>
      send(
        'POST /invoices/{id}/payments',
        { params: { id: invoice.id }, body: { amount: Math.round((amount ?? 0) * scale), paidOn, note } },
        BILLING_TOUCHED,
      ),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Record the payment" onCancel={onClose} labels={LABELS}>
      <NumberField
        form={form}
        name="amount"
        label={LABELS.amount}
        description={`${invoice.currency}; below zero where it was given back`}
        decimalScale={minorDigits(invoice.currency)}
        data-autofocus
      />
      <TextField form={form} name="paidOn" type="date" label={LABELS.paidOn} />
      <TextField form={form} name="note" label={LABELS.note} description="Such as the reference of the bank" />
    </FormShell>
  );
}
