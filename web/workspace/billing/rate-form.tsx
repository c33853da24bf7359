import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useClients } from '../desk/names.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { neededAmount } from './rules.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Values = {
  perHour: string;
  from: string;
  clientId: string | null;
  contractId: string | null;
  staffId: string | null;
  roleKey: string | null;
  workTypeId: string | null;
};
const LABELS = {
  ...{
    perHour: 'An hour',
    from: 'From',
    clientId: 'Client',
    contractId: 'Contract',
    staffId: 'Person',
    roleKey: 'Role',
  },
  workTypeId: 'Kind of work',
} as const;

/** A rate. To change what an hour costs from a day on, a new one is added: what was worked before keeps its own. */
export function RateForm({ onClose }: { onClose(): void }) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const clients = useClients();
  const { data: staff } = useGet('GET /staff', { query: {} });
  const { data: roles } = useGet('GET /roles', {});
  const { data: types } = useGet('GET /work-types', {});
  const form = useForm<Values>({
    values: {
      perHour: '',
      from: today,
      clientId: null,
      contractId: null,
      staffId: null,
      roleKey: null,
      workTypeId: null,
    },
    rules: { perHour: neededAmount('what an hour costs') },
    follow: (next, before) => (next.clientId === before.clientId ? next : { ...next, contractId: null }),
    save: ({ values: { clientId, contractId, perHour, ...rest } }) =>
      send(
        'POST /rates',
        {
          body: {
            ...rest,
            perHour: perHour.trim(),
            ...(clientId ? { clientId } : {}),
            ...(contractId ? { contractId } : {}),
          },
        },
        BILLING_TOUCHED,
      ),
    onSaved: onClose,
  });
  const { clientId } = form.values;
  const { data: contracts } = useGet(
    'GET /contracts',
    { query: clientId ? { clientId } : {} },
    { enabled: clientId !== null },
  );
  return (
    <FormShell form={form} submit="Add the rate" onCancel={onClose} labels={LABELS}>
      <div className="f-billing-bar">
        <TextField form={form} name="perHour" label={LABELS.perHour} inputMode="decimal" data-autofocus />
        <TextField form={form} name="from" type="date" label={LABELS.from} description="For work from that day on" />
      </div>
      <PickField
        form={form}
        name="clientId"
        label={LABELS.clientId}
        placeholder="Everybody"
        clearable
        searchable
        data={named(clients)}
      />
      {clientId && (
        <PickField
          form={form}
          name="contractId"
          label={LABELS.contractId}
          placeholder="Any"
          clearable
          data={named(contracts?.items ?? [])}
        />
      )}
      <PickField
        form={form}
        name="staffId"
        label={LABELS.staffId}
        placeholder="Anybody"
        clearable
        searchable
        data={named(staff?.items ?? [])}
      />
      <PickField
        form={form}
        name="roleKey"
        label={LABELS.roleKey}
        placeholder="Any"
        clearable
        data={(roles?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
      />
      <PickField
        form={form}
        name="workTypeId"
        label={LABELS.workTypeId}
        placeholder="Any"
        clearable
        data={named(types?.items ?? [])}
      />
    </FormShell>
  );
}
