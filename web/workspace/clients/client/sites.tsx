import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { SiteView } from '#shared/client.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { useCan } from '../../session/me.ts';
import { SiteForm } from './site-form.tsx';

/** Where a client is. A site in another time zone has its own clock. */
export function Sites({ clientId }: { clientId: string }) {
  const can = useCan();
  const [editing, setEditing] = useState<SiteView | 'new' | null>(null);
  const { data } = useGet('GET /clients/{id}/sites', { params: { id: clientId } });
  const mayEdit = can('client.manage');
  return (
    <Section
      title="Sites"
      actions={
        mayEdit && (
          <Button variant="default" size="compact-sm" onClick={() => setEditing('new')}>
            Add a site
          </Button>
        )
      }
    >
      {!data && <SkeletonLines lines={2} />}
      {data?.items.length === 0 && <p className="f-plain f-dim">None. A client with one place needs none here.</p>}
      <ul className="f-lines">
        {data?.items.map((site) => (
          <li key={site.id}>
            <div>
              <bdi>{site.name}</bdi> {!site.active && <Badge color="gray">Closed</Badge>}
              <div className="f-dim f-site-address">{[site.address, site.timeZone].filter(Boolean).join(' · ')}</div>
            </div>
            {mayEdit && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                onClick={() => setEditing(site)}
                aria-label={`Edit ${site.name}`}
              >
                Edit
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        title={editing === 'new' ? 'Add a site' : 'Edit the site'}
        opened={editing !== null}
        onClose={() => setEditing(null)}
      >
        {editing && (
          <SiteForm clientId={clientId} site={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
        )}
      </Dialog>
    </Section>
  );
}
