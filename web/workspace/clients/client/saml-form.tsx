import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ClientProviderView } from '#shared/client-sso.ts';
import { call } from '#web/api/client.ts';
import { toProblem } from '#web/api/problem.ts';
import { AreaField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { type Form, useForm } from '#web/ui/form/use-form.ts';
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
import { SamlAddresses } from './saml-addresses.tsx';
import { SamlTrial } from './saml-trial.tsx';

const LABELS = {
  ...PROVIDER_LABELS,
  entityId: 'Entity id of the provider',
  signOnUrl: 'Sign-on address',
  certificates: 'Signing certificates',
  trustsEmail: 'Find people by the address that it says',
} as const;

type Values = ProviderValues & { entityId: string; signOnUrl: string; certificates: string };
const NEW: Values = {
  ...{ name: '', entityId: '', signOnUrl: '', certificates: '', emailDomains: [] },
  ...{ makesContacts: true, trustsEmail: true, active: false },
};
const valuesOf = ({
  name,
  issuer,
  saml,
  emailDomains,
  makesContacts,
  trustsEmail,
  active,
}: ClientProviderView): Values => ({
  ...{ name, entityId: issuer, signOnUrl: saml?.signOnUrl ?? '', emailDomains, makesContacts, trustsEmail, active },
  certificates: joined(saml?.certificates.map(({ pem }) => pem) ?? []),
});
const joined = (certificates: readonly string[]) => certificates.map((pem) => pem.trim()).join('\n');
/** Each certificate of a text: by its first and last line, or a single one without. */
function certificatesIn(text: string): string[] {
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g);
  return found ?? (text.trim() === '' ? [] : [text.trim()]);
}

type Props = {
  clientId: string;
  provider: ClientProviderView | null;
  onClose(): void;
  /** A new one stays open: what the provider must be told stands in it. */
  onAdded(provider: ClientProviderView): void;
};

/** An identity provider of a client that speaks SAML 2.0. */
export function SamlForm({ clientId: client, provider, onClose, onAdded }: Props) {
  const form = useForm<Values>({
    values: provider ? valuesOf(provider) : NEW,
    version: provider?.version ?? 0,
    draft: `client-saml.${client}.${provider?.id ?? 'new'}`,
    rules: PROVIDER_RULES,
    rename: (path) => (path.startsWith('certificates') ? 'certificates' : path),
    save: async ({ values, version }) => {
      const { active, emailDomains, entityId, signOnUrl, certificates, ...rest } = values;
      const pasted = certificatesIn(certificates);
      const body = {
        ...rest,
        emailDomains: domainsIn(emailDomains),
        ...(entityId.trim() === '' ? {} : { entityId: entityId.trim() }),
        ...(signOnUrl.trim() === '' ? {} : { signOnUrl: signOnUrl.trim() }),
        ...(pasted.length === 0 ? {} : { certificates: pasted }),
      };
      if (!provider)
        return onAdded(
          await send('POST /clients/{id}/saml-providers', { params: { id: client }, body }, PROVIDERS_READ),
        );
      const params = { id: client, providerId: provider.id };
      await send(
        'PATCH /clients/{id}/saml-providers/{providerId}',
        { params, body: { ...body, active, version } },
        PROVIDERS_READ,
      );
      onClose();
    },
    latest: async () => {
      const stored = await storedProvider(client, provider);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
  });
  return (
    <FormShell
      form={form}
      submit={provider ? 'Save' : 'Add provider'}
      onCancel={onClose}
      labels={LABELS}
      more={<RemoveButton client={client} provider={provider} onRemoved={onClose} />}
    >
      <NameField form={form} />
      {provider && <SamlAddresses provider={provider} />}
      <Metadata client={client} form={form} isNew={provider === null} />
      <TextField
        form={form}
        name="entityId"
        label={LABELS.entityId}
        readOnly={(provider?.issuer ?? '') !== ''}
        maxLength={1000}
      />
      <TextField form={form} name="signOnUrl" label={LABELS.signOnUrl} placeholder="https://" maxLength={1000} />
      <AreaField
        form={form}
        name="certificates"
        label={LABELS.certificates}
        description="Several may stand here, one below the other, while the provider changes from one to the next"
        placeholder="-----BEGIN CERTIFICATE-----"
        autosize
        minRows={2}
        maxRows={6}
        spellCheck={false}
        classNames={{ input: 'f-mono' }}
      />
      <PeopleFields
        form={form}
        trust={{
          label: LABELS.trustsEmail,
          description: 'Needed the first time somebody comes. Only for a provider that is this client’s alone',
        }}
      />
      {provider && <SamlTrial client={client} provider={provider} unsaved={form.dirty} />}
      {provider && <SwitchField form={form} name="active" label={LABELS.active} description="Try it out first" />}
    </FormShell>
  );
}

/** What the provider says of itself, pasted whole: it fills the fields below. */
function Metadata({ client, form, isNew }: { client: string; form: Form<Values>; isNew: boolean }) {
  const [xml, setXml] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const found = await call('POST /clients/{id}/saml-providers/metadata', { params: { id: client }, body: { xml } });
      if (form.values.entityId !== '' && !isNew && found.entityId !== form.values.entityId)
        return setWrong(`This is the metadata of another provider: ${found.entityId}`);
      form.set('entityId', found.entityId);
      form.set('signOnUrl', found.signOnUrl);
      form.set('certificates', joined(found.certificates));
      setXml('');
    } catch (error) {
      const { errors, message } = toProblem(error);
      setWrong(errors[0] ? `What you pasted ${errors[0].message}.` : message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="f-saml-metadata">
      <Textarea
        label="Metadata of the provider (XML)"
        description={
          isNew
            ? 'May follow later: the provider is often told the addresses of Fettle first'
            : 'Fills the next three fields'
        }
        value={xml}
        onChange={(event) => setXml(event.currentTarget.value)}
        placeholder="<EntityDescriptor …"
        rows={2}
        spellCheck={false}
        {...(wrong ? { error: wrong } : {})}
      />
      <Button
        variant="default"
        size="compact-sm"
        loading={busy}
        disabled={xml.trim() === ''}
        onClick={() => void read()}
      >
        Read it
      </Button>
    </div>
  );
}
