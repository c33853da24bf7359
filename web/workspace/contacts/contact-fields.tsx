import type { ContactView } from '#shared/client.ts';
import { useGet } from '#web/api/use.ts';
import { languages, named } from '#web/ui/form/choices.ts';
import { AreaField, NumberField, PickField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { email, needed, type Rules } from '#web/ui/form/rules.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { useColleagues } from '../desk/colleagues.ts';
import { SEES_CHOICES } from './sees-words.ts';

export type ContactValues = Pick<
  ContactView,
  | 'name'
  | 'email'
  | 'phone'
  | 'title'
  | 'language'
  | 'siteId'
  | 'managerId'
  | 'roles'
  | 'vip'
  | 'escalationLevel'
  | 'sees'
  | 'notes'
>;

export const CONTACT_RULES: Rules<ContactValues> = { name: needed('the person’s name'), email };

export const NEW_CONTACT: ContactValues = {
  name: '',
  email: '',
  phone: '',
  title: '',
  language: null,
  siteId: null,
  managerId: null,
  roles: [],
  vip: false,
  escalationLevel: null,
  sees: null,
  notes: '',
};

export const CONTACT_LABELS = {
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  title: 'Job title',
  language: 'Language',
  siteId: 'Site',
  managerId: 'Manager',
  roles: 'Roles in their company',
  vip: 'VIP',
  escalationLevel: 'Escalation level',
  sees: 'Sees in the portal',
  notes: 'Notes',
  active: 'Active',
} as const;

/** What is known of a person of a client. */
export function ContactFields<V extends ContactValues>({ form: given, clientId }: { form: Form<V>; clientId: string }) {
  // The fields below touch only what every such form has.
  const form = given as unknown as Form<ContactValues>;
  const { data: sites } = useGet('GET /clients/{id}/sites', { params: { id: clientId } }, { enabled: clientId !== '' });
  return (
    <>
      <div className="f-form-pair">
        <TextField form={form} name="name" label={CONTACT_LABELS.name} required data-autofocus />
        <TextField form={form} name="title" label={CONTACT_LABELS.title} />
      </div>
      <div className="f-form-pair">
        <TextField form={form} name="email" label={CONTACT_LABELS.email} type="email" />
        <TextField form={form} name="phone" label={CONTACT_LABELS.phone} type="tel" maxLength={40} />
      </div>
      <div className="f-form-pair">
        <PickField
          form={form}
          name="siteId"
          label={CONTACT_LABELS.siteId}
          placeholder="None"
          clearable
          data={named(sites?.items ?? [])}
        />
        <PickField
          form={form}
          name="language"
          label={CONTACT_LABELS.language}
          placeholder="As the client"
          clearable
          data={languages()}
        />
      </div>
      <div className="f-form-pair">
        <PickField
          form={form}
          name="managerId"
          label={CONTACT_LABELS.managerId}
          description="Approves what they ask for"
          placeholder="Not known"
          searchable
          clearable
          data={named(useColleagues(clientId))}
        />
        <WordsField
          form={form}
          name="roles"
          label={CONTACT_LABELS.roles}
          description="Such as manager or director, in small letters"
        />
      </div>
      <SwitchField
        form={form}
        name="vip"
        label={CONTACT_LABELS.vip}
        description="Their tickets may be raised by the VIP rule"
      />
      <PickField
        form={form}
        name="sees"
        label={CONTACT_LABELS.sees}
        description="Whoever sees all looks after the company: they confirm and raise tickets for others as well"
        placeholder="As the client has it"
        clearable
        data={SEES_CHOICES}
      />
      <NumberField
        form={form}
        name="escalationLevel"
        label={CONTACT_LABELS.escalationLevel}
        description="1 is called first when a ticket is escalated at the client; empty for never"
        min={1}
        max={9}
        maw={280}
      />
      <AreaField
        form={form}
        name="notes"
        label={CONTACT_LABELS.notes}
        description="Only your own people read this"
        maxRows={10}
      />
    </>
  );
}
