import { Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MultiSelect } from '#web/ui/form/select.tsx';
import { NeededNumber } from './number.tsx';
import type { EditorProps } from './types.ts';

type Shape = {
  type?: string;
  description?: string;
  title?: string;
  properties?: Record<string, Shape>;
  minimum?: number;
  maximum?: number;
  /** Of a list: what each of its parts is. */
  items?: Shape;
  enum?: readonly string[];
};

const words = (key: string) =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/^./, (letter) => letter.toUpperCase());

/** A setting without an editor of its own: its fields by their schema, and anything deeper as JSON. */
export function PlainEditor({ value, readOnly, onChange, schema }: EditorProps<unknown>) {
  const shape = (schema ?? {}) as Shape;
  const fields = Object.entries(shape.properties ?? {});
  if (shape.type !== 'object' || fields.length === 0)
    return <JsonField value={value} readOnly={readOnly} onChange={onChange} label="Value" />;
  const whole = value as Record<string, unknown>;
  return fields.map(([key, field]) => (
    <PlainField
      key={key}
      label={field.title ?? words(key)}
      field={field}
      value={whole[key]}
      readOnly={readOnly}
      onChange={(next) => onChange({ ...whole, [key]: next })}
    />
  ));
}

type FieldProps = EditorProps<unknown> & { label: string; field: Shape };

function PlainField({ label, field, value, readOnly, onChange }: FieldProps) {
  const { description } = field;
  const common = { label, ...(description ? { description } : {}), readOnly, maw: 420 };
  switch (field.type) {
    case 'boolean':
      return (
        <Switch
          label={label}
          description={description}
          disabled={readOnly}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'integer':
    case 'number':
      return (
        <NeededNumber
          {...common}
          allowDecimal={field.type === 'number'}
          {...(field.minimum === undefined ? {} : { min: field.minimum })}
          {...(field.maximum === undefined ? {} : { max: field.maximum })}
          value={value as number}
          onChange={onChange}
        />
      );
    case 'string':
      return (
        <TextInput {...common} value={String(value ?? '')} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    case 'array':
      if (field.items?.type === 'string')
        return (
          <ListField {...common} choices={field.items.enum} value={value as readonly string[]} onChange={onChange} />
        );
      return <JsonField label={label} value={value} readOnly={readOnly} onChange={onChange} />;
    default:
      return <JsonField label={label} value={value} readOnly={readOnly} onChange={onChange} />;
  }
}

type ListProps = {
  label: string;
  description?: string;
  readOnly: boolean;
  maw: number;
  choices: readonly string[] | undefined;
  value: readonly string[];
  onChange(next: readonly string[]): void;
};

/** Several of some words, or texts of one's own, a line each. */
function ListField({ choices, value, readOnly, onChange, ...common }: ListProps) {
  const [typed, setTyped] = useState(() => value.join('\n'));
  if (choices)
    return (
      <MultiSelect
        {...common}
        readOnly={readOnly}
        data={choices.map((one) => ({ value: one, label: words(one) }))}
        value={[...value]}
        onChange={onChange}
      />
    );
  return (
    <Textarea
      {...common}
      description={common.description ?? 'One a line'}
      readOnly={readOnly}
      autosize
      minRows={3}
      maxRows={12}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const lines = event.currentTarget.value.split('\n').map((line) => line.trim());
        onChange(lines.filter((line) => line !== ''));
      }}
    />
  );
}

function JsonField({ label, value, readOnly, onChange }: EditorProps<unknown> & { label: string }) {
  const [typed, setTyped] = useState(() => JSON.stringify(value, null, 2));
  const [wrong, setWrong] = useState(false);
  return (
    <Textarea
      label={label}
      readOnly={readOnly}
      className="f-mono"
      maxRows={20}
      value={typed}
      error={wrong ? 'This is not valid JSON yet.' : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        try {
          onChange(JSON.parse(text) as unknown);
          setWrong(false);
        } catch {
          // Half-typed JSON is not taken over; the field says so.
          setWrong(true);
        }
      }}
    />
  );
}
