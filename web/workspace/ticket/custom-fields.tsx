import { Checkbox, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { CustomFieldView } from '#shared/classification.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { saveFields } from './use-save.ts';

/** The fields that this desk added for the ticket's kind. */
export function CustomFields({ ticket, editable }: { ticket: TicketView; editable: boolean }) {
  const { data } = useGet('GET /custom-fields', {}, { staleTime: 5 * 60_000 });
  const fields = (data?.items ?? []).filter(({ active, kinds }) => active && kinds.includes(ticket.kind));
  return fields.map((field) => (
    <CustomField
      key={`${field.key} ${ticket.version}`}
      field={field}
      value={ticket.custom[field.key]}
      editable={editable}
      onSave={(value) =>
        void saveFields(ticket, { custom: { ...ticket.custom, [field.key]: value } }, `${field.label} saved`)
      }
    />
  ));
}

type Props = { field: CustomFieldView; value: unknown; editable: boolean; onSave(value: unknown): void };

function CustomField({ field, value, editable, onSave }: Props) {
  const { label, help, type, options } = field;
  const common = { label, description: help || undefined, disabled: !editable };
  const text = typeof value === 'string' ? value : '';
  if (type === 'boolean')
    return <Checkbox {...common} checked={value === true} onChange={(event) => onSave(event.currentTarget.checked)} />;
  if (type === 'choice')
    return <Select {...common} data={options} value={text || null} clearable={!field.required} onChange={onSave} />;
  if (type === 'choices')
    return (
      <MultiSelect {...common} data={options} value={Array.isArray(value) ? value.map(String) : []} onChange={onSave} />
    );
  if (type === 'number') {
    return (
      <NumberInput
        {...common}
        defaultValue={typeof value === 'number' ? value : ''}
        onBlur={(event) => saveNumber(event.currentTarget.value, value, onSave)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={type === 'date' ? 'date' : 'text'}
      defaultValue={text}
      onBlur={(event) => event.currentTarget.value !== text && onSave(event.currentTarget.value || null)}
    />
  );
}

function saveNumber(typed: string, before: unknown, onSave: (value: unknown) => void): void {
  const next = typed.trim() === '' ? null : Number(typed);
  if (next !== (before ?? null)) onSave(next);
}
