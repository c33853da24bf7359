import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import type { CustomFieldView } from '#shared/classification.ts';
import { askCustom } from '#shared/lifecycle-words.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import { useGet } from '#web/api/use.ts';
import { MultiSelect, Select } from '#web/ui/form/select.tsx';

export type CustomValues = { readonly [key: string]: unknown };

/** The value of a field, whatever its key: `constructor` is one that every object has from elsewhere. */
export const customValue = (values: CustomValues, key: string): unknown =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/** The fields in use that the desk added for a kind of ticket, or for any, with null. */
export function useCustomFields(kind: TicketKind | null): readonly CustomFieldView[] {
  const { data } = useGet('GET /custom-fields', {}, { staleTime: 5 * 60_000 });
  return (data?.items ?? []).filter(({ active, kinds }) => active && (kind === null || kinds.includes(kind)));
}

/** Those that have to be filled in when a ticket is logged; `given` has values already, such as a template's. */
export function useAskedFields(kind: TicketKind, given: CustomValues = {}): readonly CustomFieldView[] {
  return useCustomFields(kind).filter(({ required, key }) => required && customValue(given, key) === undefined);
}

type Props = {
  kind: TicketKind | null;
  /** Only those of these keys. */
  only?: readonly string[];
  /** They have to be filled in; so they must where they are singled out, unless this says otherwise. */
  required?: boolean;
  values: CustomValues;
  /** What is wrong with all of them together. */
  error?: string;
  /** What is wrong with each, by its path: `custom.serial`. */
  errors?: Readonly<Record<string, string>>;
  onChange(next: CustomValues): void;
};

/** The fields that the desk added, to be filled in a form. */
export function CustomValuesFields({
  kind,
  only,
  required = only !== undefined,
  values,
  error,
  errors = {},
  onChange,
}: Props) {
  const fields = useCustomFields(kind).filter(({ key }) => only?.includes(key) ?? true);
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
          required={required}
          error={errors[askCustom(field.key)]}
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

type OneProps = {
  field: CustomFieldView;
  value: unknown;
  required: boolean;
  error: string | undefined;
  onChange(value: unknown): void;
};

/** Where an answer is needed, an empty box is none. */
const YES_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

function OneField({ field: { label, help, type, options }, value, required, error, onChange }: OneProps) {
  const common = { label, error, ...(help ? { description: help } : {}) };
  const asked = { ...common, withAsterisk: required };
  const text = typeof value === 'string' ? value : '';
  switch (type) {
    case 'boolean':
      if (required)
        return (
          <Select
            {...asked}
            data={YES_NO}
            value={typeof value === 'boolean' ? String(value) : null}
            onChange={(next) => onChange(next === 'true')}
          />
        );
      return (
        <Checkbox {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
      );
    case 'choice':
      return <Select {...asked} data={options} value={text || null} clearable onChange={onChange} />;
    case 'choices':
      return (
        <MultiSelect
          {...asked}
          data={options}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(next) => onChange(next.length > 0 ? next : null)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...asked}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'date':
    case 'text':
      return (
        <TextInput {...asked} type={type} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      );
  }
}
