import { CloseButton, TextInput } from '@mantine/core';
import { t } from '../words/t.ts';
import { ColleagueSelect } from './colleague-select.tsx';

type Named = { id: string; name: string };

type Props = {
  people: readonly Named[];
  addresses: string;
  /** Who takes part already. */
  known?: readonly string[];
  faults: Readonly<Record<string, string>>;
  autoFocus?: boolean;
  onPeople(people: readonly Named[]): void;
  onAddresses(addresses: string): void;
};

/** Whom else to tell: colleagues by name, others by address. */
export function PeopleFields({ people, addresses, known = [], faults, autoFocus, onPeople, onAddresses }: Props) {
  const addressFault = Object.entries(faults).find(([path]) => path.startsWith('addresses'))?.[1];
  return (
    <>
      <ColleagueSelect
        label={t('people.colleagues')}
        placeholder={t('common.choose')}
        value={null}
        autoFocus={autoFocus}
        without={[...known, ...people.map(({ id }) => id)]}
        error={faults['contactIds']}
        onChoose={(one) => one && onPeople([...people, one])}
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
