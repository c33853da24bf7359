import { TextInput } from '@mantine/core';
import { named } from '#web/ui/form/choices.ts';
import { Select } from '#web/ui/form/select.tsx';
import { PRIORITY_NAMES } from '#web/ui/marks/priority-mark.tsx';
import { CustomValuesFields } from '../../../desk/custom-values.tsx';
import { useCategories, useServices } from '../../../desk/names.ts';
import { LEVELS } from '../choices.ts';
import type { StepProps } from './types.ts';

const AS_IS = 'Left as it is';
/** Stands for "take it away" in a list of choices, whose values are texts. */
const NOTHING = 'nothing';

/** Fields that are set to something; those left alone stay as they are on the ticket. */
export function SetStep({ value, onChange }: StepProps<'set'>) {
  const categories = useCategories().filter(({ active }) => active);
  const services = useServices().filter(({ active }) => active);
  const set = (name: keyof typeof value, next: unknown) => {
    const { [name]: _before, ...rest } = value;
    onChange(next === undefined ? rest : { ...rest, [name]: next });
  };
  const text = (of: number | string | null | undefined) =>
    of === null ? NOTHING : of === undefined ? null : String(of);
  const read = (chosen: string | null) => (chosen === null ? undefined : chosen === NOTHING ? null : chosen);
  const number = (chosen: string | null) => (read(chosen) ? Number(chosen) : read(chosen));
  const choices = { placeholder: AS_IS, clearable: true, searchable: true };
  return (
    <>
      <div className="f-form-pair">
        <Select
          label="Impact"
          {...choices}
          data={LEVELS}
          value={text(value.impact)}
          onChange={(next) => set('impact', number(next))}
        />
        <Select
          label="Urgency"
          {...choices}
          data={LEVELS}
          value={text(value.urgency)}
          onChange={(next) => set('urgency', number(next))}
        />
        <Select
          label="Priority"
          {...choices}
          data={[
            { value: NOTHING, label: 'By impact and urgency' },
            ...PRIORITY_NAMES.map((name, index) => ({ value: String(index + 1), label: `P${index + 1} ${name}` })),
          ]}
          value={text(value.priority)}
          onChange={(next) => set('priority', number(next))}
        />
      </div>
      <div className="f-form-pair">
        <Select
          label="Category"
          {...choices}
          data={[{ value: NOTHING, label: 'None' }, ...categories.map(({ id, path }) => ({ value: id, label: path }))]}
          value={text(value.categoryId)}
          onChange={(next) => set('categoryId', read(next))}
        />
        <Select
          label="Service"
          {...choices}
          data={[{ value: NOTHING, label: 'None' }, ...named(services)]}
          value={text(value.serviceId)}
          onChange={(next) => set('serviceId', read(next))}
        />
      </div>
      <TextInput
        label="Title"
        placeholder={AS_IS}
        maxLength={300}
        value={value.title ?? ''}
        onChange={(event) => set('title', event.currentTarget.value || undefined)}
      />
      <CustomValuesFields
        kind={null}
        values={value.custom ?? {}}
        onChange={(custom) => set('custom', Object.keys(custom).length > 0 ? custom : undefined)}
      />
    </>
  );
}
