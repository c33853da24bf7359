import { TextInput } from '@mantine/core';
import type { ProviderView } from '#shared/sso.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { PickField, SecretField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { both, needed, shaped } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from './delete-button.tsx';

type Values = {
  key: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  emailDomains: string[];
  /** The role that newcomers get; null: nobody gets an account by signing in. */
  roleKey: string | null;
  allClients: boolean;
  active: boolean;
};
const NEW: Values = {
  key: '',
  name: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  emailDomains: [],
  roleKey: null,
  allClients: true,
  active: true,
};
const LABELS = {
  name: 'Name',
  clientId: 'Client id',
  emailDomains: 'E-mail domains',
  roleKey: 'New people become',
  active: 'Active',
};

const valuesOf = (provider: ProviderView): Values => ({
  key: provider.key,
  name: provider.name,
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: '',
  emailDomains: provider.emailDomains,
  roleKey: provider.newStaff?.roleKey ?? null,
  allClients: provider.newStaff?.allClients ?? true,
  active: provider.active,
});

/** An identity provider: its address and credentials, whose addresses it vouches for, and what newcomers may do. */
export function ProviderForm({ provider, onClose }: { provider: ProviderView | null; onClose(): void }) {
  const { data: roles } = useGet('GET /roles', {});
  const touched = ['GET /identity-providers', 'GET /sign-in'] as const;
  const form = useForm<Values>({
    values: provider ? valuesOf(provider) : NEW,
    version: provider?.version ?? 0,
    rules: {
      name: needed('a name, as the sign-in button shows it'),
      key: both(
        needed('a key'),
        shaped(/^[a-z][a-z0-9-]{1,30}$/, 'Use small letters, digits and -, beginning with a letter.'),
      ),
      issuer: both(
        needed('the issuer’s address'),
        shaped(/^https?:\/\/\S+$/, 'Enter an address that begins with https://.'),
      ),
      clientId: needed('the client id that the provider gave you'),
      clientSecret: (secret) => (provider || secret !== '' ? null : 'Enter the secret that the provider gave you.'),
    },
    save: ({ values: { roleKey, allClients, active, ...values }, version }) => {
      const newStaff = roleKey === null ? null : { roleKey, allClients };
      if (!provider) return send('POST /identity-providers', { body: { ...values, newStaff } }, touched);
      const { key: _key, issuer: _issuer, clientSecret, ...rest } = values;
      const body = { version, ...rest, newStaff, active, ...(clientSecret === '' ? {} : { clientSecret }) };
      return send('PATCH /identity-providers/{id}', { params: { id: provider.id }, body }, touched);
    },
    latest: async () => {
      const { items } = await call('GET /identity-providers', {});
      const stored = items.find(({ id }) => id === provider?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell
      form={form}
      submit={provider ? 'Save' : 'Add provider'}
      onCancel={onClose}
      labels={LABELS}
      more={
        provider && (
          <DeleteButton
            what={`the identity provider “${provider.name}”`}
            body="People who sign in there have to use their password or a passkey; who has neither needs a new link."
            remove={() => send('DELETE /identity-providers/{id}', { params: { id: provider.id } }, touched)}
            onGone={onClose}
          />
        )
      }
    >
      <div className="f-form-pair">
        <TextField
          form={form}
          name="name"
          label={LABELS.name}
          description="On the sign-in button"
          required
          data-autofocus
        />
        <TextField
          form={form}
          name="key"
          label="Key"
          description="Part of the redirect address"
          required
          disabled={provider !== null}
        />
      </div>
      <TextField
        form={form}
        name="issuer"
        label="Issuer"
        placeholder="https://login.example.com"
        required
        disabled={provider !== null}
      />
      {provider && (
        <TextInput
          label="Redirect address"
          description="Register it at the provider"
          readOnly
          value={provider.redirectUri}
        />
      )}
      <div className="f-form-pair">
        <TextField form={form} name="clientId" label={LABELS.clientId} required />
        <SecretField
          form={form}
          name="clientSecret"
          label="Client secret"
          autoComplete="off"
          {...(provider ? { description: 'Empty: stays as it is' } : { required: true })}
        />
      </div>
      <WordsField
        form={form}
        name="emailDomains"
        label={LABELS.emailDomains}
        description="Domains whose addresses it vouches for; without any, people link their account themselves"
        placeholder="example.com"
      />
      <PickField
        form={form}
        name="roleKey"
        label={LABELS.roleKey}
        description="When they sign in for the first time"
        placeholder="Nobody gets an account this way"
        clearable
        data={(roles?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
      />
      {form.values.roleKey !== null && <SwitchField form={form} name="allClients" label="They see all clients" />}
      {provider && <SwitchField form={form} name="active" label={LABELS.active} />}
    </FormShell>
  );
}
