import { askedCustom } from '#shared/lifecycle-words.ts';
import type { TransitionOption } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { Select } from '#web/ui/form/select.tsx';
import { type CustomValues, CustomValuesFields } from '../desk/custom-values.tsx';
import { useCategories, useServices } from '../desk/names.ts';
import type { Target } from './store.ts';

/** What is filled in of the ticket itself while a step is taken. */
export type Facts = { categoryId?: string; serviceId?: string; custom?: CustomValues };

/** The paths under which `AskedFacts` says what is wrong. */
export const factsAsked = ({ requires }: TransitionOption): string[] =>
  requires.filter((field) => field === 'categoryId' || field === 'serviceId' || askedCustom(field) !== null);

type Props = {
  step: TransitionOption;
  target: Target;
  facts: Facts;
  errors: Readonly<Record<string, string>>;
  onChange(next: Facts): void;
};

/** What a step asks to be known of the ticket: as it stands there, to be filled in or mended on the way. */
export function AskedFacts({ step, target, facts, errors, onChange }: Props) {
  const { data: ticket } = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: target.id } });
  const categories = useCategories().filter(({ active }) => active);
  const services = useServices().filter(({ active }) => active);
  const custom = step.requires.flatMap((field) => askedCustom(field) ?? []);
  if (!ticket) return null;
  return (
    <>
      {step.requires.includes('categoryId') && (
        <Select
          label="Category"
          withAsterisk
          searchable
          data={categories.map(({ id, path }) => ({ value: id, label: path }))}
          value={facts.categoryId ?? ticket.category?.id ?? null}
          error={errors['categoryId']}
          onChange={(categoryId) => categoryId && onChange({ ...facts, categoryId })}
        />
      )}
      {step.requires.includes('serviceId') && (
        <Select
          label="Service"
          withAsterisk
          searchable
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          value={facts.serviceId ?? ticket.service?.id ?? null}
          error={errors['serviceId']}
          onChange={(serviceId) => serviceId && onChange({ ...facts, serviceId })}
        />
      )}
      {custom.length > 0 && (
        <CustomValuesFields
          kind={ticket.kind}
          only={custom}
          values={{ ...ticket.custom, ...facts.custom }}
          errors={errors}
          onChange={(all) =>
            onChange({
              ...facts,
              custom: Object.fromEntries(custom.map((key) => [key, all[key] ?? null])),
            })
          }
        />
      )}
    </>
  );
}
