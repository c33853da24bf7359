import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets } from '../actions/index.ts';
import { useCan } from '../session/me.ts';

/** The checklist: what is to be done on the way. */
export function Tasks({ ticket }: { ticket: TicketView }) {
  const editable = useCan()('ticket.update');
  const [text, setText] = useState('');
  const params = { idOrKey: ticket.id };
  const tick = useDo('PATCH /tickets/{idOrKey}/checklist/{itemId}', { failed: 'Not ticked', onDone: refreshTickets });
  const add = useDo('POST /tickets/{idOrKey}/checklist', {
    failed: 'Not added',
    onDone: async () => {
      setText('');
      await refreshTickets();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) add.mutate({ params, body: { text: text.trim() } });
  };
  return (
    <div className="f-panel">
      {ticket.checklist.length === 0 && (
        <p className="f-dim">Nothing to tick off yet. Add the steps that must not be forgotten.</p>
      )}
      {ticket.checklist.map(({ id, text: label, doneAt, doneBy }) => (
        <div key={id} className="f-task">
          <Checkbox
            label={label}
            checked={doneAt !== null}
            disabled={!editable}
            onChange={(event) =>
              tick.mutate({ params: { ...params, itemId: id }, body: { done: event.currentTarget.checked } })
            }
          />
          {doneAt && (
            <span className="f-dim">
              {doneBy} <TimeAgo at={doneAt} />
            </span>
          )}
        </div>
      ))}
      {editable && (
        <form className="f-inline-form" onSubmit={submit}>
          <TextInput
            aria-label="New step"
            placeholder="Add a step"
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending} disabled={!text.trim()}>
            Add
          </Button>
        </form>
      )}
    </div>
  );
}
