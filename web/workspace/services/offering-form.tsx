import type { OfferingView } from '#shared/service.ts';
import { call } from '#web/api/client.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, NumberField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { IMPORTANCE_CHOICES } from '../desk/importance.ts';
import { useStaff, useTeams } from '../desk/names.ts';
import { send } from '../session/send.ts';
import { useCalendarChoices } from '../settings/service-levels/use-calendar-choices.ts';
import { TOUCHED } from './touched.ts';
import { STAGE_CHOICES } from './words.ts';

type Values = Pick<
  OfferingView,
  'name' | 'description' | 'stage' | 'importance' | 'calendar' | 'availabilityTarget' | 'plannedCounts'
> & { ownerId: string | null; teamId: string | null };

const NEW: Values = {
  ...{ name: '', description: '', stage: 'offered', importance: 'normal', ownerId: null, teamId: null },
  ...{ calendar: 'service_hours', availabilityTarget: null, plannedCounts: false },
};
const valuesOf = (one: OfferingView): Values => ({
  ...{ name: one.name, description: one.description, stage: one.stage, importance: one.importance },
  ...{ ownerId: one.owner?.id ?? null, teamId: one.team?.id ?? null, calendar: one.calendar },
  ...{ availabilityTarget: one.availabilityTarget, plannedCounts: one.plannedCounts },
});

type Props = { offering: OfferingView | null; onClose(): void; onMade?(id: string): void };

/** What a service is, who answers for it, and what is promised of it. */
export function OfferingForm({ offering, onClose, onMade }: Props) {
  const teams = useTeams();
  const staff = useStaff().filter(({ id, active }) => active || id === offering?.owner?.id);
  const form = useForm<Values>({
    values: offering ? valuesOf(offering) : NEW,
    version: offering?.version ?? 0,
    rules: {
      name: needed('a name such as E-mail'),
      availabilityTarget: (target) =>
        target !== null && (target <= 0 || target > 100) ? 'Enter more than 0 and at most 100.' : null,
    },
    draft: `offering.${offering?.id ?? 'new'}`,
    save: async ({ values, changed, version }) => {
      if (offering)
        return send(
          'PATCH /service-offerings/{id}',
          { params: { id: offering.id }, body: { version, ...changed } },
          TOUCHED,
        );
      const { id } = await send('POST /service-offerings', { body: values }, TOUCHED);
      return onMade?.(id);
    },
    latest: async () => {
      const stored = await call('GET /service-offerings/{id}', { params: { id: offering?.id ?? '' } });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={offering ? 'Save' : 'Add service'} onCancel={onClose}>
      <TextField form={form} name="name" label="Name" required maxLength={200} data-autofocus />
      <AreaField
        form={form}
        name="description"
        label="What it is"
        description="In plain words, for whoever has never heard of it"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
      />
      <PickField
        form={form}
        name="stage"
        label="Stage"
        description="What is not offered is not chosen for tickets and orders"
        allowDeselect={false}
        data={STAGE_CHOICES}
      />
      <div className="f-form-pair">
        <PickField
          form={form}
          name="ownerId"
          label="Owner"
          description="Who answers for it"
          placeholder="Nobody"
          clearable
          searchable
          data={named(staff)}
        />
        <PickField
          form={form}
          name="teamId"
          label="Team"
          description="Who deals with it"
          placeholder="None"
          clearable
          data={named(teams)}
        />
      </div>
      <PickField form={form} name="importance" label="Importance" allowDeselect={false} data={IMPORTANCE_CHOICES} />
      <PromiseFields form={form} />
    </FormShell>
  );
}

/** When it is agreed to be there, and how much of that. */
function PromiseFields({ form }: { form: ReturnType<typeof useForm<Values>> }) {
  return (
    <>
      <PickField
        form={form}
        name="calendar"
        label="Agreed hours"
        description="Only these count when availability is worked out"
        allowDeselect={false}
        data={useCalendarChoices()}
      />
      <NumberField
        form={form}
        name="availabilityTarget"
        label="Availability target"
        description="Percent of the agreed hours; empty: nothing is promised"
        min={0.001}
        max={100}
        step={0.1}
        decimalScale={3}
        suffix=" %"
      />
      <SwitchField
        form={form}
        name="plannedCounts"
        label="Planned outages count as downtime"
        description="Else their time is taken off the agreed hours"
      />
    </>
  );
}
