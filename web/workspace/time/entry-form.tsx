import { Checkbox } from '@mantine/core';
import { sayMinutes } from '#kernel/minutes.ts';
import type { TimeEntryView } from '#shared/time.ts';
import { useGet } from '#web/api/use.ts';
import { AreaField, PickField, SwitchField } from '#web/ui/form/fields.tsx';
import { InstantField } from '#web/ui/form/instant-field.tsx';
import { readTime } from '#web/ui/form/minutes.ts';
import { MinutesField, MOST_MINUTES } from '#web/ui/form/minutes-field.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { TIME_TOUCHED } from './touched.ts';

type Values = {
  minutes: string;
  note: string;
  billable: boolean;
  workTypeId: string | null;
  startedAt: string;
  workedAt: string;
};
const LABELS = {
  minutes: 'Time',
  note: 'What was done',
  billable: 'Billable',
  workTypeId: 'Kind of work',
  startedAt: 'Began',
  workedAt: 'Done',
} as const;
const TIME = LABELS.minutes;

const valuesOf = (entry: TimeEntryView): Values => ({
  minutes: sayMinutes(entry.minutes),
  ...{ note: entry.note, billable: entry.billable, workTypeId: entry.workType?.id ?? null },
  ...{ startedAt: entry.startedAt ?? '', workedAt: entry.workedAt },
});

/** Changes recorded time: how long, of what kind, and from when, where that is known. */
export function EntryForm({ entry, onClose }: { entry: TimeEntryView; onClose(): void }) {
  const { data: types } = useGet('GET /work-types', {});
  const form = useForm<Values>({
    values: valuesOf(entry),
    version: entry.version,
    rules: {
      minutes: (text) =>
        readTime(text, TIME, MOST_MINUTES).fault ?? (text.trim() ? null : 'Enter a time such as 1h 15.'),
    },
    save: ({ values, changed, version }) => {
      const { minutes: _text, startedAt, workedAt, ...plain } = changed;
      const { minutes } = readTime(values.minutes, TIME, MOST_MINUTES);
      return send(
        'PATCH /time/{id}',
        {
          params: { id: entry.id },
          body: {
            ...{ version, ...plain },
            ...(minutes === null ? {} : { minutes }),
            ...(startedAt === undefined ? {} : { startedAt: startedAt || null }),
            ...(workedAt && !values.startedAt ? { workedAt } : {}),
          },
        },
        TIME_TOUCHED,
      );
    },
    onSaved: onClose,
  });
  const offered = (types?.items ?? []).filter(({ id, active }) => active || id === entry.workType?.id);
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={LABELS}>
      <MinutesField label={TIME} value={form.values.minutes} onChange={(minutes) => form.set('minutes', minutes)} />
      <AreaField form={form} name="note" label={LABELS.note} minRows={2} maxLength={2000} />
      <PickField
        form={form}
        name="workTypeId"
        label={LABELS.workTypeId}
        clearable
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SwitchField form={form} name="billable" label={LABELS.billable} />
      <Checkbox
        label="It is known when it began"
        checked={form.values.startedAt !== ''}
        onChange={({ currentTarget: { checked } }) =>
          form.set(
            'startedAt',
            checked ? new Date(Date.parse(entry.workedAt) - entry.minutes * 60_000).toISOString() : '',
          )
        }
      />
      {form.values.startedAt === '' ? (
        <InstantField form={form} name="workedAt" label={LABELS.workedAt} />
      ) : (
        <InstantField form={form} name="startedAt" label={LABELS.startedAt} />
      )}
    </FormShell>
  );
}
