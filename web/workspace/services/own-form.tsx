import type { ClientService, SetClientService } from '#shared/service.ts';
import { call } from '#web/api/client.ts';
import { NumberField, PickField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { useCalendarChoices } from '../settings/service-levels/use-calendar-choices.ts';
import { TOUCHED } from './touched.ts';

type Values = { calendar: string | null; availabilityTarget: number | null; plannedCounts: 'yes' | 'no' | null };

const ownOf = <T,>({ value, own }: { value: T; own: boolean }): T | null => (own ? value : null);
const valuesOf = (one: ClientService): Values => {
  const counts = ownOf(one.plannedCounts);
  return {
    calendar: ownOf(one.calendar),
    availabilityTarget: ownOf(one.availabilityTarget),
    plannedCounts: counts === null ? null : counts ? 'yes' : 'no',
  };
};
const bodyOf = ({ plannedCounts, ...rest }: Partial<Values>): Omit<SetClientService, 'version'> => ({
  ...rest,
  ...(plannedCounts === undefined ? {} : { plannedCounts: plannedCounts === null ? null : plannedCounts === 'yes' }),
});

/** What a client has of a service by itself; what is left empty is as offered. */
export function OwnForm({ service, onClose }: { service: ClientService; onClose(): void }) {
  const at = { id: service.client.id, serviceId: service.service.id };
  const form = useForm<Values>({
    values: valuesOf(service),
    version: service.version,
    save: ({ changed, version }) =>
      send('PATCH /clients/{id}/services/{serviceId}', { params: at, body: { version, ...bodyOf(changed) } }, TOUCHED),
    latest: async () => {
      const stored = await call('GET /clients/{id}/services/{serviceId}', { params: at });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <PickField
        form={form}
        name="calendar"
        label="Agreed hours"
        placeholder="As offered"
        clearable
        data={useCalendarChoices()}
        data-autofocus
      />
      <NumberField
        form={form}
        name="availabilityTarget"
        label="Availability target"
        description="Percent of the agreed hours; empty: as offered"
        min={0.001}
        max={100}
        step={0.1}
        decimalScale={3}
        suffix=" %"
      />
      <PickField
        form={form}
        name="plannedCounts"
        label="Planned outages"
        placeholder="As offered"
        clearable
        data={[
          { value: 'no', label: 'Do not count' },
          { value: 'yes', label: 'Count as downtime' },
        ]}
      />
    </FormShell>
  );
}
