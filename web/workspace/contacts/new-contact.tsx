import { named } from '#web/ui/form/choices.ts';
import { PickField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients } from '../desk/names.ts';
import { send } from '../session/send.ts';
import { CONTACT_RULES, ContactFields, type ContactValues, NEW_CONTACT } from './contact-fields.tsx';

type Props = {
  /** Chosen already, on a client's own page. */
  clientId?: string;
  /** The same person at another client: their name and addresses are taken over. */
  like?: ContactValues & { id: string };
  onClose(): void;
};
type Values = ContactValues & { clientId: string };

/** Adding a person to a client, or somebody who is known already to another one. */
export function NewContact({ clientId, like, onClose }: Props) {
  const clients = useClients();
  const { id: sameAs, ...known } = like ?? { id: undefined };
  const form = useForm<Values>({
    values: { ...NEW_CONTACT, ...known, siteId: null, managerId: null, clientId: clientId ?? '' },
    rules: { ...CONTACT_RULES, clientId: needed('the client') },
    draft: `contact.new.${clientId ?? sameAs ?? ''}`,
    follow: (next, before) => (next.clientId === before.clientId ? next : { ...next, siteId: null, managerId: null }),
    save: ({ values }) =>
      send('POST /contacts', { body: { ...values, ...(sameAs ? { sameAs } : {}) } }, [
        'GET /contacts',
        'GET /contacts/{id}',
        'GET /clients/{id}/overview',
      ]),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Add person" onCancel={onClose}>
      {clientId === undefined && (
        <PickField
          form={form}
          name="clientId"
          label="Client"
          required
          searchable
          data={named(clients)}
          data-autofocus
        />
      )}
      <ContactFields form={form} clientId={form.values.clientId} />
    </FormShell>
  );
}
