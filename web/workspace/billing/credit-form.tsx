import { Checkbox } from '@mantine/core';
import type { InvoiceView } from '#shared/billing.ts';
import { AreaField, SwitchField } from '#web/ui/form/fields.tsx';
import { needed, someOf } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { money } from './money.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Values = { lineIds: readonly string[]; reason: string; again: boolean };
const LABELS = { lineIds: 'Lines', reason: 'Why', again: 'Bill it again' } as const;

/** The box that ticks every line. */
const ALL = 'all';

/** Credits lines of an invoice, which stays as it was issued; none is ticked at first, since a credit is not taken back. */
export function CreditForm({ invoice, onClose }: { invoice: InvoiceView; onClose(): void }) {
  const left = invoice.lines.filter(({ credited }) => credited === 0);
  const form = useForm<Values>({
    values: { lineIds: [], reason: '', again: false },
    rules: {
      lineIds: someOf('what is credited'),
      reason: needed('a reason, which stands on the credit'),
    },
    save: ({ values: { lineIds, reason, again } }) =>
      send(
        'POST /invoices/{id}/credits',
        { params: { id: invoice.id }, body: { lineIds: [...lineIds], reason, again } },
        BILLING_TOUCHED,
      ),
    onSaved: onClose,
  });
  const { lineIds } = form.values;
  const sum = left.filter(({ id }) => lineIds.includes(id)).reduce((all, { amount, tax }) => all + amount + tax, 0);
  const isAll = lineIds.length === left.length;
  const choose = (next: readonly string[]) =>
    form.set(
      'lineIds',
      next.includes(ALL) === isAll ? next.filter((one) => one !== ALL) : isAll ? [] : left.map(({ id }) => id),
    );
  return (
    <FormShell form={form} submit={`Credit ${money(sum, invoice.currency)}`} onCancel={onClose} labels={LABELS}>
      <Checkbox.Group
        label={LABELS.lineIds}
        error={form.errors.lineIds}
        value={isAll ? [ALL, ...lineIds] : [...lineIds]}
        onChange={choose}
      >
        {left.length > 1 && (
          <Checkbox
            mt={8}
            value={ALL}
            label={`All ${left.length} lines`}
            indeterminate={lineIds.length > 0 && !isAll}
          />
        )}
        {left.map(({ id, name, amount }) => (
          <Checkbox key={id} mt={8} value={id} label={`${name}: ${money(amount, invoice.currency)}`} />
        ))}
      </Checkbox.Group>
      <AreaField form={form} name="reason" label={LABELS.reason} maxLength={500} autosize minRows={2} />
      <SwitchField
        form={form}
        name="again"
        label={LABELS.again}
        description="What is credited can be changed then, and the next run bills it as it is by that time"
      />
    </FormShell>
  );
}
