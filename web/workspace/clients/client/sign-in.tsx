import { Badge, Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientProviderView } from '#shared/client-sso.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { ProviderForm } from './provider-form.tsx';
import { certificatesEnd } from './saml-ends.ts';
import { SamlForm } from './saml-form.tsx';
import './saml.css';

/** How a client's people sign in: at which identity providers of theirs, and by which policy. */
export function SignIn({ clientId }: { clientId: string }) {
  const [open, setOpen] = useState<{ provider: ClientProviderView | null } | null>(null);
  const { data } = useGet('GET /clients/{id}/identity-providers', { params: { id: clientId } });
  const [kind, setKind] = useState('oidc');
  const close = () => setOpen(null);
  const shown = data?.items.find(({ id }) => id === open?.provider?.id) ?? open?.provider ?? null;
  const saml = shown ? shown.saml !== null : kind === 'saml';
  return (
    <Section
      title="Sign-in to the portal"
      actions={
        data && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label="Add an identity provider"
            onClick={() => setOpen({ provider: null })}
          >
            Add
          </Button>
        )
      }
    >
      {!data && <SkeletonLines lines={1} />}
      {data?.items.length === 0 && <p className="f-plain f-dim">No identity provider of their own.</p>}
      <ul className="f-lines">
        {data?.items.map((provider) => (
          <li key={provider.id}>
            <span className="f-provider">
              <bdi>{provider.name}</bdi>
              {!provider.active && <Badge color="gray">Off</Badge>}
              {provider.saml && certificatesEnd(provider.saml) && <Badge color="yellow">Certificate ends</Badge>}
              {provider.saml?.lastAnswer?.fault && <Badge color="red">Last answer refused</Badge>}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Edit ${provider.name}`}
              onClick={() => setOpen({ provider })}
            >
              Edit
            </Button>
          </li>
        ))}
      </ul>
      <p className="f-plain">
        <Link to="/settings/values/$key" params={{ key: 'portal.signIn' }} search={{ client: clientId }}>
          Which ways are open to them
        </Link>
      </p>
      <Dialog
        title={open?.provider ? `Edit ${open.provider.name}` : 'Add an identity provider'}
        opened={open !== null}
        onClose={close}
        size={560}
      >
        {open && !shown && (
          <SegmentedControl
            aria-label="What the provider speaks"
            fullWidth
            mb="md"
            value={kind}
            onChange={setKind}
            data={[
              { value: 'oidc', label: 'OpenID Connect' },
              { value: 'saml', label: 'SAML 2.0' },
            ]}
          />
        )}
        {open && saml && (
          <SamlForm
            key={shown?.id}
            clientId={clientId}
            provider={shown}
            onClose={close}
            onAdded={(provider) => setOpen({ provider })}
          />
        )}
        {open && !saml && <ProviderForm clientId={clientId} provider={shown} onClose={close} />}
      </Dialog>
    </Section>
  );
}
