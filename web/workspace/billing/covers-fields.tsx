import { useQuery } from '@tanstack/react-query';
import { WORK_HOURS, WORK_HOURS_WORDS } from '#shared/contract-words.ts';
import { TICKET_KINDS } from '#shared/vocabulary.ts';
import { everyOf } from '#web/api/every.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { ManyField } from '#web/ui/form/fields.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import { kindName } from '#web/ui/marks/kind-icon.tsx';
import { useCategories, useServices, useStaff } from '../desk/names.ts';
import { LINE_LABELS as LABELS, type LineValues as Values } from './line-values.ts';

/** Which work a line takes in; each list that is empty takes in all. Items and people are a client's, so a template has none. */
export function CoversFields({ form, clientId }: { form: Form<Values>; clientId: string | null }) {
  const { data: types } = useGet('GET /work-types', {});
  const categories = useCategories();
  const services = useServices();
  const staff = useStaff();
  const lists = [
    ['workTypeIds', named(types?.items ?? [])],
    ['kinds', TICKET_KINDS.map((value) => ({ value, label: kindName(value) }))],
    ['categoryIds', categories.map(({ id: value, path }) => ({ value, label: path }))],
    ['serviceIds', named(services)],
    ['staffIds', named(staff)],
    ['hours', WORK_HOURS.map((value) => ({ value, label: WORK_HOURS_WORDS[value] }))],
  ] as const;
  return (
    <>
      {lists.map(([name, data]) => (
        <ManyField key={name} form={form} name={name} label={LABELS[name]} placeholder="All" data={[...data]} />
      ))}
      {clientId !== null && <OfClient form={form} clientId={clientId} />}
    </>
  );
}

function OfClient({ form, clientId }: { form: Form<Values>; clientId: string }) {
  const { data: items } = useQuery({
    queryKey: ['GET /items', 'every one', clientId],
    queryFn: ({ signal }) => everyOf('GET /items', { clientId }, signal),
  });
  const { data: contacts } = useQuery({
    queryKey: ['GET /contacts', 'every one', clientId],
    queryFn: ({ signal }) => everyOf('GET /contacts', { clientId }, signal),
  });
  return (
    <>
      <ManyField form={form} name="itemIds" label={LABELS.itemIds} placeholder="All" data={named(items ?? [])} />
      <ManyField
        form={form}
        name="contactIds"
        label={LABELS.contactIds}
        placeholder="All"
        data={named(contacts ?? [])}
      />
    </>
  );
}
