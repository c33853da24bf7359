import { Button } from '@mantine/core';
import type { ScheduleRow, ScheduleView } from '#shared/on-call.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { named, TIME_ZONES } from '#web/ui/form/choices.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { moved, put, without } from '#web/ui/form/order.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useTeams } from '../../desk/names.ts';
import { useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';
import { LayerFields } from './layer-fields.tsx';
import { Preview } from './preview.tsx';
import { newLayer, newSchedule, SCHEDULE_RULES, type ScheduleValues, scheduleValues } from './schedule-values.ts';
import { TOUCHED } from './touched.ts';
import { useNames } from './use-names.ts';

const LABELS = { name: 'Name', timeZone: 'Time zone', teamId: 'Team', layers: 'Rotations' } as const;

type Props = { schedule: ScheduleRow | null; onClose(): void };

/** A schedule: its zone, and rotations on top of each other. What is stored is read first. */
export function ScheduleForm({ schedule, onClose }: Props) {
  const id = schedule?.id ?? '';
  const { data } = useGet('GET /on-call/schedules/{id}', { params: { id } }, { enabled: schedule !== null });
  if (schedule && !data) return <SkeletonLines lines={8} />;
  return <Fields schedule={data ?? null} onClose={onClose} />;
}

function Fields({ schedule, onClose }: { schedule: ScheduleView | null; onClose(): void }) {
  const me = useMe();
  const teams = useTeams();
  const { nameOf } = useNames();
  const today = dayIn(Date.now(), me.timeZone);
  const blank = newSchedule(today, me.timeZone);
  const form = useForm<ScheduleValues>({
    values: schedule ? scheduleValues(schedule) : blank,
    version: schedule?.version ?? 0,
    rules: SCHEDULE_RULES,
    draft: `schedule.${schedule?.id ?? 'new'}`,
    rename: (path) => (path.startsWith('layers') ? 'layers' : path),
    save: ({ values, changed, version }) =>
      schedule
        ? send('PATCH /on-call/schedules/{id}', { params: { id: schedule.id }, body: { version, ...changed } }, TOUCHED)
        : send('POST /on-call/schedules', { body: values }, TOUCHED),
    latest: async () => {
      if (!schedule) return { values: blank, version: 0 };
      const stored = await call('GET /on-call/schedules/{id}', { params: { id: schedule.id } });
      return { values: scheduleValues(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  const { layers } = form.values;
  const set = (next: ScheduleValues['layers']) => form.set('layers', next);
  return (
    <FormShell
      form={form}
      submit={schedule ? 'Save' : 'Create schedule'}
      onCancel={onClose}
      labels={LABELS}
      show={(name, value) =>
        name === 'layers'
          ? (value as ScheduleValues['layers'])
              .map((one) => `${one.name}: ${one.members.map(nameOf).join(', ')}`)
              .join('; ')
          : undefined
      }
      more={
        schedule && (
          <DeleteButton
            what={`the schedule “${schedule.name}”`}
            body="Its rotations and cover go with it. It cannot go while an escalation path calls it."
            remove={() => send('DELETE /on-call/schedules/{id}', { params: { id: schedule.id } }, TOUCHED)}
            onGone={onClose}
          />
        )
      }
    >
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <div className="f-form-pair">
        <PickField
          form={form}
          name="timeZone"
          label={LABELS.timeZone}
          description="Turns are handed over by the clock there"
          data={[...TIME_ZONES]}
        />
        <PickField
          form={form}
          name="teamId"
          label={LABELS.teamId}
          description="Whose schedule it is"
          placeholder="None"
          clearable
          data={named(teams)}
        />
      </div>
      <h3 className="f-form-part">Rotations</h3>
      <p className="f-plain f-dim">Where a later rotation covers, it wins over those above it.</p>
      <ol className="f-layers">
        {layers.map((layer, at) => (
          <LayerFields
            // biome-ignore lint/suspicious/noArrayIndexKey: rotations have no identity but their place
            key={at}
            layer={layer}
            at={at}
            count={layers.length}
            nameOf={nameOf}
            onChange={(next) => set(put(layers, at, next))}
            onMove={(by) => set(moved(layers, at, by))}
            onRemove={() => set(without(layers, at))}
          />
        ))}
      </ol>
      <Button
        variant="default"
        className="f-start"
        onClick={() => set([...layers, newLayer(today, `Rotation ${layers.length + 1}`)])}
      >
        Add a rotation
      </Button>
      {form.errors['layers'] && (
        <p className="f-form-fault" role="alert">
          {form.errors['layers']}
        </p>
      )}
      <h3 className="f-form-part">As it would be</h3>
      <Preview values={form.values} />
    </FormShell>
  );
}
