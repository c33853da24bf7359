import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WorkTypeView } from '#shared/time.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan, useMe } from '../../session/me.ts';
import { WorkTypeForm } from './work-type-form.tsx';
import '#web/ui/form/form.css';

/** The kinds of work that time is recorded as. */
export default function WorkTypesPage() {
  const can = useCan();
  const { allClients } = useMe();
  const may = can('settings.manage') && allClients === true;
  const [open, setOpen] = useState<WorkTypeView | 'new' | null>(null);
  const { data, error, refetch } = useGet('GET /work-types', {});
  return (
    <>
      <PageHead
        title="Kinds of work"
        actions={may && <Button onClick={() => setOpen('new')}>New kind of work</Button>}
        narrow
      />
      <PageBody narrow>
        <p className="f-dim">
          What recorded time can be. Each says whether it is billable unless somebody decides otherwise.
        </p>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={4} />}
        <ul className="f-lines">
          {data?.items.map((type) => (
            <li key={type.id}>
              <div className="f-grow">
                <bdi>{type.name}</bdi>
                <div className="f-dim">
                  {type.billable ? 'Billable' : 'Not billable'}
                  {!type.active && ' · out of use'}
                </div>
              </div>
              {may && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={`Edit ${type.name}`}
                  onClick={() => setOpen(type)}
                >
                  Edit
                </Button>
              )}
            </li>
          ))}
        </ul>
      </PageBody>
      <Dialog
        title={open === 'new' ? 'New kind of work' : 'Edit the kind of work'}
        opened={open !== null}
        onClose={() => setOpen(null)}
      >
        {open && <WorkTypeForm type={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      </Dialog>
    </>
  );
}
