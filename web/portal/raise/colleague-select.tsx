import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useSettled } from '#web/ui/use-settled.ts';

type Named = { id: string; name: string };

type Props = {
  label: string;
  placeholder: string;
  value: Named | null;
  /** Who is not offered, besides the reader. */
  without?: readonly string[];
  error: string | undefined;
  autoFocus?: boolean | undefined;
  onChoose(colleague: Named | null): void;
};

/** A colleague, found by a piece of their name. */
export function ColleagueSelect({
  label,
  placeholder,
  value,
  without = [],
  error,
  autoFocus = false,
  onChoose,
}: Props) {
  const { data: me } = useGet('GET /me', {});
  const [typed, setTyped] = useState(value?.name ?? '');
  const q = useSettled(typed);
  const found =
    useGet('GET /portal/colleagues', { query: { q } }, { placeholderData: keepPreviousData }).data?.items ?? [];
  const others = found.filter(({ id }) => id !== me?.id && id !== value?.id && !without.includes(id));
  const offered = value ? [value, ...others] : others;
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      error={error}
      autoFocus={autoFocus}
      onChange={(chosen) => {
        const one = offered.find(({ id }) => id === chosen) ?? null;
        onChoose(one);
        if (value === null) setTyped('');
      }}
    />
  );
}
