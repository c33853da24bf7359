import type { ContractView } from '#shared/contract.ts';
import { call } from '#web/api/client.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, NumberField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayAfter, dayBefore, dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useClients } from '../desk/names.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { price } from './rules.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Values = {
  clientId: string | null;
  name: string;
  begins: string;
  ends: string;
  everyMonths: string | null;
  advance: string | null;
  renewsMonths: number | null;
  noticeDays: number | null;
  upliftPercent: string;
  upliftMonths: number | null;
  reference: string;
  notes: string;
};
const LABELS = {
  ...{ clientId: 'Client', name: 'Name', begins: 'First day', ends: 'Last day', everyMonths: 'Billed every' },
  ...{ advance: 'When', renewsMonths: 'Goes on for', noticeDays: 'Notice', upliftPercent: 'Prices rise by' },
  ...{ upliftMonths: 'Every', reference: 'The client’s reference', notes: 'Notes' },
} as const;

const valuesOf = (contract: ContractView): Values => ({
  ...{
    clientId: contract.client.id,
    name: contract.name,
    begins: contract.begins,
    ends: contract.ends ? dayBefore(contract.ends) : '',
  },
  ...{ everyMonths: String(contract.everyMonths), advance: contract.advance ? 'advance' : 'arrears' },
  ...{ renewsMonths: contract.renewsMonths, noticeDays: contract.noticeDays },
  ...{ upliftPercent: contract.upliftPercent ?? '', upliftMonths: contract.upliftMonths },
  ...{ reference: contract.reference, notes: contract.notes },
});

const bodyOf = ({ name, ends, renewsMonths, noticeDays, upliftPercent, upliftMonths, reference, notes }: Values) => ({
  ...{ name, reference, notes, ends: ends ? dayAfter(ends) : null, renewsMonths, noticeDays: noticeDays ?? 0 },
  ...{ upliftPercent: upliftPercent.trim() || null, upliftMonths: upliftMonths ?? 12 },
});
const scheduleOf = ({ begins, everyMonths, advance }: Values) => ({
  ...{ begins, billsFrom: begins, everyMonths: Number(everyMonths) as 1 | 3 | 6 | 12, advance: advance === 'advance' },
});

type Props = { contract: ContractView | null; clientId: string | null; onClose(): void; onMade?(id: string): void };

/** A contract: whose, since when, how it is billed, and how it goes on. */
export function ContractForm({ contract, clientId, onClose, onMade }: Props) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const clients = useClients();
  const settled = contract !== null && contract.state !== 'draft';
  const form = useForm<Values>({
    values: contract
      ? valuesOf(contract)
      : {
          ...{ clientId, name: '', begins: `${today.slice(0, 8)}01`, ends: '', everyMonths: '1', advance: 'advance' },
          ...{ renewsMonths: null, noticeDays: 30, upliftPercent: '', upliftMonths: 12, reference: '', notes: '' },
        },
    version: contract?.version ?? 0,
    rules: { name: needed('a name such as Managed service'), clientId: needed('the client'), upliftPercent: price },
    save: async ({ values, version }) => {
      if (contract) {
        const body = { version, ...bodyOf(values), ...(settled ? {} : scheduleOf(values)) };
        await send('PATCH /contracts/{id}', { params: { id: contract.id }, body }, BILLING_TOUCHED);
        return;
      }
      const body = { clientId: values.clientId ?? '', ...bodyOf(values), ...scheduleOf(values) };
      onMade?.((await send('POST /contracts', { body }, BILLING_TOUCHED)).id);
    },
    latest: async () => {
      const stored = await call('GET /contracts/{id}', { params: { id: contract?.id ?? '' } });
      return { values: valuesOf(stored), version: stored.version };
    },
    // A new one is looked at, which closes the dialogue.
    onSaved: () => contract && onClose(),
  });
  return (
    <FormShell form={form} submit={contract ? 'Save' : 'Draft the contract'} onCancel={onClose} labels={LABELS}>
      {!contract && <PickField form={form} name="clientId" label={LABELS.clientId} data={named(clients)} searchable />}
      <TextField form={form} name="name" label={LABELS.name} required />
      {!settled && (
        <div className="f-billing-bar">
          <TextField form={form} name="begins" type="date" label={LABELS.begins} />
          <PickField
            form={form}
            name="everyMonths"
            label={LABELS.everyMonths}
            data={[
              { value: '1', label: 'Month' },
              { value: '3', label: 'Quarter' },
              { value: '6', label: 'Half-year' },
              { value: '12', label: 'Year' },
            ]}
          />
          <PickField
            form={form}
            name="advance"
            label={LABELS.advance}
            data={[
              { value: 'advance', label: 'In advance' },
              { value: 'arrears', label: 'In arrears' },
            ]}
          />
        </div>
      )}
      <div className="f-billing-bar">
        <TextField form={form} name="ends" type="date" label={LABELS.ends} description="Empty: no end" />
        <NumberField
          form={form}
          name="renewsMonths"
          label={LABELS.renewsMonths}
          description="Months; empty: it ends"
          min={1}
          max={120}
          allowDecimal={false}
        />
        <NumberField
          form={form}
          name="noticeDays"
          label={LABELS.noticeDays}
          description="Days before the end"
          min={0}
          max={365}
          allowDecimal={false}
        />
      </div>
      <div className="f-billing-bar">
        <TextField
          form={form}
          name="upliftPercent"
          label={LABELS.upliftPercent}
          description="Per cent; empty: not at all"
          inputMode="decimal"
        />
        <NumberField
          form={form}
          name="upliftMonths"
          label={LABELS.upliftMonths}
          description="Months from the first day"
          min={1}
          max={60}
          allowDecimal={false}
        />
      </div>
      <TextField form={form} name="reference" label={LABELS.reference} />
      <AreaField form={form} name="notes" label={LABELS.notes} autosize minRows={2} />
    </FormShell>
  );
}
