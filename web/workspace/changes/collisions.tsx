import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ChangeView } from '#shared/change.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField } from '#web/ui/form/fields.tsx';
import { reasoned } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';
import { mayWrite } from '../ticket/change/words.ts';
import { CollisionLines } from './collision-lines.tsx';
import { between } from './words.ts';
import './changes.css';

/** What is read again once a change has another window, or goes on in spite of something. */
const TOUCHED = [
  'GET /changes/{idOrKey}',
  'GET /changes/{idOrKey}/collisions',
  'GET /change-calendar',
  'GET /tickets/{idOrKey}',
  'GET /tickets/{idOrKey}/timeline',
] as const;

/** What stands against the window of a change, when there is room for it, and going on in spite of it. */
export function Collisions({ change }: { change: ChangeView }) {
  const idOrKey = change.ticketId;
  const can = useCan();
  const [overriding, setOverriding] = useState(false);
  const { data, error, refetch } = useGet('GET /changes/{idOrKey}/collisions', { params: { idOrKey } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data || data.window === null) return null;
  const holds = data.collisions.some(({ blocks }) => blocks);
  return (
    <section aria-label="Collisions">
      {data.collisions.length === 0 ? (
        <p className="f-plain f-dim">Nothing stands against its window.</p>
      ) : (
        <CollisionLines collisions={data.collisions} />
      )}
      {mayWrite(change) && data.collisions.length > 0 && <Slots change={change} slots={data.slots} />}
      {mayWrite(change) && holds && can('change.policy') && (
        <div>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setOverriding(true)}>
            Go on in spite of it…
          </Button>
          <Dialog title="Go on in spite of it" opened={overriding} onClose={() => setOverriding(false)}>
            {overriding && <OverrideForm idOrKey={change.key} onClose={() => setOverriding(false)} />}
          </Dialog>
        </div>
      )}
    </section>
  );
}

function Slots({ change, slots }: { change: ChangeView; slots: readonly { from: string; to: string }[] }) {
  const can = useCan();
  const reader = useReader();
  const move = useDo('PATCH /changes/{idOrKey}', {
    failed: 'Not moved',
    refresh: TOUCHED,
    onDone: () => toast.done(`${change.key} has another window`),
  });
  if (slots.length === 0) return <p className="f-plain f-dim">There is no room for it within four weeks.</p>;
  return (
    <div>
      <p className="f-plain">There is room:</p>
      <div className="f-slots">
        {slots.map((slot) => (
          <Button
            key={slot.from}
            variant="default"
            size="compact-sm"
            disabled={!can('change.manage') || move.isPending}
            onClick={() =>
              move.mutate({
                params: { idOrKey: change.key },
                body: { version: change.version, plannedStart: slot.from, plannedEnd: slot.to },
              })
            }
          >
            {between(slot, Date.now(), reader)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function OverrideForm({ idOrKey, onClose }: { idOrKey: string; onClose(): void }) {
  const form = useForm({
    values: { reason: '' },
    rules: { reason: reasoned },
    save: ({ values }) => send('POST /changes/{idOrKey}/overrides', { params: { idOrKey }, body: values }, TOUCHED),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Go on" onCancel={onClose}>
      <AreaField
        form={form}
        name="reason"
        label="Reason"
        description="Stands with the change, with your name and what stood against it"
        required
        autosize
        minRows={3}
        maxLength={2_000}
        data-autofocus
      />
    </FormShell>
  );
}
