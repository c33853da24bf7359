import type { OrderLineView } from '#shared/quote.ts';
import { ORDER_STATE_WORDS, ORDER_STATES, type OrderState } from '#shared/quote-words.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { amount } from '../rules.ts';
import { QUOTES_TOUCHED } from './touched.ts';

type Values = { state: string | null; supplier: string; reference: string; expectedOn: string; cost: string };
const LABELS = {
  ...{ state: 'Where it is', supplier: 'Bought from', reference: 'Their order number', expectedOn: 'Expected on' },
  cost: 'One costs you',
} as const;

/** Where something that is bought is. Handed over, it is charged to the client. */
export function OrderForm({ line, onClose }: { line: OrderLineView; onClose(): void }) {
  const form = useForm<Values>({
    values: {
      ...{ state: line.state, supplier: line.supplier, reference: line.reference },
      ...{ expectedOn: line.expectedOn ?? '', cost: line.cost ?? '' },
    },
    version: line.version,
    rules: { cost: amount },
    save: ({ values, version }) => {
      const { state, expectedOn, cost, ...texts } = values;
      const body = {
        version,
        ...texts,
        state: state as OrderState,
        expectedOn: expectedOn || null,
        cost: cost.trim() || null,
      };
      return send('PATCH /order-lines/{id}', { params: { id: line.id }, body }, QUOTES_TOUCHED);
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={LABELS}>
      <PickField
        form={form}
        name="state"
        label={LABELS.state}
        description="Handed over: it is charged to the client, and the next bill has it"
        data={ORDER_STATES.map((value) => ({ value, label: ORDER_STATE_WORDS[value] }))}
      />
      <TextField form={form} name="supplier" label={LABELS.supplier} maxLength={200} />
      <div className="f-billing-bar">
        <TextField form={form} name="reference" label={LABELS.reference} maxLength={200} />
        <TextField form={form} name="expectedOn" type="date" label={LABELS.expectedOn} />
        <TextField form={form} name="cost" label={LABELS.cost} inputMode="decimal" />
      </div>
    </FormShell>
  );
}
