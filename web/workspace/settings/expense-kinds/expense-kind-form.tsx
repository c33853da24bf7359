import type { ExpenseKindView } from '#shared/expense.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { NumberField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { amount } from '../../billing/rules.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { Rates } from './rates.tsx';

type Values = {
  name: string;
  unit: string;
  rates: ExpenseKindView['rates'];
  chargeable: boolean;
  markup: string;
  taxRateId: string | null;
  receiptAbove: string;
  position: number | null;
  active: boolean;
};
const NEW: Values = {
  ...{ name: '', unit: '', rates: [], chargeable: true, markup: '0', taxRateId: null },
  ...{ receiptAbove: '', position: 100, active: true },
};
const LABELS = {
  ...{ name: 'Name', unit: 'Counted in', rates: 'Price of one', chargeable: 'Charge clients' },
  ...{ markup: 'Mark-up in %', taxRateId: 'Tax', receiptAbove: 'Receipt needed above' },
  ...{ position: 'Place in the list', active: 'In use' },
} as const;
const TOUCHED = ['GET /expense-kinds'] as const;

const valuesOf = (kind: ExpenseKindView): Values => ({
  ...{ name: kind.name, unit: kind.unit, rates: kind.rates, chargeable: kind.chargeable, markup: kind.markup ?? '' },
  ...{ taxRateId: kind.taxRate?.id ?? null, receiptAbove: kind.receiptAbove ?? '' },
  ...{ position: kind.position, active: kind.active },
});

/** A kind of expense. What was recorded keeps what it cost. */
export function ExpenseKindForm({ kind, onClose }: { kind: ExpenseKindView | null; onClose(): void }) {
  const can = useCan();
  const priced = can('contract.read');
  const { data: taxes } = useGet('GET /tax-rates', {}, { enabled: priced });
  const form = useForm<Values>({
    values: kind ? valuesOf(kind) : NEW,
    version: kind?.version ?? 0,
    rules: { name: needed('a name such as Kilometres'), markup: amount, receiptAbove: amount },
    draft: `expense-kind.${kind?.id ?? 'new'}`,
    rename: (path) => (path.startsWith('rates') ? 'rates' : path),
    save: ({ values, version }) => {
      const { position, active, receiptAbove, rates, markup, ...plain } = values;
      const terms = {
        ...plain,
        ...(priced ? { markup: markup.trim() || '0' } : {}),
        rates:
          plain.unit.trim() === ''
            ? []
            : rates.map(({ currency, price }) => ({ currency: currency.trim().toUpperCase(), price: price.trim() })),
        receiptAbove: receiptAbove.trim() || null,
        ...(position === null ? {} : { position }),
      };
      if (!kind) return send('POST /expense-kinds', { body: terms }, TOUCHED);
      return send(
        'PATCH /expense-kinds/{id}',
        { params: { id: kind.id }, body: { version, active, ...terms } },
        TOUCHED,
      );
    },
    latest: async () => {
      const stored = (await call('GET /expense-kinds', { query: {} })).items.find(({ id }) => id === kind?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={kind ? 'Save' : 'Create kind of expense'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <TextField
        form={form}
        name="unit"
        label={LABELS.unit}
        description="Such as km, which has a price; blank where an amount is paid"
        maxLength={20}
      />
      {form.values.unit.trim() !== '' && (
        <Rates
          label={LABELS.rates}
          rates={form.values.rates}
          error={form.errors.rates}
          onChange={(rates) => form.set('rates', rates)}
        />
      )}
      <SwitchField form={form} name="chargeable" label={LABELS.chargeable} />
      {priced && <TextField form={form} name="markup" label={LABELS.markup} inputMode="decimal" />}
      <PickField
        form={form}
        name="taxRateId"
        label={LABELS.taxRateId}
        description={
          form.values.taxRateId === null
            ? 'None: unless somebody types the tax of a receipt, all that was paid is charged, with the client’s tax on top. Where receipts have tax in them, choose it: nobody then pays tax on tax'
            : 'Which is in what is paid: taken out of it, and charged once'
        }
        placeholder="None in it"
        clearable
        data={named((taxes?.items ?? []).filter(({ active, id }) => active || id === kind?.taxRate?.id))}
      />
      <TextField
        form={form}
        name="receiptAbove"
        label={LABELS.receiptAbove}
        description="An amount; 0: always; blank: never"
        inputMode="decimal"
      />
      <NumberField
        form={form}
        name="position"
        label={LABELS.position}
        description="Lower stands first"
        min={0}
        max={1000}
        allowDecimal={false}
      />
      {kind && <SwitchField form={form} name="active" label={LABELS.active} />}
    </FormShell>
  );
}
