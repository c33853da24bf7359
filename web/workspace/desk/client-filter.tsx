import { named } from '#web/ui/form/choices.ts';
import { MOST_OFFERED, Select } from '#web/ui/form/select.tsx';
import { useClients } from './names.ts';

type Props = { value: string | null; onChange(clientId: string | null): void; placeholder?: string };

/** Narrows a list to one of the clients that the reader sees. */
export function ClientFilter({ value, onChange, placeholder = 'All clients' }: Props) {
  return (
    <Select
      aria-label="Client"
      placeholder={placeholder}
      clearable
      searchable
      limit={MOST_OFFERED}
      data={named(useClients())}
      value={value}
      onChange={onChange}
    />
  );
}
