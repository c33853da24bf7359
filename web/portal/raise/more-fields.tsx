import type { RaiseOptions } from '#shared/portal.ts';
import { Select } from '#web/ui/form/select.tsx';
import { t } from '../words/t.ts';
import { ColleagueSelect } from './colleague-select.tsx';
import { PeopleFields } from './people-fields.tsx';
import type { EMPTY_RAISE } from './raise.ts';

type Values = typeof EMPTY_RAISE;
type Props = {
  options: RaiseOptions;
  values: Values;
  faults: Readonly<Record<string, string>>;
  change(values: Partial<Values>): void;
};

const optionsOf = (things: readonly { id: string; name: string }[]) =>
  things.map(({ id, name }) => ({ value: id, label: name }));

/** For whom it is, where and about what, and who else is told. */
export function MoreFields({ options, values, faults, change }: Props) {
  const { forWhom, siteId, serviceId, people, addresses } = values;
  return (
    <>
      <ColleagueSelect
        label={t('order.forWhom')}
        placeholder={t('order.forYou')}
        value={forWhom}
        error={faults['forContactId']}
        onChoose={(forWhom) => change({ forWhom })}
      />
      {options.sites.length > 1 && (
        <Select
          label={t('common.where')}
          searchable
          clearable
          data={optionsOf(options.sites)}
          value={siteId ?? (forWhom ? null : options.siteId)}
          error={faults['siteId']}
          onChange={(siteId) => change({ siteId })}
        />
      )}
      {options.services.length > 0 && (
        <Select
          label={t('raise.service')}
          searchable
          clearable
          placeholder={t('raise.unknownService')}
          data={optionsOf(options.services)}
          value={serviceId}
          error={faults['serviceId']}
          onChange={(serviceId) => change({ serviceId })}
        />
      )}
      <PeopleFields
        people={people}
        addresses={addresses}
        faults={faults}
        onPeople={(people) => change({ people: [...people] })}
        onAddresses={(addresses) => change({ addresses })}
      />
    </>
  );
}
