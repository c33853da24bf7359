import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { useChangedSince } from '../actions/index.ts';
import { saveFields } from './use-save.ts';

/** A title that is being changed: what is written, and what it was when that began. */
type Editing = { text: string; title: string; since: string };

/** The title, which becomes a field when pressed. */
export function Title({ ticket, editable }: { ticket: TicketView; editable: boolean }) {
  const [editing, setEditing] = useState<Editing | null>(null);
  if (editing)
    return <TitleField ticket={ticket} editing={editing} onChange={setEditing} onDone={() => setEditing(null)} />;
  if (!editable)
    return (
      <h1>
        <bdi>{ticket.title}</bdi>
      </h1>
    );
  const { title, updatedAt: since } = ticket;
  return (
    <h1>
      <button
        type="button"
        className="f-ticket-title"
        onClick={() => setEditing({ text: title, title, since })}
        data-tip="Change the title"
      >
        <bdi>{title}</bdi>
      </button>
    </h1>
  );
}

type Props = { ticket: TicketView; editing: Editing; onChange(editing: Editing): void; onDone(): void };

/** Leaving it saves it. Where somebody else saved another title meanwhile, neither is lost: one says which it is to be. */
function TitleField({ ticket, editing, onChange, onDone }: Props) {
  const mine = useRef<HTMLButtonElement>(null);
  const { text, title: before, since } = editing;
  const clash = ticket.title !== before && ticket.title !== text.trim();
  const { told } = useChangedSince(ticket.id, clash ? since : null, 'title');
  const save = () => {
    const title = text.trim();
    onDone();
    if (title !== '' && title !== ticket.title) void saveFields(ticket, { title }, 'title saved');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.stopPropagation();
    if (event.key === 'Escape') return onDone();
    event.preventDefault();
    if (clash) mine.current?.focus();
    else save();
  };
  return (
    <div className="f-ticket-title-field">
      <h1 className="f-hidden">{ticket.title}</h1>
      <TextInput
        aria-label="Title"
        value={text}
        maxLength={300}
        onChange={(event) => onChange({ ...editing, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        onBlur={() => !clash && save()}
        autoFocus
      />
      <div role="status">
        {clash && (
          <div className="f-ticket-title-clash">
            <span>
              {told ? (
                <>
                  Meanwhile <bdi>{told}</bdi>.
                </>
              ) : (
                <>
                  Somebody saved another title meanwhile: “<bdi>{ticket.title}</bdi>”.
                </>
              )}{' '}
              Yours is not saved yet.
            </span>
            <Button ref={mine} size="compact-sm" onClick={save}>
              Save mine
            </Button>
            <Button variant="default" size="compact-sm" onClick={onDone}>
              Keep theirs
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
