import {
  type ComboboxItem,
  getOptionsLockup,
  getParsedComboboxData,
  MultiSelect as MantineMultiSelect,
  Select as MantineSelect,
  type MultiSelectProps,
  type SelectProps,
} from '@mantine/core';
import { type KeyboardEvent, useMemo } from 'react';
import { ui } from '../words/words.ts';
import { fittingFilter } from './fitting.ts';
import { useTyped } from './use-typed.ts';

export type { MultiSelectProps, SelectProps };

/** A list longer than this is narrowed by typing; drawing all of it would be slow. */
export const MOST_OFFERED = 200;

function useOptions(data: SelectProps['data']): readonly ComboboxItem[] {
  return useMemo(() => Object.values(getOptionsLockup(getParsedComboboxData(data))) as ComboboxItem[], [data]);
}

/** Calls the page's own handler, then what every field does. */
const both =
  <Event,>(own: ((event: Event) => void) | undefined, every: (event: Event) => void) =>
  (event: Event) => {
    own?.(event);
    every(event);
  };

/** One of several, the only such field of the house. With `searchable` the list is narrowed by typing. Always controlled. */
export function Select(props: SelectProps) {
  return props.searchable ? (
    <Searchable {...props} />
  ) : (
    <MantineSelect allowDeselect={false} onKeyDownCapture={sendForm} {...props} />
  );
}

/** The key that sends a form does just that, and opens no list over what it is answered. */
function sendForm(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.form?.requestSubmit();
}

function Searchable({ onFocus, onBlur, onClick, onKeyDown, onInput, onChange, error, ...rest }: SelectProps) {
  const typed = useTyped({
    options: useOptions(rest.data),
    choose: (option) => option.value !== rest.value && onChange?.(option.value, option),
    clear: rest.clearable ? () => onChange?.(null, null) : undefined,
  });
  const { field } = typed;
  return (
    <MantineSelect
      allowDeselect={false}
      nothingFoundMessage={ui('ui.nothingFits')}
      filter={fittingFilter}
      {...rest}
      error={error ?? typed.fault}
      selectFirstOptionOnChange={typed.typing}
      onOptionSubmit={typed.onChosen}
      {...(onChange ? { onChange } : {})}
      onInput={both(onInput, field.onInput)}
      onKeyDown={both(onKeyDown, field.onKeyDown)}
      onFocus={both(onFocus, field.onFocus)}
      onClick={both(onClick, field.onClick)}
      onBlur={both(onBlur, field.onBlur)}
    />
  );
}

/** Any of several. */
export function MultiSelect({ onBlur, onKeyDown, onInput, error, ...rest }: MultiSelectProps) {
  const value = rest.value ?? [];
  const options = useOptions(rest.data);
  const typed = useTyped({
    options: options.filter((option) => !value.includes(option.value)),
    choose: (option) => rest.onChange?.([...value, option.value]),
  });
  const { field } = typed;
  return (
    <MantineMultiSelect
      nothingFoundMessage={ui('ui.nothingFits')}
      filter={fittingFilter}
      {...rest}
      placeholder={value.length > 0 ? undefined : rest.placeholder}
      error={error ?? typed.fault}
      selectFirstOptionOnChange={typed.typing}
      onOptionSubmit={typed.onChosen}
      onInput={both(onInput, field.onInput)}
      onKeyDown={both(onKeyDown, field.onKeyDown)}
      onBlur={both(onBlur, field.onBlur)}
    />
  );
}
