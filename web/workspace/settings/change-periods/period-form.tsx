import type { PeriodView } from '#shared/change-schedule.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, ManyField, NumberField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { InstantField } from '#web/ui/form/instant-field.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useClients, useServices } from '../../desk/names.ts';
import { useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { ItemsField } from '../../ticket/change/items-field.tsx';
import { RuleFields } from '../library/rule-fields.tsx';
import { bodyOf, newPeriod, type PeriodValues, valuesOf } from './values.ts';
import '../library/library.css';

const KINDS = [
  { value: 'window', label: 'Maintenance window' },
  { value: 'freeze', label: 'Freeze' },
  { value: 'blackout', label: 'Blackout' },
];
const KIND_HELP = {
  window: 'Changes are meant to be made then; outside of it they are held back',
  freeze: 'Nothing is changed then but what is an emergency',
  blackout: 'Nothing is changed then at all',
};
const COMES = [
  { value: 'again', label: 'Again and again' },
  { value: 'once', label: 'Once' },
];
export const TOUCHED = ['GET /change-periods', 'GET /change-calendar', 'GET /changes/{idOrKey}/collisions'] as const;

type Props = {
  period: PeriodView | null;
  /** What a new one begins with. */
  begin?: Partial<PeriodValues>;
  onClose(): void;
};

/** A maintenance window, freeze or blackout: for whom, and when. */
export function PeriodForm({ period, begin = {}, onClose }: Props) {
  const me = useMe();
  const today = dayIn(Date.now(), me.timeZone);
  const groups = useGet('GET /client-groups', {}).data?.items ?? [];
  const [clients, services] = [useClients(), useServices()];
  const form = useForm<PeriodValues>({
    values: period ? valuesOf(period, today) : { ...newPeriod(today, me.timeZone), ...begin },
    version: period?.version ?? 0,
    rules: {
      name: needed('a name such as Saturday nights'),
      clientId: (id, { groupId }) => (!me.allClients && id === null && groupId === null ? 'Choose a client.' : null),
      fromAt: (at, { comes }) => (comes === 'once' && at === '' ? 'Enter when it begins.' : null),
      untilAt: (until, { comes, fromAt }) => {
        if (comes !== 'once') return null;
        return until === '' ? 'Enter when it ends.' : until <= fromAt ? 'It must end after it begins.' : null;
      },
      hours: (hours, { comes }) =>
        comes === 'again' && !(hours !== null && hours > 0) ? 'Enter how long it is.' : null,
      weekdays: (weekdays, { comes, frequency }) =>
        comes === 'again' && frequency === 'weekly' && weekdays.length === 0 ? 'Choose a day.' : null,
    },
    draft: `change-period.${period?.id ?? `new.${begin.kind ?? ''}`}`,
    rename: (path) =>
      path
        .replace(/^recurrence\./, '')
        .replace(/^minutes$/, 'hours')
        .replace(/^itemIds.*$/, 'items'),
    save: ({ values, version }) =>
      period
        ? send(
            'PATCH /change-periods/{id}',
            { params: { id: period.id }, body: { version, ...bodyOf(values) } },
            TOUCHED,
          )
        : send(
            'POST /change-periods',
            { body: { ...bodyOf(values), kind: values.kind, clientId: values.clientId, groupId: values.groupId } },
            TOUCHED,
          ),
    latest: async () => {
      const stored = await call('GET /change-periods/{id}', { params: { id: period?.id ?? '' } });
      return { values: valuesOf(stored, today), version: stored.version };
    },
    onSaved: onClose,
  });
  const { comes, kind, clientId, groupId, timeZone } = form.values;
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      {!period && <PickField form={form} name="kind" label="Kind" description={KIND_HELP[kind]} data={KINDS} />}
      <TextField form={form} name="name" label="Name" required maxLength={200} data-autofocus />
      {!period && groupId === null && (
        <PickField
          form={form}
          name="clientId"
          label="Client"
          placeholder="All clients"
          clearable
          searchable
          required={!me.allClients}
          data={named(clients)}
        />
      )}
      {!period && clientId === null && groups.length > 0 && (
        <PickField
          form={form}
          name="groupId"
          label="Group of clients"
          placeholder="No group"
          clearable
          searchable
          data={named(groups)}
        />
      )}
      <ManyField
        form={form}
        name="serviceIds"
        label="Only for these services"
        description="And what they stand on; empty: for everything"
        data={named(services)}
      />
      {clientId !== null && (
        <ItemsField
          clientId={clientId}
          items={form.values.items}
          description="Only for these and what they stand on; empty: for everything"
          error={form.errors['items']}
          onChange={(items) => form.set('items', items)}
        />
      )}
      <PickField form={form} name="comes" label="It comes" data={COMES} />
      {comes === 'once' ? (
        <div className="f-form-pair">
          <InstantField form={form} name="fromAt" label="From" timeZone={timeZone} required />
          <InstantField form={form} name="untilAt" label="Until" timeZone={timeZone} required />
        </div>
      ) : (
        <>
          <RuleFields form={form} />
          <NumberField
            form={form}
            name="hours"
            label="Hours"
            description="By the clock on the wall"
            min={0.25}
            max={744}
            step={0.5}
            required
          />
        </>
      )}
      <PickField form={form} name="timeZone" label="Time zone" searchable data={ZONES} />
      <AreaField form={form} name="note" label="Why" autosize minRows={2} maxLength={2_000} />
    </FormShell>
  );
}

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((value) => ({ value, label: value }));
