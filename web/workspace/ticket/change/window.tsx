import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ChangeView } from '#shared/change.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets } from '../../actions/index.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { TOUCHED } from './touched.ts';
import { mayWrite } from './words.ts';

type Props = { ticket: TicketView; change: ChangeView };

/** When it is planned and was, what stands against that, and when there would be room. */
export function Window({ ticket, change }: Props) {
  const { data } = useGet('GET /changes/{idOrKey}/collisions', { params: { idOrKey: ticket.id } });
  const can = useCan();
  const [overriding, setOverriding] = useState(false);
  const close = () => setOverriding(false);
  const move = useDo('PATCH /changes/{idOrKey}', {
    failed: 'Not moved',
    refresh: TOUCHED,
    onDone: async () => {
      toast.done('The window is another now');
      await refreshTickets();
    },
  });
  const { plannedStart, plannedEnd, actualStart, actualEnd, version } = change;
  const blocking = data?.collisions.some(({ blocks }) => blocks) ?? false;
  const mayMove = can('change.manage') && mayWrite(change);
  return (
    <section aria-label="Window">
      <h2>Window</h2>
      {plannedStart && plannedEnd ? (
        <p className="f-plain">
          <TimeAgo at={plannedStart} long /> to <TimeAgo at={plannedEnd} long />
        </p>
      ) : (
        <p className="f-plain f-dim">Not planned yet.</p>
      )}
      {actualStart && (
        <p className="f-plain f-dim">
          Began <TimeAgo at={actualStart} long />
          {actualEnd && (
            <>
              , ended <TimeAgo at={actualEnd} long />
            </>
          )}
        </p>
      )}
      {data && data.collisions.length > 0 && (
        <ul className="f-change-collisions" aria-label="What stands against it">
          {data.collisions.map((one) => (
            <li key={`${one.sentence} ${one.from}`} data-blocks={one.blocks || undefined}>
              <bdi>{one.sentence}</bdi>
              {one.overridden && <span className="f-dim"> · overridden</span>}
            </li>
          ))}
        </ul>
      )}
      {mayMove && blocking && data && data.slots.length > 0 && (
        <div className="f-change-slots">
          <span className="f-dim">There is room</span>
          {data.slots.slice(0, 4).map(({ from, to }) => (
            <Button
              key={from}
              size="compact-xs"
              variant="default"
              loading={move.isPending}
              onClick={() =>
                move.mutate({ params: { idOrKey: ticket.id }, body: { version, plannedStart: from, plannedEnd: to } })
              }
            >
              <TimeAgo at={from} long />
            </Button>
          ))}
        </div>
      )}
      {blocking && can('change.policy') && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOverriding(true)}>
          Go on in spite of it…
        </Button>
      )}
      {change.overrides
        .filter(({ over }) => !over)
        .map((one) => (
          <p key={one.id} className="f-plain f-dim">
            {one.by ?? 'Somebody'} let it go on in spite of <bdi>{one.against}</bdi>: <bdi>{one.reason}</bdi>
          </p>
        ))}
      <Dialog title="In spite of what stands against it" opened={overriding} onClose={close} size={480}>
        {overriding && <OverrideForm ticket={ticket} onClose={close} />}
      </Dialog>
    </section>
  );
}

function OverrideForm({ ticket, onClose }: { ticket: TicketView; onClose(): void }) {
  const form = useForm<{ reason: string }>({
    values: { reason: '' },
    rules: { reason: (text) => (text.trim().length < 3 ? 'Say why, for the record.' : null) },
    save: ({ values }) =>
      send(
        'POST /changes/{idOrKey}/overrides',
        { params: { idOrKey: ticket.id }, body: { reason: values.reason.trim() } },
        TOUCHED,
      ),
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Let it go on" onCancel={onClose}>
      <AreaField form={form} name="reason" label="Why" autosize minRows={2} maxLength={2_000} required />
    </FormShell>
  );
}
