import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';
import { ClientTabs } from './tabs.tsx';
import './clients.css';

/** Groups, or tiers: clients that share settings. */
export default function GroupsPage() {
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useGet('GET /client-groups', {});
  const add = can('client.manage') && <Button onClick={() => setAdding(true)}>New group</Button>;
  return (
    <>
      <PageHead title="Clients" actions={add}>
        <ClientTabs />
      </PageHead>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState title="No groups yet" action={add}>
          A group is a tier such as Gold, or a kind of client. What you set for a group applies to each of its clients,
          so the next ten cost ten minutes.
        </EmptyState>
      )}
      <PageBody narrow>
        {!data && !error && <SkeletonLines lines={5} />}
        {data?.items.map((group) => (
          <Section
            key={group.id}
            title={group.name}
            help={group.description}
            actions={
              <>
                <Link to="/clients" search={{ group: group.id }}>
                  {group.clients === 1 ? '1 client' : `${group.clients} clients`}
                </Link>
                {can('settings.read') && (
                  <Link to="/settings/values/$key" params={{ key: 'sla.targets' }} search={{ group: group.id }}>
                    Settings
                  </Link>
                )}
              </>
            }
          >
            {null}
          </Section>
        ))}
      </PageBody>
      <Dialog title="New group" opened={adding} onClose={() => setAdding(false)}>
        <GroupForm onClose={() => setAdding(false)} />
      </Dialog>
    </>
  );
}

function GroupForm({ onClose }: { onClose(): void }) {
  const form = useForm({
    values: { name: '', description: '' },
    rules: { name: needed('a name such as Gold') },
    draft: 'client-group.new',
    save: ({ values }) => send('POST /client-groups', { body: values }, ['GET /client-groups']),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Create group" onCancel={onClose}>
      <TextField form={form} name="name" label="Name" required data-autofocus />
      <AreaField form={form} name="description" label="What it is for" minRows={2} maxLength={500} />
    </FormShell>
  );
}
