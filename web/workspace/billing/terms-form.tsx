import type { ContractView, LineView } from '#shared/contract.ts';
import { TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { shortDay } from './money.ts';
import { neededAmount, neededPrice } from './rules.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Values = { from: string; quantity: string; price: string };
const LABELS = { from: 'From', quantity: 'How many', price: 'Price each, a month' } as const;

/** Says how many at which price a line has from a day on; a price that is left as it is today stays as it was agreed, and goes on rising. */
export function TermsForm({ contract, line, onClose }: { contract: ContractView; line: LineView; onClose(): void }) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const held = line.terms.findLast(({ from }) => from <= today) ?? line.terms[0];
  const form = useForm<Values>({
    values: {
      from: today.localeCompare(line.from) < 0 ? line.from : today,
      quantity: held?.quantity ?? '',
      price: line.priceNow ?? '',
    },
    version: line.version,
    rules: { quantity: neededAmount('how many'), price: neededPrice('a price') },
    save: ({ values: { from, quantity, price }, changed, version }) =>
      send(
        'PUT /contracts/{id}/lines/{lineId}/terms',
        {
          params: { id: contract.id, lineId: line.id },
          body: {
            ...{ version, from, quantity: quantity.trim() },
            ...(changed.price === undefined ? {} : { price: price.trim() }),
          },
        },
        BILLING_TOUCHED,
      ),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={LABELS}>
      <TextField
        form={form}
        name="from"
        type="date"
        label={LABELS.from}
        description="What was before stays. A month that is billed already gets the difference on the next bill."
      />
      <TextField form={form} name="quantity" label={LABELS.quantity} inputMode="decimal" data-autofocus />
      <TextField
        form={form}
        name="price"
        label={`${LABELS.price} (${contract.currency})`}
        description={
          held && held.price !== line.priceNow
            ? `As it is today: ${held.price} was agreed on ${shortDay(held.agreedOn)}, and has risen since. Left as it is, it goes on rising from there.`
            : undefined
        }
        inputMode="decimal"
      />
    </FormShell>
  );
}
