import { Checkbox, NumberInput, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { isEmpty } from '#kernel/custom-value.ts';
import type { CustomFieldView } from '#shared/classification.ts';
import type { TicketView } from '#shared/ticket.ts';
import { MultiSelect } from '#web/ui/form/select.tsx';
import { customValue, useCustomFields } from '../desk/custom-values.tsx';
import { Fact } from './fact.tsx';
import { QuietSelect } from './quiet-select.tsx';
import { saveFields } from './use-save.ts';

/** The fields that this desk added for the ticket's kind: those with a value or required, the others when asked for. */
export function CustomFields({ ticket, editable }: { ticket: TicketView; editable: boolean }) {
  const [all, setAll] = useState(false);
  const fields = useCustomFields(ticket.kind);
  const shown = all
    ? fields
    : fields.filter(({ key, required }) => required || !isEmpty(customValue(ticket.custom, key)));
  const rest = fields.length - shown.length;
  return (
    <>
      {shown.map((field) => (
        <Fact key={`${field.key} ${ticket.version}`} label={field.label} help={field.help}>
          <CustomField
            field={field}
            value={customValue(ticket.custom, field.key)}
            editable={editable}
            onSave={(value) => void saveFields(ticket, { custom: { [field.key]: value } }, `${field.label} saved`)}
          />
        </Fact>
      ))}
      {rest > 0 && editable && (
        <UnstyledButton className="f-more-fields" onClick={() => setAll(true)}>
          {rest === 1 ? 'One empty field' : `${rest} empty fields`}
        </UnstyledButton>
      )}
    </>
  );
}

type Props = { field: CustomFieldView; value: unknown; editable: boolean; onSave(value: unknown): void };

function CustomField({ field, value, editable, onSave }: Props) {
  const { label, type, options } = field;
  const common = { className: 'f-quiet', 'aria-label': label, disabled: !editable, placeholder: 'None' };
  const text = typeof value === 'string' ? value : '';
  const choices = options.map((one) => ({ value: one, label: one }));
  if (type === 'boolean')
    return (
      <Checkbox
        aria-label={label}
        disabled={!editable}
        checked={value === true}
        onChange={(event) => onSave(event.currentTarget.checked)}
      />
    );
  if (type === 'choice')
    return (
      <QuietSelect
        label={label}
        data={choices}
        value={text || null}
        disabled={!editable}
        clearable={!field.required}
        onChange={onSave}
      />
    );
  if (type === 'choices')
    return (
      <MultiSelect {...common} data={choices} value={Array.isArray(value) ? value.map(String) : []} onChange={onSave} />
    );
  if (type === 'number') {
    return (
      <NumberInput
        {...common}
        hideControls
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
