import type { ContractView } from '#shared/contract.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, NumberField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { type Form, useForm } from '#web/ui/form/use-form.ts';
import { dayAfter, dayBefore, dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useClients } from '../desk/names.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { amount, price } from './rules.ts';
import { BILLING_TOUCHED } from './touched.ts';
import { PERIODS, WHEN_BILLED } from './words.ts';

type Values = {
  clientId: string | null;
  templateId: string | null;
  name: string;
  begins: string;
  ends: string;
  everyMonths: string | null;
  advance: string | null;
  renewsMonths: number | null;
  noticeDays: number | null;
  upliftPercent: string;
  upliftMonths: number | null;
  afterHours: string;
  holiday: string;
  reference: string;
  notes: string;
  terms: string;
};
const LABELS = {
  ...{
    clientId: 'Client',
    templateId: 'Template',
    name: 'Name',
    begins: 'First day',
    ends: 'Last day',
    everyMonths: 'Billed every',
  },
  ...{ advance: 'When', renewsMonths: 'Goes on for', noticeDays: 'Notice', upliftPercent: 'Prices rise by' },
  ...{ afterHours: 'Work outside the hours of service, times', holiday: 'Work on public holidays, times' },
  ...{ upliftMonths: 'Every', reference: 'The client’s reference', notes: 'Notes', terms: 'Terms' },
} as const;

const valuesOf = (contract: ContractView): Values => ({
  ...{
    clientId: contract.client.id,
    templateId: contract.template?.id ?? null,
    name: contract.name,
    begins: contract.begins,
    ends: contract.ends ? dayBefore(contract.ends) : '',
  },
  ...{ everyMonths: String(contract.everyMonths), advance: contract.advance ? 'advance' : 'arrears' },
  ...{ renewsMonths: contract.renewsMonths, noticeDays: contract.noticeDays },
  ...{ upliftPercent: contract.upliftPercent ?? '', upliftMonths: contract.upliftMonths },
  ...{ afterHours: contract.afterHours ?? '', holiday: contract.holiday ?? '' },
  ...{ reference: contract.reference, notes: contract.notes, terms: contract.terms },
});

const bodyOf = ({
  name,
  ends,
  renewsMonths,
  noticeDays,
  upliftPercent,
  upliftMonths,
  afterHours,
  holiday,
  reference,
  notes,
  terms,
}: Values) => ({
  ...{ name, reference, notes, terms, ends: ends ? dayAfter(ends) : null, renewsMonths, noticeDays: noticeDays ?? 0 },
  ...{ upliftPercent: upliftPercent.trim() || null, upliftMonths: upliftMonths ?? 12 },
  ...{ afterHours: afterHours.trim() || null, holiday: holiday.trim() || null },
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
          ...{
            clientId,
            templateId: null,
            name: '',
            begins: `${today.slice(0, 8)}01`,
            ends: '',
            everyMonths: '1',
            advance: 'advance',
          },
          ...{
            renewsMonths: null,
            noticeDays: 30,
            upliftPercent: '',
            upliftMonths: 12,
            afterHours: '',
            holiday: '',
            reference: '',
            notes: '',
            terms: '',
          },
        },
    version: contract?.version ?? 0,
    rules: {
      name: needed('a name such as Managed service'),
      clientId: needed('the client'),
      upliftPercent: price,
      afterHours: amount,
      holiday: amount,
    },
    save: async ({ values, version }) => {
      if (contract) {
        const held = values.templateId === (contract.template?.id ?? null) ? {} : { templateId: values.templateId };
        const body = { version, ...bodyOf(values), ...held, ...(settled ? {} : scheduleOf(values)) };
        await send('PATCH /contracts/{id}', { params: { id: contract.id }, body }, BILLING_TOUCHED);
        return;
      }
      const { templateId, name, begins } = values;
      const given = templateId
        ? { templateId, name, begins, reference: values.reference, notes: values.notes, terms: values.terms }
        : { ...bodyOf(values), ...scheduleOf(values) };
      const body = { clientId: values.clientId ?? '', ...given };
      onMade?.((await send('POST /contracts', { body }, BILLING_TOUCHED)).id);
    },
    latest: async () => {
      const stored = await call('GET /contracts/{id}', { params: { id: contract?.id ?? '' } });
      return { values: valuesOf(stored), version: stored.version };
    },
    follow: (next, before) => (next.clientId === before.clientId ? next : { ...next, templateId: null }),
    // A new one is looked at, which closes the dialogue.
    onSaved: () => contract && onClose(),
  });
  const byTemplate = contract === null && form.values.templateId !== null;
  return (
    <FormShell form={form} submit={contract ? 'Save' : 'Draft the contract'} onCancel={onClose} labels={LABELS}>
      {!contract && <PickField form={form} name="clientId" label={LABELS.clientId} data={named(clients)} searchable />}
      <TemplateField form={form} held={contract !== null} />
      <TextField form={form} name="name" label={LABELS.name} required />
      {!settled && (
        <div className="f-billing-bar">
          <TextField form={form} name="begins" type="date" label={LABELS.begins} />
          {!byTemplate && (
            <>
              <PickField form={form} name="everyMonths" label={LABELS.everyMonths} data={[...PERIODS]} />
              <PickField form={form} name="advance" label={LABELS.advance} data={[...WHEN_BILLED]} />
            </>
          )}
        </div>
      )}
      {!byTemplate && <GoesOn form={form} />}
      {!byTemplate && <Dearer form={form} />}
      <TextField form={form} name="reference" label={LABELS.reference} />
      <AreaField
        form={form}
        name="terms"
        label={LABELS.terms}
        description="What both sides agree to beside the lines; the client reads and signs it"
        autosize
        minRows={2}
      />
      <AreaField form={form} name="notes" label={LABELS.notes} autosize minRows={2} />
    </FormShell>
  );
}

/** From what the contract is made, where there is something for this client. */
function TemplateField({ form, held }: { form: Form<Values>; held: boolean }) {
  const { clientId } = form.values;
  const { data } = useGet('GET /contract-templates', { query: clientId ? { clientId } : {} });
  const offered = (data?.items ?? []).filter(({ id, active }) => active || id === form.values.templateId);
  if (offered.length === 0) return null;
  return (
    <PickField
      form={form}
      name="templateId"
      label={LABELS.templateId}
      description={
        held
          ? 'Where it differs from its template is shown there; lines of the same kind and name are compared.'
          : 'Schedule and lines are as the template has them; both can be changed while it is a draft.'
      }
      placeholder={held ? 'None' : 'None: without lines at first'}
      clearable
      data={offered.map(({ id, name, group }) => ({ value: id, label: group ? `${name} (${group.name})` : name }))}
    />
  );
}

/** Until when it holds, how it goes on, and how prices rise. */
function GoesOn({ form }: { form: Form<Values> }) {
  return (
    <>
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
    </>
  );
}

/** How much dearer work is outside of usual hours under this contract. */
function Dearer({ form }: { form: Form<Values> }) {
  return (
    <div className="f-billing-bar">
      {(['afterHours', 'holiday'] as const).map((name) => (
        <TextField
          key={name}
          form={form}
          name={name}
          label={LABELS[name]}
          description="Such as 1.5; empty: as in the settings"
          inputMode="decimal"
        />
      ))}
    </div>
  );
}
