import { Button, Checkbox, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { MinutesField } from '#web/ui/form/minutes-field.tsx';
import { useKept } from '#web/ui/form/use-kept.ts';
import { duration } from '#web/ui/marks/duration.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets } from '../actions/index.ts';
import { useCan } from '../session/me.ts';
import { spent, TIME } from './next-steps.ts';

/** Time worked on the ticket. */
export function TimePanel({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const entries = useGet('GET /tickets/{idOrKey}/time', { params: { idOrKey: ticket.id } });
  return (
    <div className="f-panel">
      <p className="f-time-total">
        <strong>{ticket.minutesSpent === 0 ? 'No time yet' : duration(ticket.minutesSpent * 60)}</strong>{' '}
        <span className="f-dim">
          {ticket.minutesSpent === 0 ? 'Time is kept with each reply, or here.' : 'worked on this ticket'}
        </span>
      </p>
      {can('ticket.time') && <AddTime key={ticket.id} ticket={ticket} />}
      <ul className="f-times" aria-label="Time entries">
        {(entries.data?.items ?? []).map(({ id, staff, minutes, note, billable, workedAt }) => (
          <li key={id}>
            <Avatar name={staff.name} label={staff.name} />
            <span>
              {duration(minutes * 60)} {!billable && <span className="f-dim">not billable</span>}
              {note && <bdi className="f-time-note">{note}</bdi>}
            </span>
            <TimeAgo at={workedAt} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const EMPTY = { time: '', note: '', billable: true };

function AddTime({ ticket }: { ticket: TicketView }) {
  const { values, change, clear } = useKept(`time.${ticket.id}`, EMPTY);
  const { time, note, billable } = values;
  const { minutes } = spent(values);
  const add = useDo('POST /tickets/{idOrKey}/time', {
    failed: 'Time not kept',
    onDone: async () => {
      clear();
      await refreshTickets();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (minutes !== null)
      add.mutate({
        params: { idOrKey: ticket.id },
        body: { minutes, billable, ...(note.trim() ? { note: note.trim() } : {}) },
      });
  };
  return (
    <form className="f-time-form" onSubmit={submit}>
      <MinutesField label={TIME} placeholder="1h 15" value={time} onChange={(next) => change({ time: next })} />
      <TextInput
        label="What was done"
        maxLength={2000}
        value={note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <Checkbox
        label="Billable"
        checked={billable}
        onChange={(event) => change({ billable: event.currentTarget.checked })}
      />
      <Button type="submit" variant="default" loading={add.isPending} disabled={minutes === null}>
        Add time
      </Button>
    </form>
  );
}
