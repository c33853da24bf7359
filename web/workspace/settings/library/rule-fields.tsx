import { Chip } from '@mantine/core';
import { NumberField, PickField, TextField } from '#web/ui/form/fields.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import type { RuleValues } from './rule-values.ts';

const OFTEN = [
  { value: 'daily', label: 'Days' },
  { value: 'weekly', label: 'Weeks' },
  { value: 'monthly', label: 'Months' },
  { value: 'yearly', label: 'Years' },
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((label, index) => ({
  value: String(index + 1),
  label,
}));
const WEEKS = [
  { value: '1', label: 'First' },
  { value: '2', label: 'Second' },
  { value: '3', label: 'Third' },
  { value: '4', label: 'Fourth' },
  { value: '-1', label: 'Last' },
];
const MONTHLY = [
  { value: 'day', label: 'On a day of the month' },
  { value: 'weekday', label: 'On a weekday of the month' },
];
const ENDS = [
  { value: 'never', label: 'Never' },
  { value: 'until', label: 'On a day' },
  { value: 'count', label: 'After a number of times' },
];

/** How often something comes, on which days, at what time on the wall, and until when. */
export function RuleFields({ form }: { form: Form<RuleValues> }) {
  const { frequency, weekdays, monthly, ends } = form.values;
  return (
    <>
      <div className="f-form-pair">
        <NumberField form={form} name="interval" label="Every" min={1} max={365} required />
        <PickField form={form} name="frequency" label="Unit" data={OFTEN} />
        <TextField form={form} name="time" label="At" type="time" required />
      </div>
      {frequency === 'weekly' && (
        <fieldset className="f-bare">
          <legend className="f-legend">On</legend>
          <div className="f-weekdays">
            {WEEKDAYS.map(({ value, label }) => (
              <Chip
                key={value}
                size="xs"
                checked={weekdays.includes(Number(value))}
                onChange={(on) =>
                  form.set(
                    'weekdays',
                    on ? [...weekdays, Number(value)] : weekdays.filter((day) => day !== Number(value)),
                  )
                }
              >
                {label}
              </Chip>
            ))}
          </div>
          {form.errors['weekdays'] && (
            <p className="f-field-fault" role="alert">
              {form.errors['weekdays']}
            </p>
          )}
        </fieldset>
      )}
      {frequency === 'monthly' && (
        <div className="f-form-pair">
          <PickField form={form} name="monthly" label="When in the month" data={MONTHLY} />
          {monthly === 'day' ? (
            <NumberField
              form={form}
              name="monthDay"
              label="Day"
              description="The last one where a month is shorter"
              min={1}
              max={31}
            />
          ) : (
            <>
              <PickField form={form} name="week" label="Which" data={WEEKS} />
              <PickField form={form} name="weekday" label="Weekday" data={WEEKDAYS} />
            </>
          )}
        </div>
      )}
      <div className="f-form-pair">
        <TextField form={form} name="start" label="First day it may come" type="date" required />
        <PickField form={form} name="ends" label="Ends" data={ENDS} />
        {ends === 'until' && <TextField form={form} name="until" label="Last day" type="date" />}
        {ends === 'count' && <NumberField form={form} name="count" label="Times in all" min={1} max={10_000} />}
      </div>
    </>
  );
}
