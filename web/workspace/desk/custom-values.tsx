import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import type { CustomFieldView } from '#shared/classification.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import { useGet } from '#web/api/use.ts';
import { MultiSelect, Select } from '#web/ui/form/select.tsx';

export type CustomValues = { readonly [key: string]: unknown };

/** The value of a field, whatever its key: `constructor` is one that every object has from elsewhere. */
export const customValue = (values: CustomValues, key: string): unknown =>
  Object.hasOwn(values, key) ? values[key] : undefined;

type Props = { kind: TicketKind | null; values: CustomValues; error?: string; onChange(next: CustomValues): void };

/** The fields that the desk added for a kind of ticket (or for any, with null), to be filled in a form. */
export function CustomValuesFields({ kind, values, error, onChange }: Props) {
  const { data } = useGet('GET /custom-fields', {}, { staleTime: 5 * 60_000 });
  const fields = (data?.items ?? []).filter(({ active, kinds }) => active && (kind === null || kinds.includes(kind)));
  const set = (key: string, value: unknown) => {
    const { [key]: _before, ...rest } = values;
    onChange(value === null || value === '' ? rest : { ...rest, [key]: value });
  };
  if (fields.length === 0) return null;
  return (
    <>
      {fields.map((field) => (
        <OneField
          key={field.key}
          field={field}
          value={customValue(values, field.key)}
          onChange={(value) => set(field.key, value)}
        />
      ))}
      {error && (
        <p className="f-field-fault" role="alert">
          {error}
        </p>
      )}
    </>
  );
}

type OneProps = { field: CustomFieldView; value: unknown; onChange(value: unknown): void };

function OneField({ field: { label, help, type, options }, value, onChange }: OneProps) {
  const common = { label, ...(help ? { description: help } : {}) };
  const text = typeof value === 'string' ? value : '';
  switch (type) {
    case 'boolean':
      return (
        <Checkbox {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
      );
    case 'choice':
      return <Select {...common} data={options} value={text || null} clearable onChange={onChange} />;
    case 'choices':
      return (
        <MultiSelect
          {...common}
          data={options}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(next) => onChange(next.length > 0 ? next : null)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'date':
    case 'text':
      return (
        <TextInput {...common} type={type} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      );
  }
}
