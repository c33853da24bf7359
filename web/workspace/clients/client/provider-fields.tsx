import { Button } from '@mantine/core';
import type { ClientProviderView } from '#shared/client-sso.ts';
import { call } from '#web/api/client.ts';
import { SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { needed, someOf } from '#web/ui/form/rules.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { removeProvider } from './remove-provider.tsx';

/** What an identity provider of a client has, whatever it speaks. */
export type ProviderValues = {
  name: string;
  emailDomains: readonly string[];
  makesContacts: boolean;
  trustsEmail: boolean;
  active: boolean;
};

export const PROVIDER_LABELS = {
  name: 'Name',
  emailDomains: 'Domains of their addresses',
  makesContacts: 'Make contacts of people who are new',
  active: 'In use',
} as const;
export const PROVIDER_RULES = {
  name: needed('what people know it as, such as “Acme account”'),
  emailDomains: someOf('at least one domain, such as acme.com'),
};
export const PROVIDERS_READ = ['GET /clients/{id}/identity-providers'] as const;

/** Domains as they are compared. */
export const domainsIn = (typed: readonly string[]): string[] => typed.map((domain) => domain.trim().toLowerCase());

/** A provider as it is stored now; undefined once it is removed. */
export async function storedProvider(client: string, provider: ClientProviderView | null) {
  const { items } = await call('GET /clients/{id}/identity-providers', { params: { id: client } });
  return items.find(({ id }) => id === provider?.id);
}

type Fields = { form: Form<ProviderValues> };

/** What people know it as. */
export const NameField = ({ form }: Fields) => (
  <TextField
    form={form}
    name="name"
    label={PROVIDER_LABELS.name}
    description="Stands on the button: “Continue with …”"
    placeholder="Acme account"
    required
    maxLength={200}
    data-autofocus
  />
);

/** Whom it lets in; `trust` says what believing its addresses means. */
export const PeopleFields = ({ form, trust }: Fields & { trust: { label: string; description: string } }) => (
  <>
    <WordsField
      form={form}
      name="emailDomains"
      label={PROVIDER_LABELS.emailDomains}
      description="Whoever is known by an address of another domain is let in only once they are linked"
      placeholder={form.values.emailDomains.length > 0 ? '' : 'acme.com'}
      maxTags={50}
    />
    <SwitchField
      form={form}
      name="makesContacts"
      label={PROVIDER_LABELS.makesContacts}
      description="Otherwise only people whom you know already come in"
    />
    <SwitchField form={form} name="trustsEmail" {...trust} />
  </>
);

type RemoveProps = { client: string; provider: ClientProviderView | null; onRemoved(): void };

/** Removes one that is stored. */
export const RemoveButton = ({ client, provider, onRemoved }: RemoveProps) =>
  provider && (
    <Button variant="subtle" color="red" onClick={() => void removeProvider(client, provider, onRemoved)}>
      Remove
    </Button>
  );
