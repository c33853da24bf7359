import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientProviderView } from '#shared/client-sso.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { ProviderForm } from './provider-form.tsx';

/** How a client's people sign in: at which identity providers of theirs, and by which policy. */
export function SignIn({ clientId }: { clientId: string }) {
  const [open, setOpen] = useState<{ provider: ClientProviderView | null } | null>(null);
  const { data } = useGet('GET /clients/{id}/identity-providers', { params: { id: clientId } });
  const close = () => setOpen(null);
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
            <span className="f-cut">
              <bdi>{provider.name}</bdi> {!provider.active && <Badge color="gray">Off</Badge>}
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
        {open && <ProviderForm clientId={clientId} provider={open.provider} onClose={close} />}
      </Dialog>
    </Section>
  );
}
