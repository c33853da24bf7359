import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import type { TicketView } from '#shared/ticket.ts';
import type { TimeEntryView } from '#shared/time.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { MinutesField } from '#web/ui/form/minutes-field.tsx';
import { useKept } from '#web/ui/form/use-kept.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets } from '../actions/index.ts';
import { useCan } from '../session/me.ts';
import { coverWords } from '../time/cover-words.ts';
import { EntryDialog } from '../time/entry-dialog.tsx';
import { EntryTools } from '../time/entry-tools.tsx';
import { TicketExpenses } from '../time/expenses/ticket-expenses.tsx';
import { TicketTimer } from '../time/ticket-timer.tsx';
import { TIME_TOUCHED } from '../time/touched.ts';
import { Coverage } from './coverage.tsx';
import { spent, TIME } from './next-steps.ts';
import { WorkKind } from './work-kind.tsx';

/** Time worked on the ticket: one's timer, what is added by hand, and what was recorded. */
export function TimePanel({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const entries = useGet('GET /tickets/{idOrKey}/time', { params: { idOrKey: ticket.id } });
  const coverage = useGet('GET /tickets/{idOrKey}/coverage', { params: { idOrKey: ticket.id } });
  const covers = new Map((coverage.data?.entries ?? []).map((cover) => [cover.entryId, coverWords(cover)]));
  const [edited, setEdited] = useState<TimeEntryView | null>(null);
  return (
    <div className="f-panel">
      <p className="f-time-total">
        <strong>{ticket.minutesSpent === 0 ? 'No time yet' : sayMinutes(ticket.minutesSpent)}</strong>{' '}
        <span className="f-dim">
          {ticket.minutesSpent === 0 ? 'Time is kept with each reply, or here.' : 'worked on this ticket'}
        </span>
      </p>
      {coverage.data && <Coverage lines={coverage.data.lines} />}
      {can('ticket.time') && <TicketTimer ticket={ticket} />}
      {can('ticket.time') && <AddTime key={ticket.id} ticket={ticket} />}
      <ul className="f-times" aria-label="Time entries">
        {(entries.data?.items ?? []).map((entry) => (
          <li key={entry.id}>
            <Avatar name={entry.staff.name} label={entry.staff.name} />
            <span>
              {sayMinutes(entry.minutes)}{' '}
              <span className="f-dim">
                {[entry.workType?.name, entry.billable ? null : 'not billable', covers.get(entry.id)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              {entry.note && <bdi className="f-time-note">{entry.note}</bdi>}
              <EntryTools entry={entry} ticketKey={ticket.key} onEdit={() => setEdited(entry)} />
            </span>
            <TimeAgo at={entry.workedAt} />
          </li>
        ))}
      </ul>
      <EntryDialog entry={edited} onClose={() => setEdited(null)} />
      <TicketExpenses ticket={ticket} />
    </div>
  );
}

const EMPTY: { time: string; note: string; billable: boolean; workTypeId: string | null } = {
  ...{ time: '', note: '', billable: true, workTypeId: null },
};

function AddTime({ ticket }: { ticket: TicketView }) {
  const { values, change, clear } = useKept(`time.${ticket.id}`, EMPTY);
  const { time, note, billable, workTypeId } = values;
  const { minutes } = spent(values);
  const add = useDo('POST /tickets/{idOrKey}/time', {
    failed: 'Time not kept',
    refresh: TIME_TOUCHED,
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
        body: {
          ...{ minutes, billable },
          ...(note.trim() ? { note: note.trim() } : {}),
          ...(workTypeId ? { workTypeId } : {}),
        },
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
      <WorkKind
        className="f-time-kind"
        value={workTypeId}
        onChange={(next, usual = billable) => change({ workTypeId: next, billable: usual })}
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
