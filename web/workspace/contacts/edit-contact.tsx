import type { ContactView } from '#shared/client.ts';
import { call } from '#web/api/client.ts';
import { SwitchField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { CONTACT_LABELS, CONTACT_RULES, ContactFields, type ContactValues } from './contact-fields.tsx';

type Values = ContactValues & { active: boolean };
export const contactValues = (contact: ContactView): Values => ({
  name: contact.name,
  email: contact.email,
  phone: contact.phone,
  title: contact.title,
  language: contact.language,
  siteId: contact.siteId,
  managerId: contact.managerId,
  roles: contact.roles,
  vip: contact.vip,
  escalationLevel: contact.escalationLevel,
  sees: contact.sees,
  notes: contact.notes,
  active: contact.active,
});

/** Changing a person. */
export function EditContact({ contact, onClose }: { contact: ContactView; onClose(): void }) {
  const params = { id: contact.id };
  const form = useForm<Values>({
    values: contactValues(contact),
    version: contact.version,
    rules: CONTACT_RULES,
    draft: `contact.${contact.id}`,
    save: ({ changed, version }) =>
      send('PATCH /contacts/{id}', { params, body: { version, ...changed } }, [
        'GET /contacts',
        'GET /contacts/{id}',
        'GET /clients/{id}/overview',
      ]),
    latest: async () => {
      const { contact: stored } = await call('GET /contacts/{id}', { params });
      return { values: contactValues(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={CONTACT_LABELS}>
      <ContactFields form={form} clientId={contact.clientId} />
      <SwitchField
        form={form}
        name="active"
        label={CONTACT_LABELS.active}
        description="Somebody who left keeps their history but is offered nowhere and cannot sign in"
      />
    </FormShell>
  );
}
