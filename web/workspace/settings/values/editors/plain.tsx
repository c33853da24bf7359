import { Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { NeededNumber } from './number.tsx';
import type { EditorProps } from './types.ts';

type Shape = {
  type?: string;
  description?: string;
  title?: string;
  properties?: Record<string, Shape>;
  minimum?: number;
  maximum?: number;
};

const words = (key: string) =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
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
    default:
      return <JsonField label={label} value={value} readOnly={readOnly} onChange={onChange} />;
  }
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
