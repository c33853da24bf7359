import type { ClientProviderView } from '#shared/client-sso.ts';
import { Copied } from '#web/ui/marks/copied.tsx';

/** What a SAML provider must be told of Fettle, to be copied or handed over as a file. */
export function SamlAddresses({ provider }: { provider: ClientProviderView }) {
  const { saml, redirectUris } = provider;
  if (!saml) return null;
  return (
    <div className="f-saml-part">
      <p className="f-plain f-dim">
        Tell the provider, or give it{' '}
        <a href={new URL(saml.entityId).pathname} download="fettle-metadata.xml">
          the metadata as a file
        </a>
        :
      </p>
      <Copied label="Entity id" text={saml.entityId} />
      {redirectUris.map((address) => (
        <Copied key={address} label="ACS" text={address} />
      ))}
    </div>
  );
}
