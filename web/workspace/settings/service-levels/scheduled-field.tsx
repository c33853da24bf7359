import { Radio } from '@mantine/core';
import type { PolicyVersionView } from '#shared/policy.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';

const KEEP = 'keep';
const TAKE_BACK = 'take back';

type Props<V> = { form: Form<V>; scheduled: PolicyVersionView };

/** What happens to a version that is scheduled for later when another is published. */
export function ScheduledField<V extends { replace: boolean }>({
  form,
  scheduled: { number, fromAt, terms },
}: Props<V>) {
  const at = dayAndTime(fromAt, Date.now(), useReader());
  return (
    <Radio.Group
      label={`Version ${number}, scheduled for ${at}`}
      error={form.errors['replace']}
      value={form.values.replace ? TAKE_BACK : KEEP}
      onChange={(next) => form.set('replace', (next === TAKE_BACK) as V['replace'])}
    >
      <div className="f-choices">
        <Radio
          value={KEEP}
          label="Stays scheduled"
          description={
            terms ? `From ${at} on it holds, in the place of what begins before` : `From ${at} on the policy ends`
          }
        />
        <Radio
          value={TAKE_BACK}
          label="Take it back"
          description="Whatever is scheduled for after this one never comes"
        />
      </div>
    </Radio.Group>
  );
}
