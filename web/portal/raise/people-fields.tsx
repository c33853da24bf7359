import { CloseButton, TextInput } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useSettled } from '#web/ui/use-settled.ts';
import { t } from '../words/t.ts';

type Named = { id: string; name: string };

type Props = {
  people: readonly Named[];
  addresses: string;
  /** Who takes part already. */
  known?: readonly string[];
  faults: Readonly<Record<string, string>>;
  onPeople(people: readonly Named[]): void;
  onAddresses(addresses: string): void;
};

/** Whom else to tell: colleagues by name, others by address. */
export function PeopleFields({ people, addresses, known = [], faults, onPeople, onAddresses }: Props) {
  const { data: me } = useGet('GET /me', {});
  const [typed, setTyped] = useState('');
  const q = useSettled(typed);
  const found =
    useGet('GET /portal/colleagues', { query: { q } }, { placeholderData: keepPreviousData }).data?.items ?? [];
  const others = found.filter(({ id }) => id !== me?.id && !known.includes(id) && !people.some((one) => one.id === id));
  const addressFault = Object.entries(faults).find(([path]) => path.startsWith('addresses'))?.[1];
  return (
    <>
      <Select
        label={t('people.colleagues')}
        placeholder={t('common.choose')}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        error={faults['contactIds']}
        onChange={(chosen) => {
          const one = others.find(({ id }) => id === chosen);
          if (one) onPeople([...people, one]);
          setTyped('');
        }}
      />
      {people.length > 0 && (
        <p className="f-portal-facts">
          {people.map(({ id, name }) => (
            <span key={id} className="f-portal-person">
              <bdi>{name}</bdi>
              <CloseButton
                size="xs"
                aria-label={t('people.remove', { name })}
                onClick={() => onPeople(people.filter((one) => one.id !== id))}
              />
            </span>
          ))}
        </p>
      )}
      <TextInput
        label={t('people.others')}
        description={t('people.othersHelp')}
        value={addresses}
        error={addressFault}
        onChange={(event) => onAddresses(event.currentTarget.value)}
      />
    </>
  );
}
