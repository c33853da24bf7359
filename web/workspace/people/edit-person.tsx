import type { StaffView } from '#shared/identity.ts';
import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Facts } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { PERSON_LABELS, PERSON_RULES, type PersonValues, RightsFields, WorkFields } from './person-fields.tsx';

const valuesOf = (person: StaffView): PersonValues => ({
  name: person.name,
  title: person.title,
  timeZone: person.timeZone,
  language: person.language,
  skills: person.skills,
  capacity: person.capacity,
  roleKeys: person.roleKeys,
  allClients: person.allClients,
  clientIds: person.clientIds,
});

/** Somebody's facts and rights, to be read, or changed by those who may. */
export function EditPerson({ person, mayEdit }: { person: StaffView; mayEdit: boolean }) {
  const params = { id: person.id };
  const form = useForm<PersonValues>({
    values: valuesOf(person),
    version: person.version,
    rules: PERSON_RULES,
    draft: `staff.${person.id}`,
    save: ({ changed, version }) =>
      send('PATCH /staff/{id}', { params, body: { version, ...changed } }, ['GET /staff', 'GET /teams', 'GET /me']),
    latest: async () => {
      const { items } = await call('GET /staff', {});
      const stored = items.find(({ id }) => id === person.id) ?? person;
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: () => toast.done('Saved'),
  });
  if (!mayEdit)
    return (
      <Facts
        facts={[
          ['Job title', person.title],
          ['Time zone', person.timeZone],
          ['Skills', person.skills.join(', ')],
          ['Roles', person.roleKeys.join(', ')],
          ['Clients', person.allClients ? 'All' : String(person.clientIds.length)],
        ]}
      />
    );
  return (
    <FormShell form={form} submit="Save" labels={PERSON_LABELS}>
      <WorkFields form={form} />
      <RightsFields form={form} />
    </FormShell>
  );
}
