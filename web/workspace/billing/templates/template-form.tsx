import { useNavigate } from '@tanstack/react-router';
import type { ContractView } from '#shared/contract.ts';
import type { ContractTemplateView } from '#shared/contract-template.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { NumberField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { price } from '../rules.ts';
import { BILLING_TOUCHED } from '../touched.ts';
import { PERIODS, WHEN_BILLED } from '../words.ts';

type Values = {
  name: string;
  description: string;
  groupId: string | null;
  everyMonths: string | null;
  advance: string | null;
  termMonths: number | null;
  renewsMonths: number | null;
  noticeDays: number | null;
  upliftPercent: string;
  upliftMonths: number | null;
  active: boolean;
};
const LABELS = {
  ...{ name: 'Name', description: 'What it is for', groupId: 'Tier', everyMonths: 'Billed every', advance: 'When' },
  ...{
    termMonths: 'Holds for',
    renewsMonths: 'Then goes on for',
    noticeDays: 'Notice',
    upliftPercent: 'Prices rise by',
  },
  ...{ upliftMonths: 'Every', active: 'In use' },
} as const;

const NEW: Values = {
  ...{ name: '', description: '', groupId: null, everyMonths: '1', advance: 'advance', termMonths: 12 },
  ...{ renewsMonths: 12, noticeDays: 30, upliftPercent: '', upliftMonths: 12, active: true },
};
const valuesOf = (template: ContractTemplateView): Values => ({
  ...{ name: template.name, description: template.description, groupId: template.group?.id ?? null },
  ...{ everyMonths: String(template.everyMonths), advance: template.advance ? 'advance' : 'arrears' },
  ...{ termMonths: template.termMonths, renewsMonths: template.renewsMonths, noticeDays: template.noticeDays },
  ...{ upliftPercent: template.upliftPercent ?? '', upliftMonths: template.upliftMonths, active: template.active },
});
/** A contract says all but how long it holds at first. */
const takenFrom = ({
  everyMonths,
  advance,
  renewsMonths,
  noticeDays,
  upliftPercent,
  upliftMonths,
}: ContractView): Values => ({
  ...{ ...NEW, everyMonths: String(everyMonths), advance: advance ? 'advance' : 'arrears' },
  ...{ termMonths: renewsMonths, renewsMonths, noticeDays, upliftPercent: upliftPercent ?? '', upliftMonths },
});
const bodyOf = ({
  everyMonths,
  advance,
  noticeDays,
  upliftPercent,
  upliftMonths,
  ...rest
}: Omit<Values, 'active'>) => ({
  ...{ ...rest, everyMonths: Number(everyMonths) as 1 | 3 | 6 | 12, advance: advance === 'advance' },
  ...{ noticeDays: noticeDays ?? 0, upliftPercent: upliftPercent.trim() || null, upliftMonths: upliftMonths ?? 12 },
});

type Props = { template: ContractTemplateView | null; contract?: ContractView; onClose(): void };

/** A template: for whom, how contracts from it are billed and go on. A new one may take the lines of a contract. */
export function TemplateForm({ template, contract, onClose }: Props) {
  const navigate = useNavigate();
  const { data: groups } = useGet('GET /client-groups', {});
  const form = useForm<Values>({
    values: template ? valuesOf(template) : contract ? takenFrom(contract) : NEW,
    version: template?.version ?? 0,
    rules: { name: needed('a name such as Managed service, Gold'), upliftPercent: price },
    save: async ({ values: { active, ...values }, version }) => {
      const body = bodyOf(values);
      if (template) {
        const params = { id: template.id };
        await send('PATCH /contract-templates/{id}', { params, body: { version, ...body, active } }, BILLING_TOUCHED);
        return;
      }
      const from = contract ? { contractId: contract.id, currency: contract.currency } : {};
      const { id } = await send('POST /contract-templates', { body: { ...body, ...from } }, BILLING_TOUCHED);
      void navigate({ to: '/billing/templates/$id', params: { id } });
    },
    latest: async () => {
      const stored = await call('GET /contract-templates/{id}', { params: { id: template?.id ?? '' } });
      return { values: valuesOf(stored), version: stored.version };
    },
    // A new one is looked at, which closes the dialogue.
    onSaved: () => template && onClose(),
  });
  return (
    <FormShell form={form} submit={template ? 'Save' : 'Add the template'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required />
      <TextField form={form} name="description" label={LABELS.description} />
      <PickField
        form={form}
        name="groupId"
        label={LABELS.groupId}
        description="The group of clients that it is offered for"
        placeholder="Every client"
        clearable
        data={named(groups?.items ?? [])}
      />
      <div className="f-billing-bar">
        <PickField form={form} name="everyMonths" label={LABELS.everyMonths} data={[...PERIODS]} />
        <PickField form={form} name="advance" label={LABELS.advance} data={[...WHEN_BILLED]} />
      </div>
      <div className="f-billing-bar">
        <Months form={form} name="termMonths" help="Months; empty: without end" most={120} />
        <Months form={form} name="renewsMonths" help="Months; empty: it ends" most={120} />
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
        <Months form={form} name="upliftMonths" help="Months from the first day" most={60} />
      </div>
      {template && (
        <SwitchField form={form} name="active" label={LABELS.active} description="Off: nothing new is made from it" />
      )}
    </FormShell>
  );
}

type MonthsProps = {
  form: ReturnType<typeof useForm<Values>>;
  name: 'termMonths' | 'renewsMonths' | 'upliftMonths';
  help: string;
  most: number;
};

const Months = ({ form, name, help, most }: MonthsProps) => (
  <NumberField
    form={form}
    name={name}
    label={LABELS[name]}
    description={help}
    min={1}
    max={most}
    allowDecimal={false}
  />
);
