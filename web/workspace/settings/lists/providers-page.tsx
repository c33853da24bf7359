import type { ProviderView } from '#shared/sso.ts';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../../session/me.ts';
import { ProviderForm } from './provider-form.tsx';
import { RecordList } from './record-list.tsx';

/** The identity providers at which staff may sign in. */
export default function ProvidersPage() {
  const can = useCan();
  const { data, error, refetch } = useGet('GET /identity-providers', {});
  return (
    <RecordList<ProviderView>
      title="Identity providers"
      one="identity provider"
      help="Let your people sign in at your own identity provider (OpenID Connect), such as Entra ID, Google or Keycloak. Passwords and passkeys go on working beside it."
      empty="With your own identity provider, who leaves there can no longer sign in here."
      lines={data?.items.map((provider) => ({
        record: provider,
        id: provider.id,
        name: provider.name,
        active: provider.active,
        note: [provider.issuer, provider.emailDomains.join(', ')].filter(Boolean).join(' · '),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('sso.manage')}
      form={(provider, onClose) => <ProviderForm provider={provider} onClose={onClose} />}
    />
  );
}
