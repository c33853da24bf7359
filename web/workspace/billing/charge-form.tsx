import type { ChargeView } from '#shared/contract.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useClients } from '../desk/names.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { neededAmount, neededPrice } from './rules.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Values = {
  clientId: string | null;
  name: string;
  due: string;
  quantity: string;
  price: string;
  unit: string;
  taxRateId: string | null;
  offFrom: string;
};
const LABELS = {
  ...{ clientId: 'Client', name: 'What', due: 'Due on', quantity: 'How many', price: 'Price each' },
  ...{ unit: 'Counted in', taxRateId: 'Tax', offFrom: 'Taken off again from' },
} as const;

/** What is charged once, or credited with a price below zero. */
export function ChargeForm({
  charge,
  clientId,
  onClose,
}: {
  charge: ChargeView | null;
  clientId: string | null;
  onClose(): void;
}) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const clients = useClients();
  const { data: taxes } = useGet('GET /tax-rates', {});
  const form = useForm<Values>({
    values: charge
      ? {
          ...{ clientId: charge.client.id, name: charge.name, due: charge.due, quantity: charge.quantity },
          ...{
            price: charge.price,
            unit: charge.unit,
            taxRateId: charge.taxRate?.id ?? null,
            offFrom: charge.offFrom ?? '',
          },
        }
      : { clientId, name: '', due: today, quantity: '1', price: '', unit: '', taxRateId: null, offFrom: '' },
    version: charge?.version ?? 0,
    rules: {
      name: needed('what it is, which stands on the invoice'),
      clientId: needed('the client'),
      price: neededPrice('a price'),
      quantity: neededAmount('how many'),
    },
    save: ({ values: { clientId: to, offFrom, ...fields }, version }) =>
      charge
        ? send('PATCH /charges/{id}', { params: { id: charge.id }, body: { version, ...fields } }, BILLING_TOUCHED)
        : send(
            'POST /charges',
            { body: { clientId: to ?? '', ...fields, ...(offFrom ? { offFrom } : {}) } },
            BILLING_TOUCHED,
          ),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={charge ? 'Save' : 'Charge it'} onCancel={onClose} labels={LABELS}>
      {!charge && <PickField form={form} name="clientId" label={LABELS.clientId} data={named(clients)} searchable />}
      <TextField form={form} name="name" label={LABELS.name} required />
      <div className="f-billing-bar">
        <TextField form={form} name="quantity" label={LABELS.quantity} inputMode="decimal" />
        <TextField
          form={form}
          name="price"
          label={LABELS.price}
          description="Below zero: a credit"
          inputMode="decimal"
        />
        <TextField form={form} name="unit" label={LABELS.unit} />
      </div>
      <div className="f-billing-bar">
        <TextField form={form} name="due" type="date" label={LABELS.due} />
        {!charge && (
          <TextField
            form={form}
            name="offFrom"
            type="date"
            label={LABELS.offFrom}
            description="For a deposit: what is due from this day on is less by as much, once"
          />
        )}
      </div>
      <PickField
        form={form}
        name="taxRateId"
        label={LABELS.taxRateId}
        placeholder="As the client pays"
        clearable
        data={named(taxes?.items ?? [])}
      />
    </FormShell>
  );
}
