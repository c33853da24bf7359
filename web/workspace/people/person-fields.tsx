import type { StaffView } from '#shared/identity.ts';
import { useGet } from '#web/api/use.ts';
import { languages, named, TIME_ZONES } from '#web/ui/form/choices.ts';
import { ManyField, NumberField, PickField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { needed, type Rules, someOf } from '#web/ui/form/rules.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { useClients, useStaff } from '../desk/names.ts';

export type PersonValues = Pick<
  StaffView,
  'name' | 'title' | 'timeZone' | 'language' | 'skills' | 'capacity' | 'roleKeys' | 'allClients' | 'clientIds'
>;

export const PERSON_RULES: Rules<PersonValues> = {
  name: needed('the person’s name'),
  roleKeys: someOf('at least one role'),
  clientIds: (clientIds, { allClients }) =>
    allClients || clientIds.length > 0 ? null : 'Choose at least one client, or let them see all.',
};

export const PERSON_LABELS = {
  name: 'Name',
  title: 'Job title',
  timeZone: 'Time zone',
  language: 'Language',
  skills: 'Skills',
  capacity: 'Capacity',
  roleKeys: 'Roles',
  allClients: 'Sees all clients',
  clientIds: 'Clients',
  active: 'Active',
} as const;

/** Who somebody is, and what work suits them. */
export function WorkFields({ form }: { form: Form<PersonValues> }) {
  const known = [...new Set(useStaff().flatMap(({ skills }) => skills))].sort();
  return (
    <>
      <div className="f-form-pair">
        <TextField form={form} name="name" label={PERSON_LABELS.name} required />
        <TextField form={form} name="title" label={PERSON_LABELS.title} />
      </div>
      <div className="f-form-pair">
        <PickField form={form} name="timeZone" label={PERSON_LABELS.timeZone} data={[...TIME_ZONES]} />
        <PickField form={form} name="language" label={PERSON_LABELS.language} data={languages()} />
      </div>
      <div className="f-form-pair">
        <WordsField
          form={form}
          name="skills"
          label={PERSON_LABELS.skills}
          description="Assignment by skill looks here; each closed by Enter"
          data={known}
        />
        <NumberField
          form={form}
          name="capacity"
          label={PERSON_LABELS.capacity}
          description="Open tickets they can carry; 0 for none by themselves"
          min={0}
          max={1000}
        />
      </div>
    </>
  );
}

/** What somebody may do, and for whom. */
export function RightsFields({ form }: { form: Form<PersonValues> }) {
  const clients = useClients();
  const { data: roles } = useGet('GET /roles', {});
  return (
    <>
      <ManyField
        form={form}
        name="roleKeys"
        label={PERSON_LABELS.roleKeys}
        description="They may do what any of these roles may"
        required
        data={(roles?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
      />
      <SwitchField
        form={form}
        name="allClients"
        label={PERSON_LABELS.allClients}
        description="Otherwise only those below; of others they learn nothing, not even that they exist"
      />
      {!form.values.allClients && (
        <ManyField form={form} name="clientIds" label={PERSON_LABELS.clientIds} required data={named(clients)} />
      )}
    </>
  );
}
