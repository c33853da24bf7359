import { ActionIcon, Button, Checkbox, Menu, Progress, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { IconX } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { refreshTickets, takeBack, undoEvent } from '../actions/index.ts';
import { useCan } from '../session/me.ts';

/** The checklist: what is to be done on the way. */
export function Tasks({ ticket }: { ticket: TicketView }) {
  const editable = useCan()('ticket.update');
  const [text, setText] = useState('');
  const [required, setRequired] = useState(false);
  const params = { idOrKey: ticket.id };
  const tick = useDo('PATCH /tickets/{idOrKey}/checklist/{itemId}', { failed: 'Not ticked', onDone: refreshTickets });
  const drop = useDo('DELETE /tickets/{idOrKey}/checklist/{itemId}', {
    failed: 'Not removed',
    onDone: async ({ eventId }) => {
      toast.done(`${ticket.key}: a step is removed`, { undo: () => takeBack([undoEvent(ticket, eventId)]) });
      await refreshTickets();
    },
  });
  const add = useDo('POST /tickets/{idOrKey}/checklist', {
    failed: 'Not added',
    onDone: async () => {
      setText('');
      setRequired(false);
      await refreshTickets();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) add.mutate({ params, body: { text: text.trim(), required } });
  };
  const { checklist } = ticket;
  const done = checklist.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <div className="f-panel">
      {checklist.length === 0 ? (
        <EmptyState title="No steps yet">
          Steps that must not be forgotten are ticked off here, and everybody sees how far it is.
        </EmptyState>
      ) : (
        <div className="f-task-progress">
          <Progress value={(100 * done) / checklist.length} size="sm" aria-label="Steps done" />
          <span className="f-dim">
            {done} of {checklist.length}
          </span>
        </div>
      )}
      {checklist.length > 0 && (
        <ul className="f-tasks" aria-label="Steps">
          {checklist.map(({ id, text: label, required: isMust, doneAt, doneBy }) => (
            <li key={id} data-done={doneAt !== null || undefined}>
              <Checkbox
                label={
                  <>
                    <bdi>{label}</bdi>
                    {isMust && <span className="f-dim"> · must be done</span>}
                  </>
                }
                checked={doneAt !== null}
                disabled={!editable}
                onChange={(event) =>
                  tick.mutate({ params: { ...params, itemId: id }, body: { done: event.currentTarget.checked } })
                }
              />
              {doneAt && (
                <span className="f-dim f-task-by">
                  {doneBy}, <TimeAgo at={doneAt} />
                </span>
              )}
              {editable && (
                <ActionIcon
                  size={24}
                  className="f-task-drop"
                  aria-label={`Remove the step ${label}`}
                  onClick={() => drop.mutate({ params: { ...params, itemId: id } })}
                >
                  <IconX size={14} aria-hidden="true" />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
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
          {text.trim() && (
            <Checkbox
              label="Must be done before the ticket is finished"
              checked={required}
              onChange={(event) => setRequired(event.currentTarget.checked)}
            />
          )}
        </form>
      )}
      {editable && <FromTemplate ticket={ticket} />}
    </div>
  );
}

/** Puts a kept checklist on the ticket. */
function FromTemplate({ ticket }: { ticket: TicketView }) {
  const { data } = useGet('GET /checklists', {}, { staleTime: 5 * 60_000 });
  const put = useDo('POST /tickets/{idOrKey}/checklists', { failed: 'Not added', onDone: refreshTickets });
  if (!data || data.items.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" loading={put.isPending}>
          Add a kept checklist
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {data.items.map(({ id, name, items }) => (
          <Menu.Item
            key={id}
            onClick={() => put.mutate({ params: { idOrKey: ticket.id }, body: { checklistId: id } })}
            rightSection={<span className="f-dim">{items.length}</span>}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
