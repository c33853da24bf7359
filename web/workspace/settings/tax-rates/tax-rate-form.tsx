import type { TaxRateView } from '#shared/contract.ts';
import { call } from '#web/api/client.ts';
import { AreaField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';

type Values = { name: string; percent: string; note: string; active: boolean };
const NEW: Values = { name: '', percent: '', note: '', active: true };
const LABELS = { name: 'Name', percent: 'Per cent', note: 'What invoices say beneath', active: 'In use' } as const;
const TOUCHED = ['GET /tax-rates'] as const;

const valuesOf = ({ name, percent, note, active }: TaxRateView): Values => ({ name, percent, note, active });

/** A tax rate. What was billed keeps it as it was. */
export function TaxRateForm({ rate, onClose }: { rate: TaxRateView | null; onClose(): void }) {
  const form = useForm<Values>({
    values: rate ? valuesOf(rate) : NEW,
    version: rate?.version ?? 0,
    rules: { name: needed('a name such as GST'), percent: needed('per cent, such as 10') },
    save: ({ values: { name, percent, note }, changed, version }) =>
      rate
        ? send('PATCH /tax-rates/{id}', { params: { id: rate.id }, body: { version, ...changed } }, TOUCHED)
        : send('POST /tax-rates', { body: { name, percent: percent.trim(), note } }, TOUCHED),
    latest: async () => {
      const stored = (await call('GET /tax-rates', {})).items.find(({ id }) => id === rate?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={rate ? 'Save' : 'Create tax rate'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <TextField form={form} name="percent" label={LABELS.percent} inputMode="decimal" required />
      <AreaField
        form={form}
        name="note"
        label={LABELS.note}
        description="Such as why no tax is charged"
        maxLength={300}
        autosize
        minRows={2}
      />
      {rate && <SwitchField form={form} name="active" label={LABELS.active} />}
    </FormShell>
  );
}
