import { TagsInput, TextInput } from '@mantine/core';
import { LINK_KINDS } from '#shared/vocabulary.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useStaff } from '../../../desk/names.ts';
import { choicesOf } from '../choices.ts';
import type { StepProps } from './types.ts';

export function TagsStep({ value, onChange }: StepProps<'tags'>) {
  return (
    <div className="f-form-pair">
      <TagsInput
        label="Add"
        placeholder={value.add?.length ? '' : 'A tag, then Enter'}
        value={value.add ?? []}
        onChange={(add) => onChange({ ...value, add })}
      />
      <TagsInput
        label="Remove"
        placeholder={value.remove?.length ? '' : 'A tag, then Enter'}
        value={value.remove ?? []}
        onChange={(remove) => onChange({ ...value, remove })}
      />
    </div>
  );
}

export function ChecklistStep({ value, onChange }: StepProps<'checklist'>) {
  const { data } = useGet('GET /checklists', {});
  return (
    <Select
      label="Checklist"
      searchable
      allowDeselect={false}
      nothingFoundMessage="No checklists yet; make one first"
      data={named(data?.items ?? [])}
      value={value.checklistId || null}
      onChange={(checklistId) => checklistId && onChange({ checklistId })}
    />
  );
}

export function LinkStep({ value, onChange }: StepProps<'link'>) {
  return (
    <div className="f-form-pair">
      <Select
        label="As"
        allowDeselect={false}
        data={choicesOf(LINK_KINDS)}
        value={value.kind}
        onChange={(kind) => kind && onChange({ ...value, kind: kind as typeof value.kind })}
      />
      <TextInput
        label="Ticket"
        placeholder="Asked for each time"
        value={value.to ?? ''}
        onChange={(event) => {
          const to = event.currentTarget.value;
          onChange(to === '' ? { kind: value.kind } : { kind: value.kind, to });
        }}
      />
    </div>
  );
}

const WATCHERS = [
  { value: 'me', label: 'Me: whoever runs it' },
  { value: 'requester', label: 'The requester' },
  { value: 'staff', label: 'One of our people' },
];

export function WatchStep({ value, onChange }: StepProps<'watch'>) {
  const staff = useStaff().filter(({ active }) => active);
  // A certain person of a client makes sense for that client alone; such a step of the API's is shown, but not offered.
  const kinds = value.kind === 'contact' ? [...WATCHERS, { value: 'contact', label: 'A client’s person' }] : WATCHERS;
  return (
    <div className="f-form-pair">
      <Select
        label="Who"
        allowDeselect={false}
        data={kinds}
        value={value.kind}
        onChange={(kind) => kind && kind !== value.kind && onChange({ kind: kind as typeof value.kind })}
      />
      {value.kind === 'staff' && (
        <Select
          label="Person"
          searchable
          allowDeselect={false}
          data={named(staff)}
          value={value.id ?? null}
          onChange={(id) => id && onChange({ kind: 'staff', id })}
        />
      )}
    </div>
  );
}
