import type { SlaCalendarView } from '#shared/sla-calendar.ts';
import { call } from '#web/api/client.ts';
import { countries, TIME_ZONES } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';
import { SimulateButton } from '../simulations/simulate-button.tsx';
import { HoursEditor } from '../values/editors/hours.tsx';
import { CalendarReach } from './calendar-reach.tsx';
import {
  type CalendarValues,
  calendarField,
  calendarTerms,
  calendarValues,
  calendarWords,
  NEW_CALENDAR,
} from './calendar-values.ts';
import { TOUCHED } from './touched.ts';

const LABELS = {
  name: 'Name',
  hours: 'Hours',
  timeZone: 'Time zone',
  country: 'Public holidays of',
  region: 'State or region',
} as const;

/** A calendar: hours by weekday, where they count, and when it is closed. */
export function CalendarForm({ calendar, onClose }: { calendar: SlaCalendarView | null; onClose(): void }) {
  const form = useForm<CalendarValues>({
    values: calendar ? calendarValues(calendar) : NEW_CALENDAR,
    version: calendar?.version ?? 0,
    rules: { name: needed('a name such as Support line') },
    draft: `calendar.${calendar?.id ?? 'new'}`,
    marks: 'hours',
    rename: calendarField,
    save: ({ values, changed: { name: _name, ...terms }, version }) =>
      calendar
        ? send(
            'PATCH /service-levels/calendars/{id}',
            {
              params: { id: calendar.id },
              body: {
                version,
                name: values.name,
                ...(Object.keys(terms).length > 0 ? { terms: calendarTerms(values) } : {}),
              },
            },
            TOUCHED,
          )
        : send(
            'POST /service-levels/calendars',
            { body: { name: values.name, terms: calendarTerms(values) } },
            TOUCHED,
          ),
    latest: async () => {
      const { items } = await call('GET /service-levels/calendars', {});
      const stored = items.find(({ id }) => id === calendar?.id);
      return stored
        ? { values: calendarValues(stored), version: stored.version }
        : { values: NEW_CALENDAR, version: 0 };
    },
    onSaved: onClose,
  });
  const { hours, country } = form.values;
  return (
    <FormShell
      form={form}
      submit={calendar ? 'Save' : 'Create calendar'}
      onCancel={onClose}
      labels={LABELS}
      show={(name, value) =>
        name === 'hours'
          ? calendarWords({ ...(value as CalendarValues['hours']), timeZone: null, holidays: null })
          : undefined
      }
      more={
        calendar && (
          <>
            <SimulateButton
              form={form}
              draft={(values) => ({ calendars: [{ id: calendar.id, terms: calendarTerms(values) }] })}
            />
            <DeleteButton
              what={`the calendar “${calendar.name}”`}
              body="It cannot go while a policy counts by it. Tickets keep the hours by which they were counted."
              remove={() =>
                send(
                  'PATCH /service-levels/calendars/{id}',
                  { params: { id: calendar.id }, body: { version: calendar.version, active: false } },
                  TOUCHED,
                )
              }
              onGone={onClose}
            />
          </>
        )
      }
    >
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus maxLength={120} />
      <PickField
        form={form}
        name="timeZone"
        label={LABELS.timeZone}
        placeholder="Where the client or its site is"
        clearable
        searchable
        data={[...TIME_ZONES]}
      />
      <HoursEditor
        value={hours}
        readOnly={false}
        holidaysOf={country === null ? undefined : 'the place below'}
        onChange={(next) => form.set('hours', next)}
      />
      {form.errors['hours'] && (
        <p className="f-form-fault" role="alert">
          {form.errors['hours']}
        </p>
      )}
      {hours.publicHolidays && !hours.alwaysOpen && (
        <div className="f-form-pair">
          <PickField
            form={form}
            name="country"
            label={LABELS.country}
            placeholder="The client’s country and region"
            clearable
            searchable
            data={countries()}
          />
          {country !== null && (
            <TextField
              form={form}
              name="region"
              label={LABELS.region}
              description="For regional holidays, such as NSW"
              maxLength={20}
            />
          )}
        </div>
      )}
      {calendar && calendar.policies > 0 && (
        <p className="f-form-note">
          {calendar.policies === 1 ? 'One policy counts by it.' : `${calendar.policies} policies count by it.`} Other
          hours hold at once for clocks that run: what they used up stays, what is left is counted anew.
        </p>
      )}
      {calendar && calendar.policies > 0 && form.dirty && (
        <CalendarReach id={calendar.id} terms={calendarTerms(form.values)} />
      )}
    </FormShell>
  );
}
