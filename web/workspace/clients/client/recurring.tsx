import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import type { RecurringTicketView } from '#client/index.ts';
import { useGet } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { useCan } from '../../session/me.ts';
import { PauseButton } from '../../settings/library/pause-button.tsx';
import { RecurringForm } from '../../settings/library/recurring-form.tsx';
import { RecurringNote } from '../../settings/library/recurring-note.tsx';

/** The work that comes by the calendar for one client. */
export function ClientRecurring({ clientId }: { clientId: string }) {
  const can = useCan();
  const [open, setOpen] = useState<RecurringTicketView | 'new' | null>(null);
  const { data } = useGet('GET /recurring-tickets', { query: { clientId } });
  const mayEdit = can('library.manage');
  if (!mayEdit && !data?.items.length) return null;
  return (
    <Section
      title="Recurring tickets"
      actions={
        mayEdit && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen('new')}>
            Add one
          </Button>
        )
      }
    >
      {data?.items.length === 0 && <p className="f-plain f-dim">Nothing comes by the calendar yet.</p>}
      <ul className="f-lines">
        {data?.items.map((one) => (
          <li key={one.id}>
            <div className="f-grow">
              <bdi>{one.name}</bdi> {!one.active && <Badge color="gray">Paused</Badge>}
              <div className="f-dim">
                <RecurringNote recurring={one} withClient={false} />
              </div>
            </div>
            {mayEdit && <PauseButton recurring={one} />}
            {mayEdit && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Edit ${one.name}`}
                onClick={() => setOpen(one)}
              >
                Edit
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        title={open === 'new' ? 'New recurring ticket' : 'Edit the recurring ticket'}
        opened={open !== null}
        onClose={() => setOpen(null)}
        size={720}
      >
        {open && (
          <RecurringForm recurring={open === 'new' ? null : open} clientId={clientId} onClose={() => setOpen(null)} />
        )}
      </Dialog>
    </Section>
  );
}
