import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useCan, useMe } from '../../session/me.ts';
import { send } from '../../session/send.ts';

type Props = { clientId: string; name: string /** Where how it looks is not a page away. */; onLookPage?: true };

/** Where a client's people find the portal, and how it looks to them. */
export function PortalAddress({ clientId, name, onLookPage }: Props) {
  const can = useCan();
  const { allClients } = useMe();
  const [editing, setEditing] = useState(false);
  const { data } = useGet('GET /clients/{id}/portal-address', { params: { id: clientId } });
  return (
    <Section
      title={onLookPage ? 'Address' : 'Portal'}
      actions={
        can('client.manage') &&
        allClients &&
        data && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label="Edit the address of the portal"
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        )
      }
    >
      {data ? (
        <ul className="f-lines">
          <li>
            <a href={data.url} target="_blank" rel="noreferrer">
              {data.url.replace(/^https?:\/\//, '')}
            </a>
          </li>
          {can('settings.read') && !onLookPage && (
            <li>
              <Link to="/settings/portal" search={{ client: clientId }}>
                How it looks
              </Link>
            </li>
          )}
        </ul>
      ) : (
        <SkeletonLines lines={2} />
      )}
      <Dialog title={`Portal of ${name}`} opened={editing} onClose={() => setEditing(false)}>
        {editing && data && <HostForm clientId={clientId} host={data.host} onClose={() => setEditing(false)} />}
      </Dialog>
    </Section>
  );
}

function HostForm({ clientId, host, onClose }: { clientId: string; host: string | null; onClose(): void }) {
  const form = useForm({
    values: { host: host ?? '' },
    save: ({ values }) =>
      send(
        'PUT /clients/{id}/portal-address',
        { params: { id: clientId }, body: { host: values.host.trim() || null } },
        ['GET /clients/{id}/portal-address', 'GET /clients/{id}/timeline'],
      ),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <TextInput
        label="Own host name"
        description="Such as help.acme.example. It must lead to this installation, with a certificate of its own; then links in mails go there, and there only this client’s people sign in. Empty for none."
        placeholder="help.acme.example"
        maxLength={253}
        value={form.values.host}
        error={form.errors['host']}
        onChange={(event) => form.set('host', event.currentTarget.value)}
        data-autofocus
      />
    </FormShell>
  );
}
