import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { GroupView } from '#client/index.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../session/me.ts';
import { GroupForm } from './group-form.tsx';
import { ClientTabs } from './tabs.tsx';
import './clients.css';

/** Groups, or tiers: clients that share settings. */
export default function GroupsPage() {
  const can = useCan();
  const [open, setOpen] = useState<GroupView | 'new' | null>(null);
  const { data, error, refetch } = useGet('GET /client-groups', {});
  const add = can('client.manage') && <Button onClick={() => setOpen('new')}>New group</Button>;
  return (
    <>
      <PageHead title="Clients" actions={add} narrow>
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
        <ul className="f-lines">
          {data?.items.map((group) => (
            <li key={group.id}>
              <div className="f-grow">
                <bdi>{group.name}</bdi>
                {group.description && <div className="f-dim">{group.description}</div>}
              </div>
              <Link to="/clients" search={{ group: group.id }}>
                {group.clients === 1 ? '1 client' : `${group.clients} clients`}
              </Link>
              {can('settings.read') && (
                <Link
                  to="/settings/promised"
                  search={{ group: group.id }}
                  aria-label={`Service levels of ${group.name}`}
                >
                  Service levels
                </Link>
              )}
              {can('settings.read') && (
                <Link
                  to="/settings/values/$key"
                  params={{ key: 'sla.hours' }}
                  search={{ group: group.id }}
                  aria-label={`Settings of ${group.name}`}
                >
                  Settings
                </Link>
              )}
              {can('client.manage') && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={`Edit ${group.name}`}
                  onClick={() => setOpen(group)}
                >
                  Edit
                </Button>
              )}
            </li>
          ))}
        </ul>
      </PageBody>
      <Dialog
        title={open === 'new' ? 'New group' : 'Edit the group'}
        opened={open !== null}
        onClose={() => setOpen(null)}
      >
        {open && <GroupForm group={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      </Dialog>
    </>
  );
}
