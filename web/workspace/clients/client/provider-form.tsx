import type { ClientProviderView } from '#shared/client-sso.ts';
import { SecretField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import {
  domainsIn,
  NameField,
  PeopleFields,
  PROVIDER_LABELS,
  PROVIDER_RULES,
  PROVIDERS_READ,
  type ProviderValues,
  RemoveButton,
  storedProvider,
} from './provider-fields.tsx';

const LABELS = {
  ...PROVIDER_LABELS,
  issuer: 'Issuer',
  clientId: 'Application (client) id',
  clientSecret: 'Application secret',
  trustsEmail: 'Believe addresses that are not verified',
} as const;

type Values = ProviderValues & { issuer: string; clientId: string; clientSecret: string };
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
      ...PROVIDER_RULES,
      issuer: needed('the issuer’s address'),
      clientId: needed('the id of the application'),
      clientSecret: (secret) => (provider || secret !== '' ? null : 'Enter the secret of the application.'),
    },
    save: ({ values, version }) => {
      const { issuer, active, clientSecret, ...rest } = values;
      const body = { ...rest, emailDomains: domainsIn(values.emailDomains) };
      if (!provider)
        return send(
          'POST /clients/{id}/identity-providers',
          { params: { id: client }, body: { ...body, issuer: issuer.trim(), clientSecret } },
          PROVIDERS_READ,
        );
      return send(
        'PATCH /clients/{id}/identity-providers/{providerId}',
        {
          params: { id: client, providerId: provider.id },
          body: { ...body, active, version, ...(clientSecret === '' ? {} : { clientSecret }) },
        },
        PROVIDERS_READ,
      );
    },
    latest: async () => {
      const stored = await storedProvider(client, provider);
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
      more={<RemoveButton client={client} provider={provider} onRemoved={onClose} />}
    >
      <NameField form={form} />
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
      <PeopleFields
        form={form}
        trust={{
          label: LABELS.trustsEmail,
          description: 'Only for a provider that is this client’s alone. Not needed for Entra ID and Google',
        }}
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
