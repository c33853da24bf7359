import { named } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
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
  onClose(): void;
};

const HOUR_MS = 3_600_000;

/** An instant as the field for a date and time has it, by the clock of this browser. */
const fieldOf = (at: number): string => {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** Somebody takes over for a while: oneself, or somebody else for one's own shift. */
export function CoverForm({ scheduleId, shift, onClose }: Props) {
  const me = useMe();
  const can = useCan();
  const workers = useWorkers();
  const nextHour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;
  const form = useForm({
    values: {
      staffId: shift ? null : me.id,
      startsAt: fieldOf(shift ? Math.max(Date.parse(shift.from), Date.now()) : nextHour),
      endsAt: fieldOf(shift ? Date.parse(shift.to) : nextHour + 8 * HOUR_MS),
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
            startsAt: new Date(startsAt).toISOString(),
            endsAt: new Date(endsAt).toISOString(),
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
        <TextField form={form} name="startsAt" type="datetime-local" label="From" required />
        <TextField form={form} name="endsAt" type="datetime-local" label="To" required />
      </div>
      <TextField form={form} name="note" label="Note" maxLength={200} />
    </FormShell>
  );
}
