import { askedCustom, asksFact } from '#shared/lifecycle-words.ts';
import type { TransitionOption } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { type CustomValues, CustomValuesFields } from '../desk/custom-values.tsx';
import { useCategories, useServices } from '../desk/names.ts';
import type { Target } from './store.ts';

/** What is filled in of the tickets themselves while a step is taken. */
export type Facts = { categoryId?: string; serviceId?: string; custom?: CustomValues };

/** Of what a step asks for, what has to be known of the ticket; under these paths `AskedFacts` says what is wrong. */
export const factsAmong = (requires: readonly string[]): string[] => requires.filter(asksFact);

type Props = {
  step: TransitionOption;
  targets: readonly Target[];
  facts: Facts;
  errors: Readonly<Record<string, string>>;
  onChange(next: Facts): void;
};

/**
 * What a step asks to be known: of one ticket as it stands there, to be filled in or mended on the way; of many what each of them is
 * given, where something is.
 */
export function AskedFacts({ step, targets, facts, errors, onChange }: Props) {
  const [first] = targets;
  const single = targets.length === 1;
  const { data: ticket } = useGet(
    'GET /tickets/{idOrKey}',
    { params: { idOrKey: first?.id ?? '' } },
    { enabled: single },
  );
  const categories = useCategories().filter(({ active }) => active);
  const services = useServices().filter(({ active }) => active);
  const custom = step.requires.flatMap((field) => askedCustom(field) ?? []);
  if (!first || (single && !ticket)) return null;
  return (
    <>
      {!single && <p className="f-plain f-dim">What is left empty here stays as each of them has it.</p>}
      {step.requires.includes('categoryId') && (
        <Select
          label="Category"
          withAsterisk={single}
          searchable
          data={categories.map(({ id, path }) => ({ value: id, label: path }))}
          value={facts.categoryId ?? ticket?.category?.id ?? null}
          error={errors['categoryId']}
          onChange={(categoryId) => categoryId && onChange({ ...facts, categoryId })}
        />
      )}
      {step.requires.includes('serviceId') && (
        <Select
          label="Service"
          withAsterisk={single}
          searchable
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          value={facts.serviceId ?? ticket?.service?.id ?? null}
          error={errors['serviceId']}
          onChange={(serviceId) => serviceId && onChange({ ...facts, serviceId })}
        />
      )}
      {custom.length > 0 && (
        <CustomValuesFields
          kind={first.kind}
          only={custom}
          required={single}
          values={{ ...ticket?.custom, ...facts.custom }}
          errors={errors}
          onChange={(all) => onChange({ ...facts, custom: given(custom, all, single) })}
        />
      )}
    </>
  );
}

/** Of one ticket an emptied field is taken away; of many it is left alone. */
const given = (keys: readonly string[], all: CustomValues, single: boolean): CustomValues =>
  Object.fromEntries(keys.filter((key) => single || all[key] !== undefined).map((key) => [key, all[key] ?? null]));
