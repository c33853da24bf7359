import { Button } from '@mantine/core';
import type { ClientProviderView } from '#shared/client-sso.ts';
import { call } from '#web/api/client.ts';
import { SecretField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { needed, someOf } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { removeProvider } from './remove-provider.tsx';

const TOUCHED = ['GET /clients/{id}/identity-providers'] as const;
const LABELS = {
  name: 'Name',
  issuer: 'Issuer',
  clientId: 'Application (client) id',
  clientSecret: 'Application secret',
  emailDomains: 'Domains of their addresses',
  makesContacts: 'Make contacts of people who are new',
  trustsEmail: 'Believe addresses that are not verified',
  active: 'In use',
} as const;

type Values = {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  emailDomains: readonly string[];
  makesContacts: boolean;
  trustsEmail: boolean;
  active: boolean;
};
const NEW: Values = {
  name: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  emailDomains: [],
  makesContacts: true,
  trustsEmail: false,
  active: true,
};
const valuesOf = ({ id: _, version: __, redirectUris: ___, saml: ____, ...stored }: ClientProviderView): Values => ({
  ...stored,
  clientId: stored.clientId ?? '',
  clientSecret: '',
});

type Props = { clientId: string; provider: ClientProviderView | null; onClose(): void };

/** An identity provider of a client. A stored secret stays unless another is typed. */
export function ProviderForm({ clientId: client, provider, onClose }: Props) {
  const form = useForm<Values>({
    values: provider ? valuesOf(provider) : NEW,
    version: provider?.version ?? 0,
    draft: `client-provider.${client}.${provider?.id ?? 'new'}`,
    secret: ['clientSecret'],
    rules: {
      name: needed('what people know it as, such as “Acme account”'),
      issuer: needed('the issuer’s address'),
      clientId: needed('the id of the application'),
      clientSecret: (secret) => (provider || secret !== '' ? null : 'Enter the secret of the application.'),
      emailDomains: someOf('at least one domain, such as acme.com'),
    },
    save: ({ values, version }) => {
      const { issuer, active, clientSecret, ...rest } = values;
      const emailDomains = values.emailDomains.map((domain) => domain.trim().toLowerCase());
      const body = { ...rest, emailDomains };
      if (!provider)
        return send(
          'POST /clients/{id}/identity-providers',
          { params: { id: client }, body: { ...body, issuer: issuer.trim(), clientSecret } },
          TOUCHED,
        );
      return send(
        'PATCH /clients/{id}/identity-providers/{providerId}',
        {
          params: { id: client, providerId: provider.id },
          body: { ...body, active, version, ...(clientSecret === '' ? {} : { clientSecret }) },
        },
        TOUCHED,
      );
    },
    latest: async () => {
      const { items } = await call('GET /clients/{id}/identity-providers', { params: { id: client } });
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
      show={(name) => (name === 'clientSecret' ? '…' : undefined)}
      more={
        provider && (
          <Button variant="subtle" color="red" onClick={() => void removeProvider(client, provider, onClose)}>
            Remove
          </Button>
        )
      }
    >
      <TextField
        form={form}
        name="name"
        label={LABELS.name}
        description="Stands on the button: “Continue with …”"
        placeholder="Acme account"
        required
        maxLength={200}
        data-autofocus
      />
      <TextField
        form={form}
        name="issuer"
        label={LABELS.issuer}
        description="Entra ID: https://login.microsoftonline.com/<tenant id>/v2.0. Google: https://accounts.google.com"
        required
        readOnly={provider !== null}
        maxLength={400}
      />
      <div className="f-form-pair">
        <TextField form={form} name="clientId" label={LABELS.clientId} required maxLength={400} />
        <SecretField
          form={form}
          name="clientSecret"
          label={LABELS.clientSecret}
          required={provider === null}
          placeholder={provider ? 'Stays as it is' : ''}
          autoComplete="off"
          maxLength={1000}
        />
      </div>
      <WordsField
        form={form}
        name="emailDomains"
        label={LABELS.emailDomains}
        description="Whoever is known by an address of another domain is let in only once they are linked"
        placeholder={form.values.emailDomains.length > 0 ? '' : 'acme.com'}
        maxTags={50}
      />
      <SwitchField
        form={form}
        name="makesContacts"
        label={LABELS.makesContacts}
        description="Otherwise only people whom you know already come in"
      />
      <SwitchField
        form={form}
        name="trustsEmail"
        label={LABELS.trustsEmail}
        description="Only for a provider that is this client’s alone. Not needed for Entra ID and Google"
      />
      {provider && <SwitchField form={form} name="active" label={LABELS.active} />}
      {provider && (
        <div>
          <p className="f-plain f-dim">Tell the provider to send people back to:</p>
          {provider.redirectUris.map((address) => (
            <p key={address} className="f-plain f-mono">
              {address}
            </p>
          ))}
        </div>
      )}
    </FormShell>
  );
}
