import { named } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { InstantField } from '#web/ui/form/instant-field.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useWorkers } from '../../desk/names.ts';
import { useCan, useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';

type Props = {
  scheduleId: string;
  /** The shift that is handed on; without one, somebody takes over at times of their choice. */
  shift?: { from: string; to: string };
  /** By whose clocks the times are given: those by which the page around shows them. */
  timeZone: string;
  onClose(): void;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The instant that begins the minute, which is what a field shows of it. */
const toMinute = (at: number): string => new Date(at - (at % MINUTE_MS)).toISOString();

/** Somebody takes over for a while: oneself, or somebody else for one's own shift. */
export function CoverForm({ scheduleId, shift, timeZone, onClose }: Props) {
  const me = useMe();
  const can = useCan();
  const workers = useWorkers();
  const nextHour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;
  const form = useForm({
    values: {
      staffId: shift ? null : me.id,
      startsAt: toMinute(shift ? Math.max(Date.parse(shift.from), Date.now()) : nextHour),
      endsAt: toMinute(shift ? Date.parse(shift.to) : nextHour + 8 * HOUR_MS),
      note: '',
    },
    rules: {
      staffId: (id: string | null) => (id === null ? 'Choose who covers.' : null),
      startsAt: needed('when it begins'),
      endsAt: (end, { startsAt }) =>
        end === '' ? 'Enter when it ends.' : end <= startsAt ? 'It must end after it begins.' : null,
    },
    save: ({ values: { staffId, startsAt, endsAt, note } }) =>
      send(
        'POST /on-call/schedules/{id}/overrides',
        {
          params: { id: scheduleId },
          body: {
            staffId: staffId ?? '',
            startsAt,
            endsAt,
            note,
          },
        },
        TOUCHED,
      ),
    onSaved: onClose,
  });
  const others = can('settings.manage')
    ? 'For these times they are on call, whatever the rotations say'
    : 'Yourself for any time; somebody else for a time in which you are on call';
  return (
    <FormShell form={form} submit="Cover" onCancel={onClose}>
      <PickField
        form={form}
        name="staffId"
        label="Who covers"
        description={others}
        required
        data={named(workers)}
        data-autofocus
      />
      <div className="f-form-pair">
        <InstantField form={form} name="startsAt" label="From" timeZone={timeZone} required />
        <InstantField form={form} name="endsAt" label="To" timeZone={timeZone} required />
      </div>
      <TextField form={form} name="note" label="Note" maxLength={200} />
    </FormShell>
  );
}
