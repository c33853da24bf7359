import {
  type NumberInputProps,
  PasswordInput,
  type PasswordInputProps,
  Switch,
  type SwitchProps,
  TagsInput,
  type TagsInputProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import { type Bound, common, put } from './bound.ts';
import { NumberInput } from './number-input.tsx';
import { MOST_OFFERED, MultiSelect, type MultiSelectProps, Select, type SelectProps } from './select.tsx';

export function TextField<V>({ form, name, ...rest }: Bound<V, string, TextInputProps>) {
  return (
    <TextInput
      {...rest}
      {...common(form, name)}
      value={form.values[name] as string}
      onChange={(event) => put(form, name, event.currentTarget.value)}
    />
  );
}

export function SecretField<V>({ form, name, ...rest }: Bound<V, string, PasswordInputProps>) {
  return (
    <PasswordInput
      {...rest}
      {...common(form, name)}
      value={form.values[name] as string}
      onChange={(event) => put(form, name, event.currentTarget.value)}
    />
  );
}

export function AreaField<V>({ form, name, ...rest }: Bound<V, string, TextareaProps>) {
  return (
    <Textarea
      {...rest}
      {...common(form, name)}
      value={form.values[name] as string}
      onChange={(event) => put(form, name, event.currentTarget.value)}
    />
  );
}

/** One of several. A field that may be empty holds null and can be cleared; another one cannot. */
export function PickField<V>({ form, name, ...rest }: Bound<V, string | null, SelectProps>) {
  const value = form.values[name] as string | null;
  return (
    <Select
      searchable={(rest.data?.length ?? 0) > 8}
      allowDeselect={false}
      limit={MOST_OFFERED}
      {...rest}
      {...common(form, name)}
      value={value}
      onChange={(next) => put(form, name, next)}
    />
  );
}

export function ManyField<V>({ form, name, ...rest }: Bound<V, readonly string[], MultiSelectProps>) {
  return (
    <MultiSelect
      searchable
      limit={MOST_OFFERED}
      {...rest}
      {...common(form, name)}
      value={[...(form.values[name] as readonly string[])]}
      onChange={(next) => put(form, name, next)}
    />
  );
}

/** Words of one's own, each closed by Enter. */
export function WordsField<V>({ form, name, ...rest }: Bound<V, readonly string[], TagsInputProps>) {
  return (
    <TagsInput
      {...rest}
      {...common(form, name)}
      value={[...(form.values[name] as readonly string[])]}
      onChange={(next) => put(form, name, next)}
    />
  );
}

/** A number, whole unless it may have decimals (`decimalScale`); empty counts as null where the field may be empty, and as `least` elsewhere. */
export function NumberField<V>({ form, name, ...rest }: Bound<V, number | null, NumberInputProps>) {
  const value = form.values[name] as number | null;
  return (
    <NumberInput
      allowDecimal={(rest.decimalScale ?? 0) > 0}
      {...rest}
      {...common(form, name)}
      value={value ?? ''}
      onChange={(next) => put(form, name, typeof next === 'number' ? next : null)}
    />
  );
}

export function SwitchField<V>({ form, name, ...rest }: Bound<V, boolean, SwitchProps>) {
  return (
    <Switch
      {...rest}
      {...common(form, name)}
      checked={form.values[name] as boolean}
      onChange={(event) => put(form, name, event.currentTarget.checked)}
    />
  );
}
